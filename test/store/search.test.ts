import { BatchGetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '../../functions/organisations/account.ts'
import { readOrganisation } from '../../functions/organisations/organisation.ts'
import { moveOrganisationNumber } from '../../functions/organisations/organisation-number.ts'
import { mapConcurrently } from '../../functions/platform/map-concurrently.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import type { FindOrganisationsBody } from '../../functions/search/api.ts'
import { findAnything } from '../../functions/search/find-anything.ts'
import { MOST_NAMES, MOST_SHOWN } from '../../functions/search/find-named.ts'
import { findOrganisations } from '../../functions/search/find-organisations.ts'
import { registerPerson } from '../../functions/staff/person-change.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, personOf, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
beforeEach(async () => {
  table = await database.newTable()
  await seedRegisters(table)
})

const seeding = { at: '2026-01-01T09:00:00.000+08:00', by: 'seed', reason: 'x' }
const register = (id: string, more: object) => write(table, registerPerson(personOf(id, more), seeding))
const personsFor = async (text: string, actor: Actor) =>
  (await findAnything(table)(text, actor)).persons.map(({ id }) => id)

describe('one search box, by number or the beginning of a name, by right', () => {
  test('a staff number finds its holders wherever they are, for whoever may see them', async () => {
    await register('other', { institutionId: 'l', staffNo: 'A1', name: '另一人' })
    expect(await personsFor('a1', people.region)).toEqual(expect.arrayContaining(['staff.li', 'other']))
    expect(await personsFor('Ａ１', people.registrar)).toEqual(['staff.li'])
    expect(await personsFor('A1', people.lower)).toEqual(['other'])
    expect(await personsFor('A1', people.sibling)).toEqual([])
    expect(await personsFor('A1', people.li)).toEqual(['staff.li'])
    expect(await personsFor('staff.li', people.city)).toEqual(['staff.li'])
    expect(await personsFor('staff.li', people.sibling)).toEqual([])
  })

  test('a name finds people of one’s own institution at once, its dots and spaces as they come', async () => {
    await register('bate', { name: '阿拉坦·巴特尔' })
    await register('elsewhere', { name: '阿拉坦·其其格', institutionId: 'j' })
    expect(await personsFor('阿拉坦', people.registrar)).toEqual(['bate'])
    expect(await personsFor('阿拉坦 •巴', people.registrar)).toEqual(['bate'])
    expect(await personsFor('巴特尔', people.registrar)).toEqual([])
    // Officers find whom the index of names has (find-names.test.ts).
    expect(await personsFor('阿拉坦', people.region)).toEqual([])
  })

  test('an organisation is found by its number, and by name at or right below one’s own', async () => {
    const school = await readOrganisation(table, 'i')
    if (school === undefined) throw new Error('There is no school.')
    await write(table, moveOrganisationNumber(school, { ...school, number: '12150000X' }))
    const found = async (text: string, actor: Actor) =>
      (await findAnything(table)(text, actor)).organisations.map(({ id }) => id)
    expect(await found('12150000x', people.city)).toEqual(['i'])
    expect(await found('12150000X', people.county)).toEqual([])
    expect(await found('中学', people.city)).toEqual(['i', 'j'])
    expect(await found('中学', people.county)).toEqual([])
    expect(await found('区', people.city)).toContain('k')
    // A whole city: the institutions of its counties, by a part of the name, too.
    const county = await readOrganisation(table, 'l')
    const part = county?.name.slice(1) ?? ''
    expect(await found(part, people.city)).toContain('l')
    expect(await found(part, people.sibling)).toEqual([])
    expect(await found('教育厅', people.region)).toEqual(['dr'])
    expect(await found('教育局', people.region)).toEqual(['d'])
    expect(await found('教育局', people.city)).toEqual(['d'])
  })

  test('an organisation is found by a part of its name at any level below one’s own, or below a named one', async () => {
    const found = async (body: FindOrganisationsBody, actor: Actor) => {
      const done = await findOrganisations(table)(body, actor)
      return done.ok
        ? done.value.items.map(({ id, under }) => [id, ...under.map((one) => one.id)])
        : done.code
    }
    // Two levels below the region, one below the city.
    expect(await found({ text: '小学' }, people.region)).toEqual([['l', 'r', 'a', 'k']])
    expect(await found({ text: '小学' }, people.city)).toEqual([['l', 'r', 'a', 'k']])
    expect(await found({ text: '中学 i', kind: 'institution' }, people.region)).toEqual([['i', 'r', 'a']])
    // A department stands below no authority; whoever registers an institution finds it all the same.
    for (const actor of [people.region, people.city, people.county])
      expect(await found({ text: '教育局' }, actor)).toEqual([['d', 'dr']])
    expect(await found({ text: '教育局', kind: 'institution' }, people.region)).toEqual([])
    // What is beside or above one’s own is not found; who keeps a register finds the one that people move to.
    expect(await found({ text: '中学' }, people.county)).toEqual([])
    expect(await found({ text: '小学' }, people.registrar)).toEqual([['l', 'r', 'a', 'k']])
    expect(await found({ text: '小学', below: 'b' }, people.registrar)).toEqual([])
    expect(await found({ text: '小学', below: 'dr' }, people.registrar)).toBe('NOT_FOUND')
    expect(await found({ text: '小学' }, people.li)).toEqual([])
    // By the number, as the platform has it.
    expect(await found({ text: 'l' }, people.region)).toEqual([['l', 'r', 'a', 'k']])
  })

  test('what it reads is bounded by one’s own organisations, whatever else there is', async () => {
    await mapConcurrently(Array.from({ length: 250 }).keys(), 8, (index) =>
      register(`far${index}`, {
        institutionId: 'j',
        name: `王${'甲乙丙丁戊己庚辛壬癸'[index % 10]}`,
        staffNo: `W${index}`,
      }),
    )
    let reads = 0
    const counting: Table = {
      ...table,
      client: new Proxy(table.client, {
        get(client, name) {
          if (name !== 'send') return Reflect.get(client, name)
          return (command: object) => {
            if (command instanceof QueryCommand || command instanceof BatchGetCommand) reads += 1
            return Reflect.apply(client.send, client, [command])
          }
        },
      }),
    }
    const far = await findAnything(counting)('王', people.registrar)
    expect(far.persons).toEqual([])
    const small = reads
    reads = 0
    const near = await findAnything(counting)('王', people.sibling)
    expect(near.persons).toHaveLength(MOST_SHOWN)
    expect(near.more).toBe(true)
    // Three pages of a hundred names in place of one; a further read takes the institutions of those found.
    expect(reads - small).toBeLessThanOrEqual(2 * 3)
    expect(MOST_NAMES).toBe(2_000)
    reads = 0
    // By a number no register is looked through, however long it is.
    expect((await findAnything(counting)('W7', people.sibling)).persons).toHaveLength(1)
    expect(reads).toBeLessThanOrEqual(small)
  })
})
