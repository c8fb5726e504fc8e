import { readFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { currentForm } from '../../functions/operations/forms.ts'
import { keys } from '../../functions/platform/keys.ts'
import { isSealed } from '../../functions/platform/seal.ts'
import { always, type Item, read, sealOf, type Table, write } from '../../functions/platform/table.ts'
import { walkTable } from '../../functions/platform/walk.ts'
import { standingsToForm7 } from '../../functions/staff/form-7.ts'
import { shardOf } from '../../functions/staff/person.ts'
import { readStanding } from '../../functions/staff/standing.ts'
import { withTestDatabase } from '../test-database.ts'
import { everyItem } from './every-item.ts'

/**
 * Art. 45: the version of form 6 kept the change of a refused or withdrawn filing in a standing until the person's
 * next act. A table of form 5 is brought to form 6, with such a standing in it, and then to form 7.
 */

const database = withTestDatabase()
let table: Table

const items = z
  .array(z.record(z.string(), z.unknown()))
  .parse(JSON.parse(readFileSync(new URL('fixtures/form-5/items.json', import.meta.url), 'utf8')))

const form6 = { form: 6, steps: currentForm.steps.filter((step) => !standingsToForm7.includes(step)) }
const place = keys.standing(shardOf('staff.li'), 'staff.li')
const refused = { id: 'pc1', kind: 'post_type', toPostType: 'worker', effectiveOn: '2026-03-01' }

const standing = async (): Promise<Item> => {
  const item = await read(table, place)
  if (item === undefined) throw new Error('A standing was expected.')
  return item
}

/** As the version before left it: it knew the change, whatever became of its filing. */
const asBefore = async () => {
  const { seal: _, ...item } = await standing()
  return { ...item, ...place, changedOn: '2026-03-01' }
}

beforeEach(async () => {
  table = await database.newTable()
  for (const item of items)
    await write(table, [
      {
        put: item.pk === 'STAFF#staff.li' && item.sk === 'PERSON' ? withRefusedFiling(item) : item,
        when: always,
      },
    ])
  await walkTable(table, form6)
  await write(table, [{ put: await asBefore(), when: always, sealed: true }])
})

const withRefusedFiling = (person: Item): Item => ({
  ...person,
  postChanges: [{ ...refused, dropped: true, refused: true }],
})

test('standings are made anew and sealed; nothing else is touched, and once more changes nothing', async () => {
  const others = async () =>
    (await everyItem(table)).filter(
      ({ pk, sk }) => !/^(WALK|FORM)/.test(String(pk)) && !String(sk).startsWith('STANDING#'),
    )
  const before = await others()
  expect((await readStanding(table, 'staff.li'))?.changedOn).toBe('2026-03-01')
  const { changedOn: _, seal: __, schema: ___, ...rest } = await standing()
  expect(await walkTable(table, currentForm)).toMatchObject({ rewritten: 3 })
  const after = await standing()
  const { seal: ____, ...made } = after
  expect(made).toEqual({ ...rest, schema: 3 })
  expect(isSealed(await sealOf(table), after)).toBe(true)
  expect(await others()).toEqual(before)
  expect(await walkTable(table, { ...currentForm, form: 8 })).toMatchObject({ rewritten: 0 })
  expect(await standing()).toEqual(after)
})

test.each([{ seal: 'forged' }, {}])('one that bears no seal of ours is given none: %o', async (seal) => {
  await write(table, [{ put: { ...(await asBefore()), ...seal }, when: always }])
  await walkTable(table, currentForm)
  const after = await standing()
  expect(after).toMatchObject({ ...seal, schema: 3, changedOn: '2026-03-01' })
  expect(isSealed(await sealOf(table), after)).toBe(false)
})

test('one that is marked as broken waits as it is', async () => {
  const marked = { ...(await standing()), broken: { fault: 'entry 1', since: '2026-11-30' } }
  await write(table, [{ put: marked, when: always }])
  await walkTable(table, currentForm)
  expect(await standing()).toEqual(marked)
})

test('of a ledger that is broken by now the standing keeps the end that it had', async () => {
  const cut = { ...(await asBefore()), chain: `6 ${'0'.repeat(64)}` }
  await write(table, [{ put: cut, when: always, sealed: true }])
  await walkTable(table, currentForm)
  expect(await standing()).toMatchObject({ schema: 3, chain: cut.chain, changedOn: '2026-03-01' })
})
