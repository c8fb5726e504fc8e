import { BatchGetCommand, DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '../../functions/organisations/account.ts'
import { readOrganisation, readOrganisations } from '../../functions/organisations/organisation.ts'
import { OrganisationChangeBody } from '../../functions/organisations/organisations-api.ts'
import { changeOrganisation } from '../../functions/organisations/register-organisation.ts'
import { sees } from '../../functions/organisations/visibility.ts'
import { mapConcurrently } from '../../functions/platform/map-concurrently.ts'
import { eventually, type Table, write } from '../../functions/platform/table.ts'
import { findAnything } from '../../functions/search/find-anything.ts'
import { MOST_SHOWN, personsNamed } from '../../functions/search/find-named.ts'
import { keepNames } from '../../functions/search/keep-names.ts'
import { textsOf } from '../../functions/search/name-readings.ts'
import { newPerson, type Person, readPerson } from '../../functions/staff/person.ts'
import { changePerson, registerPerson } from '../../functions/staff/person-change.ts'
import { readStaff } from '../../functions/staff/staff.ts'
import { putStanding } from '../../functions/staff/standing.ts'
import { times } from '../proving.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, personOf, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
let now = ''
const clock = { now: () => Date.parse(now) }
const act = () => ({ at: now.replace('+08:00', '.000+08:00'), by: 'hr.city', reason: 'x' })
const FOREVER = Number.POSITIVE_INFINITY
const DAY = 86_400_000

const later = (milliseconds: number) => {
  const moment = Date.parse(now) + milliseconds
  now = `${new Date(moment + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
}
const register = (id: string, more: Partial<Person> = {}) =>
  write(table, registerPerson(personOf(id, more), act()))
const change = async (id: string, more: Partial<Person>) => {
  const staff = await readStaff(table, id)
  if (staff === undefined) throw new Error(`${id} was expected.`)
  await write(table, changePerson(staff, { ...staff.person, ...more }, { ...act(), what: 'changed' }))
}
/** Places an organisation elsewhere, as the region does. */
const place = async (id: string, under: object) => {
  const { version = 1 } = (await readOrganisation(table, id)) ?? {}
  const body = OrganisationChangeBody.parse({ version, reason: '机构调整', ...under })
  return changeOrganisation({ table, clock })(id, body, people.region)
}
const turn = (until = FOREVER) => keepNames({ table, clock })(until)

/** Of the other city, which has nobody at first. */
const otherCity: Actor = {
  ...people.city,
  id: 'hr.b',
  roles: [{ role: 'authority', organisationId: 'b', head: false }],
}
const officers: readonly Actor[] = [
  ...[people.region, people.auditor, people.city, otherCity, people.county, people.department],
  ...[people.registrar, people.sibling, people.lower],
]

const found = async (text: string, actor: Actor): Promise<string[]> => {
  const seats = await readOrganisations(
    table,
    actor.roles.map(({ organisationId }) => organisationId),
  )
  const { persons } = await personsNamed(eventually(table), seats, text, actor)
  return persons.map(({ person }) => person.id).toSorted()
}

beforeEach(async () => {
  table = await database.newTable()
  now = '2026-06-01T09:00:00+08:00'
  await seedRegisters(table)
})

describe('what a name is found by', () => {
  test('itself, its pinyin without tones, its initials; a surname as surnames are read, and as words are', () => {
    expect(textsOf('王芳')).toEqual(['王芳', 'wangfang', 'wf'])
    expect(textsOf('吕 布')).toEqual(['吕布', 'lvbu', 'lb'])
    expect(textsOf('单雄信')).toEqual(['单雄信', 'shanxiongxin', 'sxx', 'danxiongxin', 'dxx'])
    for (const [name, pinyin] of [
      ['解晓东', 'xiexiaodong'],
      ['曾国藩', 'zengguofan'],
      ['仇英', 'qiuying'],
      ['查干', 'chagan'],
      ['欧阳修', 'ouyangxiu'],
    ])
      expect(textsOf(name ?? '')).toContain(pinyin)
    expect(textsOf('阿拉坦•巴特尔')).toEqual(['阿拉坦·巴特尔', 'alatanbateer', 'altbte'])
    expect(textsOf('阿拉坦·Erden')).toContain('alatanerden')
  })

  test('a name in another script is found by itself', () => {
    expect(textsOf('ᠪᠠᠶᠠᠷ')).toEqual(['ᠪᠠᠶᠠᠷ'])
    expect(textsOf('Anna Müller')).toEqual(['annamüller'])
  })
})

describe('names in the index', () => {
  test('an officer finds people of the institutions below by the beginning of name or pinyin; a sibling does not', async () => {
    await register('wang', { name: '王芳', institutionId: 'l' })
    await register('lv', { name: '吕布', institutionId: 'j' })
    await turn()
    for (const text of ['王芳', '王', 'wangfang', 'Wang F', 'wáng', 'wf'])
      for (const actor of [people.region, people.city, people.county, people.lower])
        expect([text, actor.id, await found(text, actor)]).toEqual([text, actor.id, ['wang']])
    for (const actor of [otherCity, people.sibling, people.department, people.li])
      expect(await found('王芳', actor)).toEqual([])
    expect(await found('芳', people.region)).toEqual([])
    for (const text of ['lv', 'lü', 'Lǚ Bù', 'lb'])
      expect(await found(text, people.department)).toEqual(['lv'])
    // Spaces are no beginning of anything.
    expect(await found('\u200b', people.region)).toEqual([])
    const told = (await findAnything(table)('wangf', people.city)).persons
    expect(told).toMatchObject([{ id: 'wang', institution: { id: 'l', name: '区小学' } }])
  })

  test('nobody is found by what they no longer are, also before the next turn', async () => {
    for (const id of ['renamed', 'moved', 'merged']) await register(id, { name: '王芳', institutionId: 'i' })
    await turn()
    expect(await found('王芳', people.city)).toEqual(['merged', 'moved', 'renamed'])
    await change('renamed', { name: '李芳' })
    await change('moved', { institutionId: 'l' })
    await change('merged', { mergedInto: 'moved' })
    expect(await found('wangf', people.city)).toEqual(['moved'])
    expect(await found('wangf', people.department)).toEqual([])
    expect(await found('wangf', people.registrar)).toEqual([])
    await turn()
    expect(await found('王芳', people.city)).toEqual(['moved'])
    expect(await found('lif', people.registrar)).toEqual(['renamed'])
    expect(await found('wf', people.county)).toEqual(['moved'])
  })

  test('whose institution is placed elsewhere is found where it stands now', async () => {
    await register('wang', { name: '王芳', institutionId: 'i' })
    await turn()
    later(DAY)
    expect(await place('i', { authorityId: 'b', departmentId: null })).toMatchObject({ ok: true })
    await turn()
    expect(await found('王芳', otherCity)).toEqual(['wang'])
    for (const actor of [people.city, people.department]) expect(await found('wang', actor)).toEqual([])
    // An office takes its people along at once.
    await register('li', { name: '李芳', institutionId: 'l' })
    await turn()
    await place('k', { parentId: 'b' })
    expect(await found('lif', otherCity)).toEqual(['li'])
    expect(await found('lif', people.city)).toEqual([])
  })

  test('people of a version before, of whom no act is listed, are found after the walk over everyone', async () => {
    const before = personOf('before', { name: '王芳', institutionId: 'l' })
    const staff = { person: before, entries: [], certificates: [] }
    await write(table, [newPerson(before), putStanding(staff)])
    later(DAY)
    // A turn without any time does nothing, and loses nothing.
    expect(await turn(0)).toMatchObject({ changed: 0, walk: { walked: 0, done: false } })
    expect(await found('王芳', people.city)).toEqual([])
    expect(await turn()).toMatchObject({ walk: { walked: 3, differed: 3, done: true } })
    expect(await found('王芳', people.city)).toEqual(['before'])
    // What an act has missed is mended ten days later.
    await write(table, [
      {
        put: {
          ...newPersonItem({ ...before, name: '赵芳' }),
        },
        sealed: true,
        when: { expression: 'attribute_exists(pk)' },
      },
    ])
    later(9 * DAY)
    expect((await turn()).walk).toBeUndefined()
    later(DAY)
    expect(await turn()).toMatchObject({ walk: { walked: 3, differed: 1, done: true } })
    expect(await found('zhaof', people.city)).toEqual(['before'])
  })

  test('a turn writes what differs alone, and two at once are one', async () => {
    for (let nth = 0; nth < 5; nth += 1) await register(`w${nth}`, { name: '王芳' })
    const results = await Promise.all([turn(), turn()])
    expect(results.some(({ changed }) => changed > 0)).toBe(true)
    const { counted, of } = counting(table)
    expect(await keepNames({ table: of, clock })(FOREVER)).toEqual({ changed: 0, walk: undefined })
    // Its place, and nothing else.
    expect(counted().writes).toBe(1)
    expect(await found('wf', people.registrar)).toHaveLength(5)
  })

  test('what a search reads does not grow with the people; more than are shown are told', async () => {
    await register('w', { name: '王芳', institutionId: 'l' })
    await turn()
    const readsOf = async () => {
      const { counted, of } = counting(table)
      const { persons, more } = await findAnything(of)('wangf', people.region)
      return { reads: counted().reads, shown: persons.length, more }
    }
    const one = await readsOf()
    expect(one).toMatchObject({ shown: 1, more: false })
    await mapConcurrently(Array.from({ length: 250 }).keys(), 8, (nth) =>
      register(`w${nth}`, { name: '王芳', institutionId: ['l', 'i', 'j'][nth % 3] ?? 'l' }),
    )
    await turn()
    expect(await readsOf()).toEqual({ reads: one.reads, shown: MOST_SHOWN, more: true })
  })
})

const newPersonItem = (person: Person) => {
  const made = newPerson(person)
  if (!('put' in made)) throw new Error('A put was expected.')
  return made.put
}

/** The table, and how often it was read and written. */
const counting = (of: Table) => {
  let reads = 0
  let writes = 0
  const client = new Proxy(of.client, {
    get(target, name) {
      if (name !== 'send') return Reflect.get(target, name)
      return (command: object) => {
        if (command instanceof QueryCommand || command instanceof BatchGetCommand) reads += 1
        if (command instanceof PutCommand || command instanceof DeleteCommand) writes += 1
        return Reflect.apply(target.send, target, [command])
      }
    },
  })
  return { of: { ...of, client }, counted: () => ({ reads, writes }) }
}

/** Names, each with whatever it is found by. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  王芳: ['王芳', 'wangfang', 'wf'],
  王方: ['王方', 'wangfang', 'wf'],
  吕布: ['吕布', 'lvbu', 'lb'],
  阿拉坦·巴特尔: ['阿拉坦·巴特尔', 'alatanbateer', 'altbte'],
  ᠪᠠᠶᠠᠷ: ['ᠪᠠᠶᠠᠷ'],
  Anna: ['anna'],
}
const BEGINNINGS = ['王', '王芳', 'w', 'wangf', 'wf', 'l', '阿拉坦', 'al', 'altb', 'ᠪᠠ', 'a', 'an', '名']
const STAFF = ['s.0', 's.1', 's.2', 's.3'] as const

const happening = fc.record({
  who: fc.constantFrom(...STAFF),
  name: fc.constantFrom(...Object.keys(NAMES)),
  at: fc.constantFrom('i', 'j', 'l'),
  under: fc.constantFrom('a', 'b', 'k'),
  department: fc.constantFrom('d', null),
  what: fc.constantFrom('register', 'rename', 'transfer', 'leave', 'merge', 'place', 'office', 'turn'),
  minutes: fc.constantFrom(0, 3, 20, 60 * 24 * 11),
})

describe('whatever happens to people and institutions', () => {
  test('each officer finds who a look at everyone finds, and before a turn nobody else', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { minLength: 6, maxLength: 14 }),
        fc.uniqueArray(fc.constantFrom(...BEGINNINGS), { minLength: 5, maxLength: 5 }),
        async (all, beginnings) => {
          table = await database.newTable()
          now = '2026-06-01T09:00:00+08:00'
          await seedRegisters(table)
          const expected = async (text: string, actor: Actor) => {
            const ids: string[] = []
            for (const id of [...STAFF, 'staff.li', 'unit.admin']) {
              const person = await readPerson(table, id)
              if (person === undefined || person.mergedInto !== undefined) continue
              const texts = NAMES[person.name] ?? [person.name]
              const institution = await readOrganisation(table, person.institutionId)
              if (texts.some((one) => one.startsWith(text)) && sees(actor, id, institution)) ids.push(id)
            }
            return ids.toSorted()
          }
          await turn()
          for (const { who, name, at, under, department, what, minutes } of all) {
            later(minutes * 60_000)
            const person = await readPerson(table, who)
            if (what === 'turn') await turn()
            else if (what === 'place')
              await place(at, { authorityId: under, ...(at === 'l' ? {} : { departmentId: department }) })
            else if (what === 'office') await place('k', { parentId: under === 'k' ? 'a' : under })
            else if (person === undefined) await register(who, { name, institutionId: at })
            else if (person.mergedInto !== undefined) continue
            else if (what === 'rename') await change(who, { name })
            else if (what === 'transfer') await change(who, { institutionId: at })
            else if (what === 'leave') await change(who, { onRegister: !person.onRegister })
            else if (what === 'merge') await change(who, { mergedInto: 'staff.li' })
            if (what === 'turn') continue
            const [text = ''] = beginnings
            for (const actor of [people.city, people.department])
              expect(await expected(text, actor)).toEqual(expect.arrayContaining(await found(text, actor)))
          }
          await turn()
          for (const text of beginnings)
            for (const actor of officers)
              expect([text, actor.id, await found(text, actor)]).toEqual([
                text,
                actor.id,
                await expected(text, actor),
              ])
          // A walk over everyone finds nothing that acts have missed.
          later(11 * DAY)
          expect(await turn()).toMatchObject({ changed: 0, walk: { done: true, differed: 0 } })
        },
      ),
      { numRuns: times(6), endOnFailure: true },
    )
  }, 240_000)
})
