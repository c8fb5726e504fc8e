import { beforeEach, describe, expect, test } from 'vitest'
import { currentForm } from '../../functions/operations/forms.ts'
import { type Actor, readActor, readDesk } from '../../functions/organisations/account.ts'
import { changeSeat } from '../../functions/organisations/change-seat.ts'
import { delegate, endLoan } from '../../functions/organisations/delegate.ts'
import { delegationsTo } from '../../functions/organisations/delegation.ts'
import { endLoansOfBefore } from '../../functions/organisations/loans-of-before.ts'
import { seatChangesAt } from '../../functions/organisations/seat-change.ts'
import { sitsAt } from '../../functions/organisations/visibility.ts'
import { PersonChangeBody } from '../../functions/persons/api.ts'
import { changePerson } from '../../functions/persons/change-person.ts'
import { addDays } from '../../functions/platform/clock.ts'
import { keys, lists } from '../../functions/platform/keys.ts'
import type { Mail } from '../../functions/platform/mail.ts'
import { isNew, type Table, write } from '../../functions/platform/table.ts'
import { stateForm, walkTable } from '../../functions/platform/walk.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
const TODAY = '2026-06-15'
const clock = { now: () => Date.parse(`${TODAY}T09:00:00+08:00`) }
let table: Table
let sent: Mail[]
const host = () => ({
  table,
  clock,
  publicUrl: 'http://platform.example',
  mailer: { send: async (mail: Mail) => void sent.push(mail) },
  workflows: {
    start: async () => undefined,
    succeed: async () => 'taken' as const,
    fail: async () => 'taken' as const,
  },
})

beforeEach(async () => {
  table = await database.newTable()
  sent = []
  await seedRegisters(table)
})

const lend = async (
  to: string,
  more: { endsOn?: string; startsOn?: string } = {},
  from: Actor = people.head,
) => {
  const lent = await delegate(host())({ to, startsOn: TODAY, endsOn: addDays(TODAY, 29), ...more }, from)
  return lent.ok ? 'ok' : `${lent.code} ${lent.errors?.map(({ pointer }) => pointer).join(' ') ?? ''}`
}
/** Whether someone holds tasks of the desk of `i` now, and is written to for it. */
const holds = async (id: string): Promise<boolean> => {
  const actor = await readActor(table, id, TODAY)
  const isThere = actor !== undefined && sitsAt(actor, 'i', 'institution')
  const desk = (await readDesk(table, 'i', 'institution', TODAY)).map((one) => one.id)
  expect(desk.includes(id)).toBe(isThere)
  return isThere
}
const give = (accountId: string, role: 'institution' | 'auditor', action: 'add' | 'remove', at = 'i') =>
  changeSeat(host())(at, { action, accountId, role, head: false, reason: '工作需要' }, people.region)
const move = (staffId: string, more: object) =>
  changePerson(host())(
    staffId,
    PersonChangeBody.parse({ version: 1, reason: '调动', ...more }),
    people.region,
  )

describe('loans lend tasks, to colleagues, for a time', () => {
  test('to who has a seat there or is on its register; to nobody else, nor to whoever audits', async () => {
    expect(await lend('unit.admin')).toBe('ok')
    expect(await lend('staff.li')).toBe('ok')
    expect(await lend('unit.sibling')).toBe('DELEGATION_REFUSED /to')
    expect(await lend('auditor')).toBe('DELEGATION_REFUSED /to')
    expect(await lend('auditor', {}, people.region)).toBe('DELEGATION_REFUSED /to')
    expect(await holds('staff.li')).toBe(true)
  })

  test.each([
    [179, 'ok'],
    [180, 'DELEGATION_REFUSED /endsOn'],
  ])('it lasts 180 days at most: %i days after its first', async (days, outcome) => {
    expect(await lend('staff.li', { endsOn: addDays(TODAY, days) })).toBe(outcome)
  })

  test('each of them can be taken back, however many there are', async () => {
    for (let day = 0; day < 130; day += 1)
      expect(await lend('staff.li', { startsOn: addDays(TODAY, day), endsOn: addDays(TODAY, 150) })).toBe(
        'ok',
      )
    expect(await holds('staff.li')).toBe(true)
    const [first] = (await delegationsTo(table, 'staff.li')).filter(({ startsOn }) => startsOn === TODAY)
    expect(await endLoan(host())(first?.id ?? '', people.head)).toMatchObject({ ok: true })
    expect(await holds('staff.li')).toBe(false)
  })
})

describe('powers end with what they rest on, at once', () => {
  test('with the lender’s seat', async () => {
    await lend('staff.li', {}, people.registrar)
    expect(await holds('staff.li')).toBe(true)
    expect((await give('unit.admin', 'institution', 'remove')).ok).toBe(true)
    expect(await holds('staff.li')).toBe(false)
  })

  test('with the borrower’s transfer', async () => {
    await lend('staff.li')
    expect((await move('staff.li', { institutionId: 'j' })).ok).toBe(true)
    expect(await holds('staff.li')).toBe(false)
  })

  test('with the borrower’s becoming an auditor', async () => {
    await lend('staff.li')
    expect((await give('staff.li', 'auditor', 'add', 'a')).ok).toBe(true)
    expect(await holds('staff.li')).toBe(false)
  })

  test('a transfer ends the seats at the old institution, on its record, and what was lent by them', async () => {
    await lend('staff.li', {}, people.registrar)
    expect((await move('unit.admin', { institutionId: 'j' })).ok).toBe(true)
    expect(await holds('unit.admin')).toBe(false)
    expect(await holds('staff.li')).toBe(false)
    expect((await seatChangesAt(table, 'i')).at(-1)).toMatchObject({
      accountId: 'unit.admin',
      after: null,
      by: 'hr.region',
    })
  })

  test('who leaves the register has no seats to come back to', async () => {
    expect((await move('unit.admin', { onRegister: false })).ok).toBe(true)
    expect(await holds('unit.admin')).toBe(false)
    expect((await readActor(table, 'unit.admin', TODAY))?.roles).toEqual([])
    expect((await seatChangesAt(table, 'i')).at(-1)).toMatchObject({ accountId: 'unit.admin', after: null })
  })
})

describe('loans of the version before', () => {
  /** As form 2 has them: all powers, for any time. */
  const loanOfBefore = (id: string, to: string, endsOn: string, revokedAt?: string) =>
    write(table, [
      {
        put: {
          ...keys.delegation(to, id),
          ...{ id, from: { id: 'unit.head', name: '名' }, to: { id: to, name: '名' } },
          ...{ startsOn: '2026-01-01', endsOn, createdAt: '2026-01-01T09:00:00.000+08:00', revokedAt },
          ...{ listed: lists.delegatedBy('unit.head'), listedOrder: `2026-01-01#${id}` },
        },
        when: isNew,
      },
    ])

  test('end 180 days after the upgrade, those to auditors at once; both sides are told, once', async () => {
    await loanOfBefore('d1', 'staff.li', '2030-01-01')
    await loanOfBefore('d2', 'auditor', '2030-01-01')
    await loanOfBefore('d3', 'unit.admin', '2026-07-01')
    await loanOfBefore('d4', 'unit.admin', '2030-01-01', '2026-02-01T09:00:00.000+08:00')
    expect(await holds('auditor')).toBe(false)
    await stateForm(table, 2)
    await walkTable(table, currentForm)
    expect(await endLoansOfBefore(host())).toBe(3)
    expect(await holds('staff.li')).toBe(true)
    expect((await delegationsTo(table, 'staff.li'))[0]?.endsOn).toBe(addDays(TODAY, 179))
    expect((await delegationsTo(table, 'auditor'))[0]?.revokedAt).toBeDefined()
    expect((await delegationsTo(table, 'unit.admin')).map(({ endsOn }) => endsOn).sort()).toEqual([
      '2026-07-01',
      '2030-01-01',
    ])
    expect(sent.map(({ to }) => [...to].sort())).toHaveLength(3)
    expect(sent.flatMap(({ to }) => to)).toEqual(
      expect.arrayContaining(['unit.head@demo.example', 'li@demo.example', 'auditor@demo.example']),
    )
    expect(await endLoansOfBefore(host())).toBe(0)
    expect(sent).toHaveLength(3)
  })
})
