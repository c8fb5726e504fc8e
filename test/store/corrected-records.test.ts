import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '../../functions/organisations/account.ts'
import { PersonChangeBody } from '../../functions/persons/api.ts'
import { changePerson } from '../../functions/persons/change-person.ts'
import { tellCorrected } from '../../functions/persons/tell-corrected.ts'
import { listPersonChangesFor } from '../../functions/persons/view-person.ts'
import type { Table } from '../../functions/platform/table.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { accounts, seedSmall } from './small-organisation.ts'

const database = withTestDatabase()
let table: Table
let asked: Asked
const deps = () => recordingHost(table, { now: () => Date.parse('2026-06-15T09:00:00+08:00') }, asked)

beforeEach(async () => {
  table = await database.newTable()
  asked = nothingAsked()
  await seedSmall(table)
})

/** The route's act, and what it tells. */
const change = async (fields: object, actor: Actor = accounts.authority, version = 1) => {
  const body = PersonChangeBody.parse({ version, reason: '登记有误', ...fields })
  const done = await changePerson(deps())('staff.li', body, actor)
  if (done.ok) {
    const { before, person } = done.value
    await tellCorrected(deps(), before, person, { reason: body.reason, actor })
  }
  return done.ok ? 'ok' : done.code
}

describe('Art. 35: what an authority corrects in a record by itself', () => {
  test('is told to the person: what, why, by whom, and which years are judged otherwise by it', async () => {
    expect(await change({ leader: true, postType: 'management' })).toBe('ok')
    expect(asked.sent).toMatchObject([{ to: ['staff.li@demo.example'], subject: '您的登记信息有变更' }])
    const { text = '', subject = '' } = asked.sent[0] ?? {}
    for (const told of ['专业技术岗位 → 管理岗位', '否 → 是', '登记有误', '人社局', '2026 年度', '不适用'])
      expect(text).toContain(told)
    expect(subject).not.toContain('staff.li')
  })

  test('is on record: who, when, why, what was before', async () => {
    await change({ hiredOn: '2025-09-01' })
    const changes = await listPersonChangesFor(table, 'staff.li', accounts.authority)
    expect(changes.ok && changes.value.items).toMatchObject([
      {
        ...{ at: '2026-06-15T09:00:00.000+08:00', by: 'hr.city', byName: 'hr.city', reason: '登记有误' },
        fields: expect.arrayContaining([{ field: 'hiredOn', before: '2019-08-01', after: '2025-09-01' }]),
      },
    ])
    expect(asked.sent[0]?.text).toContain('2019-08-01 → 2025-09-01')
    expect(asked.sent[0]?.text).toContain('2025 年度')
  })

  test('once; what decides nothing, and what changes nothing, is told to nobody', async () => {
    await change({ leader: true })
    await change({ leader: true }, accounts.authority, 2)
    expect(asked.sent).toHaveLength(1)
    await change({ name: '李雨桐' }, accounts.authority, 2)
    expect(asked.sent).toHaveLength(1)
  })

  test('who leaves the register by it is told at the address of before', async () => {
    expect(await change({ onRegister: false })).toBe('ok')
    expect(asked.sent.map(({ to }) => to)).toEqual([['staff.li@demo.example']])
  })

  test('an institution ends a leader’s exemption by itself, and the person is told; a post type it files', async () => {
    await change({ leader: true })
    expect(await change({ leader: false }, accounts.registrar, 2)).toBe('ok')
    expect(asked.sent[1]?.text).toContain('中学')
    expect(await change({ postType: 'worker' }, accounts.registrar, 3)).toBe('CHANGE_NEEDS_CONFIRMATION')
    expect(asked.sent).toHaveLength(2)
  })
})
