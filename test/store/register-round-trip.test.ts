import { beforeEach, expect, test } from 'vitest'
import { importPersons } from '../../functions/imports/import-file.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import type { Person } from '../../functions/staff/person.ts'
import { registerPerson } from '../../functions/staff/person-change.ts'
import { recordingHost } from '../recording-host.ts'
import { savedRegister } from '../register-file.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, personOf, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
const clock = { now: () => Date.parse('2026-06-15T09:00:00+08:00') }
const act = { at: '2026-01-01T09:00:00.000+08:00', by: 'seed', reason: 'x' }

const stand = (id: string, more: Partial<Person>) => {
  const known = { staffNo: id.toUpperCase(), hiredOn: '2019-03-18', postType: 'professional' } as const
  return write(table, registerPerson(personOf(id, { ...known, ...more }), act))
}

beforeEach(async () => {
  table = await database.newTable()
  await seedRegisters(table)
  await stand('leads', { leader: true, leaderPeriods: [{ from: '2021-03-01' }] })
  await stand('works', { postType: 'worker' })
  await stand('left', { onRegister: false, registerPeriods: [{ from: '2019-01-01', to: '2026-03-31' }] })
})

test.each(['zh', 'en'] as const)(
  'a register saved from its page (%s) comes back in and changes nothing',
  async (language) => {
    const bytes = new TextEncoder().encode(savedRegister[language])
    for (const mode of ['preview', 'apply'] as const) {
      const file = { bytes, mode, institutionId: 'i', partial: false }
      const read = await importPersons(recordingHost(table, clock))(file, people.city, language)
      if (!read.ok) throw new Error(`${read.code} ${JSON.stringify(read.errors)}`)
      expect(read.value.errors).toEqual([])
      expect(read.value).toMatchObject({ rows: 3, new: 0, changed: 0, unchanged: 3, failed: 0, applied: 0 })
    }
  },
)
