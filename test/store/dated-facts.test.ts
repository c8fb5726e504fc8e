import { beforeEach, describe, expect, test } from 'vitest'
import { currentForm } from '../../functions/operations/forms.ts'
import { changePerson as plainly } from '../../functions/persons/change-person.ts'
import { keys } from '../../functions/platform/keys.ts'
import { type Item, read, type Table, write } from '../../functions/platform/table.ts'
import { formOf, stateForm, TABLE_FORM, walkTable } from '../../functions/platform/walk.ts'
import { editionFor } from '../../functions/registers/edition-for.ts'
import { assessStaff } from '../../functions/staff/due-obligations.ts'
import { factsOf } from '../../functions/staff/facts-of.ts'
import type { Person } from '../../functions/staff/person.ts'
import { shardOf } from '../../functions/staff/person.ts'
import { changePerson } from '../../functions/staff/person-change.ts'
import { readStaff } from '../../functions/staff/staff.ts'
import { readStanding } from '../../functions/staff/standing.ts'
import { startClose } from '../../functions/year/close-start.ts'
import { putClose, readClose } from '../../functions/year/year.ts'
import { always2024, edition2024 } from '../../rules/edition.ts'
import { withTestDatabase } from '../test-database.ts'
import { accounts, seedSmall } from './small-organisation.ts'

const database = withTestDatabase()
let table: Table
let now = '2026-06-15T09:00:00+08:00'
const clock = { now: () => Date.parse(now) }
const workflows = {
  start: async () => undefined,
  succeed: async () => 'taken' as const,
  fail: async () => 'taken' as const,
}

beforeEach(async () => {
  table = await database.newTable()
  await seedSmall(table)
  now = '2026-06-15T09:00:00+08:00'
})

const li = async () => {
  const staff = await readStaff(table, 'staff.li')
  if (staff === undefined) throw new Error('staff.li was expected.')
  return staff
}
/** As a version before changed a record: its flags alone. */
const asBefore = async (day: string, more: Partial<Person>, what = 'changed') => {
  const { entries, certificates } = await li()
  const item = await read(table, keys.person('staff.li'))
  const {
    pk: _,
    sk: __,
    listed: ___,
    listedOrder: ____,
    found: _____,
    foundOrder: ______,
    ...stored
  } = item ?? {}
  const person = stored as unknown as Person
  const act = { at: `${day}T09:00:00.000+08:00`, by: 'unit.admin', what, reason: '' }
  await write(table, changePerson({ person, entries, certificates }, { ...person, ...more }, act))
}
const status = async (year: number, day = '2026-06-15') =>
  assessStaff(await li(), year, day, always2024).annual.status

describe('who was what, and when, follows from the record of a version before', () => {
  test('a flag from the day of each change on; what nobody knows is always', async () => {
    await asBefore('2025-03-10', { leader: true })
    await asBefore('2026-02-01', { leader: false })
    const { person } = await li()
    expect(person.leaderPeriods).toEqual([{ from: '2025-03-10', to: '2026-01-31' }])
    expect(person.registerPeriods).toBeUndefined()
    expect([await status(2024), await status(2025), await status(2026)]).toEqual([
      'short',
      'not_applicable',
      'open',
    ])
  })

  test('a post from the day for which its change was filed', async () => {
    const change = {
      id: 'pc',
      kind: 'post_type' as const,
      effectiveOn: '2025-11-01',
      toPostType: 'management' as const,
    }
    await asBefore('2025-10-20', { postChanges: [change] }, 'post_change')
    await asBefore('2026-01-12', { postType: 'management' }, 'post_change')
    expect(factsOf(await li(), 2026, '2026-06-15').person).toMatchObject({
      posts: [
        { postType: 'professional', from: '2019-08-01', to: '2025-10-31' },
        { postType: 'management', from: '2025-11-01' },
      ],
    })
  })

  test('who left the register owed the years before', async () => {
    const left = await plainly({ table, clock, workflows })(
      'staff.li',
      { version: 1, reason: '辞职', onRegister: false },
      accounts.authority,
    )
    expect(left).toMatchObject({ ok: true })
    expect((await li()).person).toMatchObject({
      onRegister: false,
      registerPeriods: [{ from: '2019-08-01', to: '2026-06-14' }],
    })
    expect([await status(2025), await status(2026)]).toEqual(['short', 'not_applicable'])
  })
})

describe('what a close reads of a person is made anew before it', () => {
  const place = keys.standing(shardOf('staff.li'), 'staff.li')

  test('the walking tool writes dates and failed inductions into standings of before', async () => {
    await asBefore('2025-03-10', { leader: true })
    const { schema: _, leaderPeriods: __, ...old } = (await read(table, place)) ?? {}
    await write(table, [{ put: old as Item, when: { expression: 'attribute_exists(pk)' } }])
    await stateForm(table, 2)
    expect((await readStanding(table, 'staff.li'))?.leaderPeriods).toBeUndefined()
    now = '2027-01-01T09:00:00+08:00'
    expect(await startClose({ table, clock, workflows })('close', 2026, 'hr.city')).toMatchObject({
      code: 'TABLE_BEHIND',
    })
    await walkTable(table, currentForm, {})
    expect(await formOf(table)).toBe(TABLE_FORM)
    expect(await readStanding(table, 'staff.li')).toMatchObject({
      leaderPeriods: [{ from: '2025-03-10' }],
    })
    expect(await startClose({ table, clock, workflows })('close', 2026, 'hr.city')).toMatchObject({
      ok: true,
    })
  })
})

test('a closed year is read by the readings that were frozen with it', async () => {
  now = '2027-01-01T09:00:00+08:00'
  await startClose({ table, clock, workflows })('close', 2026, 'hr.city')
  const state = await readClose(table, 'close', 2026)
  if (state === undefined) throw new Error('A close was expected.')
  const readings = { ...edition2024.readings, gradeExamYears: 3 }
  await write(table, [putClose(state, { ...state, edition: { name: '2024', readings, hash: 'x' } })])
  expect((await editionFor(table, 2026)).readings.gradeExamYears).toBe(3)
  expect((await editionFor(table, 2027)).readings.gradeExamYears).toBe(5)
})
