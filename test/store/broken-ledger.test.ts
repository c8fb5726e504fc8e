import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Context } from 'aws-lambda'
import { beforeAll, expect, test } from 'vitest'
import { handler } from '../../functions/ledger/reads.ts'
import type { Table } from '../../functions/platform/table.ts'
import { withTestDatabase } from '../test-database.ts'
import { everyItem } from './every-item.ts'
import { people, seedRegisters } from './registers-ground.ts'

let table: Table

beforeAll(async () => {
  table = await withTestDatabase().newTable()
  await seedRegisters(table)
  const standing = (await everyItem(table)).find(({ sk }) => sk === 'STANDING#staff.li')
  if (standing === undefined) throw new Error('staff.li was expected to have a standing.')
  await table.client.send(new PutCommand({ TableName: table.name, Item: { ...standing, seal: 'forged' } }))
})

const ledgerAsReadBy = async (account: string): Promise<unknown> => {
  const event = {
    version: '2.0',
    routeKey: 'GET /api/staff/{id}/ledger',
    pathParameters: { id: 'staff.li' },
    queryStringParameters: { year: '2026' },
    headers: {},
    requestContext: {
      http: { method: 'GET' },
      authorizer: { jwt: { claims: { iss: 'https://login.example', sub: account } } },
    },
  }
  const host = { table, clock: { now: () => Date.parse('2026-06-15T09:00:00+08:00') } }
  const reply = await handler.on(host)(
    event as never,
    { awsRequestId: 'one', functionName: 'ledger-reads', invokedFunctionArn: 'arn' } as Context,
  )
  return JSON.parse(String(reply.body)).code
}

test('that a ledger is broken is told to those who may know of the person, and to nobody else', async () => {
  expect(await ledgerAsReadBy(people.registrar.id)).toBe('LEDGER_BROKEN')
  expect(await ledgerAsReadBy(people.li.id)).toBe('LEDGER_BROKEN')
  expect(await ledgerAsReadBy(people.sibling.id)).toBe('NOT_FOUND')
})
