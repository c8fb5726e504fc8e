import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { expect, test } from 'vitest'
import type { DecidingHost } from '../../functions/platform/deciding-host.ts'
import { type MatterWay, sweepMatters, type WaitingMatter } from '../../functions/platform/matter-way.ts'
import { documentTable } from '../../functions/platform/table.ts'
import { recordingHost } from '../recording-host.ts'

const waiting = Array.from(
  { length: 120 },
  (_, nth): WaitingMatter => ({
    ...{ id: `m${nth}`, attempt: 1, awaiting: '2026-06-15T09:00:00.000+08:00', token: `t${nth}` },
  }),
)

/** A kind of matter whose waiting ones are given out page by page. */
const way: MatterWay<WaitingMatter> = {
  workflow: 'question',
  idName: 'questionId',
  read: async () => undefined,
  isOver: () => false,
  change: () => [],
  awaiting: async (_, { limit, cursor = '0' }) => {
    const end = Number(cursor) + limit
    return {
      items: waiting.slice(Number(cursor), end),
      cursor: end < waiting.length ? String(end) : null,
    }
  },
}

const hostOf = (tried: string[]): DecidingHost => {
  const table = documentTable(new DynamoDBClient({ region: 'local' }), 'none')
  const host = recordingHost(table, { now: () => Date.parse('2026-06-15T10:00:00+08:00') })
  const succeed = async (token: string) => {
    tried.push(token)
    if (Number(token.slice(1)) < 100) throw new Error('away')
    return 'taken' as const
  }
  return { ...host, workflows: { ...host.workflows, succeed } }
}

test('a hundred that fail each time keep none of the others waiting', async () => {
  const tried: string[] = []
  expect(await sweepMatters(way, hostOf(tried), 60_000)).toBe(20)
  expect(tried).toHaveLength(120)
})

test('a sweep without time leaves the rest to the next', async () => {
  const tried: string[] = []
  expect(await sweepMatters(way, hostOf(tried), 60_000, -1)).toBe(0)
  expect(tried).toEqual([])
})
