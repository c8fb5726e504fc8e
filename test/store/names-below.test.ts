import { expect, test } from 'vitest'
import { allBelow } from '../../functions/organisations/names-below.ts'
import { readOrganisation } from '../../functions/organisations/organisation.ts'
import { withTestDatabase } from '../test-database.ts'
import { seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()

test('a list of bodies that was cut says so; one that was not is whole', async () => {
  const table = await database.newTable()
  await seedRegisters(table)
  const region = await readOrganisation(table, 'r')
  if (region === undefined) throw new Error('The region is there.')
  const whole = await allBelow(table, [region], undefined)
  expect(whole.isWhole).toBe(true)
  const cut = await allBelow(table, [region], undefined, 2)
  expect(cut.isWhole).toBe(false)
  expect(cut.all.size).toBeLessThan(whole.all.size)
})
