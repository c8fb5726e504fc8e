import { beforeEach, describe, expect, test } from 'vitest'
import type { AuditEntry } from '../../functions/audit/api.ts'
import { type AuditQuery, searchAudit } from '../../functions/audit/search-audit.ts'
import { resendMail } from '../../functions/operations/send-unsent.ts'
import { type Actor, newAccount } from '../../functions/organisations/account.ts'
import { changeSeat } from '../../functions/organisations/change-seat.ts'
import { delegate, endLoan } from '../../functions/organisations/delegate.ts'
import { SeatChange } from '../../functions/organisations/organisations-api.ts'
import { seatChangesAt } from '../../functions/organisations/seat-change.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { keepMail } from '../../functions/platform/unsent-mail.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
let now: number
const clock = { now: () => now++ }

beforeEach(async () => {
  now = Date.parse('2026-06-15T09:00:00+08:00')
  table = await database.newTable()
  await seedRegisters(table)
})

const seat = (change: object, actor: Actor = people.head, at = 'i') =>
  changeSeat({ table, clock })(
    at,
    SeatChange.parse({
      ...{ action: 'add', accountId: 'staff.li', role: 'institution', reason: '新任登记员' },
      ...change,
    }),
    actor,
  )

const search = async (query: Partial<AuditQuery>, actor: Actor = people.region): Promise<AuditEntry[]> => {
  const found = await searchAudit(table)({ limit: 100, ...query }, actor)
  if (!found.ok) throw new Error(found.code)
  return found.value.items
}
const said = ({ actor, act, reason }: AuditEntry) => `${actor} ${act} ${reason}`

describe('a seat is changed on record', () => {
  test('who gave and took it, of whom, when and why; a repeat is no change', async () => {
    await seat({})
    await seat({ reason: '再来一次' })
    await seat({ head: true, reason: '主持工作' })
    await seat({ action: 'remove', reason: '调离' })
    await seat({ action: 'remove', reason: '再来一次' })
    const at = (await seatChangesAt(table, 'i')).map(({ reason, before, after }) => [reason, before, after])
    expect(at).toEqual([
      ['新任登记员', null, { head: false }],
      ['主持工作', { head: false }, { head: true }],
      ['调离', { head: true }, null],
    ])
  })

  test('what is refused leaves no record', async () => {
    await seat({}, people.registrar)
    await seat({ accountId: 'nobody' })
    expect(await seatChangesAt(table, 'i')).toEqual([])
  })

  test('of two who give the same seat at once, one is on record', async () => {
    const outcomes = await Promise.all([seat({}), seat({}, people.city)])
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true])
    expect(await seatChangesAt(table, 'i')).toHaveLength(1)
  })

  test('sixteen who give seats of one organisation at once all succeed, each on record once', async () => {
    const given = Array.from({ length: 16 }, (_, nth) => `new.${nth}`)
    for (const id of given)
      await write(table, newAccount({ id, name: id, email: `${id}@demo.example`, roles: [] }))
    const outcomes = await Promise.all(given.map((accountId) => seat({ accountId })))
    expect(outcomes.map(({ ok }) => ok)).toEqual(given.map(() => true))
    expect((await seatChangesAt(table, 'i')).map(({ accountId }) => accountId).toSorted()).toEqual(
      given.toSorted(),
    )
  })

  test('of two who take the last two seats of a desk at once, one is refused', async () => {
    const outcomes = await Promise.all([
      seat({ action: 'remove', accountId: 'unit.admin' }, people.city),
      seat({ action: 'remove', accountId: 'unit.head' }, people.region),
    ])
    expect(outcomes.map((one) => (one.ok ? 'ok' : one.code)).sort()).toEqual(['DESK_LEFT_EMPTY', 'ok'])
    expect(await seatChangesAt(table, 'i')).toHaveLength(1)
  })

  test('a change without a reason is none', () => {
    const change = { action: 'add', accountId: 'staff.li', role: 'institution' }
    expect(SeatChange.safeParse(change).success).toBe(false)
    expect(SeatChange.safeParse({ ...change, reason: ' ' }).success).toBe(false)
  })
})

const auditorAt = (organisationId: string): Actor => ({
  ...{ id: 'auditor.other', name: 'Auditor', email: 'auditor.other@demo.example' },
  roles: [{ role: 'auditor', organisationId, head: false }],
})

describe('the audit of seats, delegations and mails', () => {
  const lend = (endsOn = '2026-06-30') =>
    delegate({ table, clock, mailer: { send: async () => {} }, publicUrl: 'http://127.0.0.1' })(
      { to: 'unit.head', startsOn: '2026-06-16', endsOn, reason: '出差' },
      people.registrar,
    )

  test('by organisation, by account and by actor, before and after', async () => {
    await seat({})
    await seat({ action: 'remove', reason: '调离' })
    const expected = ['unit.head seat_taken 调离', 'unit.head seat_given 新任登记员']
    for (const query of [{ organisation: 'i' }, { account: 'staff.li' }, { actor: 'unit.head' }])
      expect((await search(query)).map(said), JSON.stringify(query)).toEqual(expected)
    expect(await search({ account: 'unit.head' })).toEqual([])
    const [taken, given] = await search({ account: 'staff.li' })
    expect(given?.about).toMatchObject({ kind: 'seat', id: 'i' })
    expect(given?.about.title).toContain('staff.li')
    expect(given?.fields).toContainEqual({ field: 'role', before: null, after: 'institution' })
    expect(taken?.fields).toContainEqual({ field: 'role', before: 'institution', after: null })
  })

  test('a delegation by its lender, its holder and their organisation, and its end', async () => {
    const lent = await lend()
    if (!lent.ok) throw new Error(lent.code)
    await endLoan({ table, clock })(lent.value.id, people.registrar)
    const expected = ['unit.admin delegation_ended null', 'unit.admin delegated 出差']
    for (const query of [
      { account: 'unit.admin' },
      { account: 'unit.head' },
      { actor: 'unit.admin' },
      { organisation: 'i' },
    ])
      expect((await search(query)).map(said), JSON.stringify(query)).toEqual(expected)
    expect(await search({ actor: 'unit.head' })).toEqual([])
    expect(await search({ organisation: 'j' })).toEqual([])
  })

  test('lent twice for the same days it is one delegation, also at once; taken back, it is another', async () => {
    const [first, second] = await Promise.all([lend(), lend()])
    const third = await lend()
    const ids = [first, second, third].map((lent) => (lent.ok ? lent.value.id : lent.code))
    expect(new Set(ids).size).toBe(1)
    await endLoan({ table, clock })(ids[0] ?? '', people.registrar)
    const again = await lend()
    expect(again.ok && again.value.revokedAt).toBe(undefined)
    expect(again.ok && again.value.id).not.toBe(ids[0])
  })

  test('of someone who has left the desk since, too', async () => {
    await seat({})
    const lender: Actor = { ...people.registrar, id: 'staff.li', name: '李静怡' }
    const lent = await delegate({
      table,
      clock,
      mailer: { send: async () => {} },
      publicUrl: 'http://127.0.0.1',
    })({ to: 'unit.head', startsOn: '2026-06-16', endsOn: '2026-06-30' }, lender)
    expect(lent.ok).toBe(true)
    await seat({ action: 'remove', reason: '调离' })
    expect((await search({ organisation: 'i' })).map(({ act }) => act)).toEqual([
      'seat_taken',
      'delegated',
      'seat_given',
    ])
  })

  test('the mails that an operator sent again, for those who look at the whole region', async () => {
    const mail = { id: 'm', to: ['li@example.cn'], subject: '待办提醒', text: '', html: '' }
    await write(table, [keepMail(mail, '2026-06-15T08:00:00.000+08:00', 'Error')])
    await resendMail({ table, clock, mailer: { send: async () => {} } })('m', {
      id: 'operator',
      name: '运维',
    })
    const [entry, ...more] = await search({ actor: 'operator' })
    expect(entry).toMatchObject({ act: 'mail_resent', about: { kind: 'mail', id: 'm', title: '待办提醒' } })
    expect(more).toEqual([])
    expect(await search({ actor: 'operator' }, auditorAt('a'))).toEqual([])
  })

  test('an auditor of a city sees nothing of another place', async () => {
    await seat({}, people.sibling, 'j')
    await seat({})
    await lend()
    for (const query of [{ account: 'staff.li' }, { account: 'unit.admin' }, { actor: 'unit.head' }])
      expect(await search(query, auditorAt('k'))).toEqual([])
  })
})
