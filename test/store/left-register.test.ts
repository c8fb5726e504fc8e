import { beforeAll, expect, test } from 'vitest'
import { readOrganisation } from '../../functions/organisations/organisation.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import type { Person } from '../../functions/staff/person.ts'
import { registerPerson } from '../../functions/staff/person-change.ts'
import { leftRegister } from '../../functions/year/left-register.ts'
import { withTestDatabase } from '../test-database.ts'
import { personOf, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
const act = { at: '2026-01-01T09:00:00.000+08:00', by: 'seed', reason: 'x' }
const standing = (id: string, registerPeriods: Person['registerPeriods'], more: Partial<Person> = {}) =>
  registerPerson(personOf(id, { institutionId: 'j', registerPeriods, ...more }), act)

const leftIn = async (year: number, id = 'j') => {
  const organisation = await readOrganisation(table, id)
  if (organisation === undefined) throw new Error('Not there')
  return (await leftRegister(table, organisation, year)).map(({ staffId, leftOn }) => [staffId, leftOn])
}

beforeAll(async () => {
  table = await database.newTable()
  await seedRegisters(table)
  for (const writes of [
    standing('always', undefined),
    standing('never', undefined, { onRegister: false }),
    standing('left', [{ from: '2020-01-01', to: '2026-06-30' }]),
    standing('on the last day', [{ from: '2020-01-01', to: '2026-12-31' }]),
    standing('the day before', [{ from: '2020-01-01', to: '2026-12-30' }]),
    standing('on the first day', [{ from: '2020-01-01', to: '2026-01-01' }]),
    standing('came back', [{ from: '2020-01-01', to: '2026-03-31' }, { from: '2026-09-01' }]),
    standing('twice', [
      { from: '2020-01-01', to: '2026-03-31' },
      { from: '2026-05-01', to: '2026-05-31' },
    ]),
  ])
    await write(table, writes)
})

test('Art. 7: who left the register within the year is listed with their last day there', async () => {
  expect((await leftIn(2026)).toSorted()).toEqual([
    ['left', '2026-06-30'],
    ['on the first day', '2026-01-01'],
    ['the day before', '2026-12-30'],
    ['twice', '2026-05-31'],
  ])
  expect(await leftIn(2025)).toEqual([])
  expect(await leftIn(2027)).toEqual([])
})

test('of an authority nobody is listed', async () => {
  expect(await leftIn(2026, 'a')).toEqual([])
})
