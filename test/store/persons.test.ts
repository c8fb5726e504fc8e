import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '../../functions/organisations/account.ts'
import { NewPerson, PersonChangeBody } from '../../functions/persons/api.ts'
import { changePerson } from '../../functions/persons/change-person.ts'
import { registerPerson } from '../../functions/persons/register-person.ts'
import { listPersonChangesFor, listPersonsFor, readPersonFor } from '../../functions/persons/view-person.ts'
import { ConditionFailedError } from '../../functions/platform/condition-failed.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { looksAt } from '../../functions/staff/look.ts'
import { readPerson } from '../../functions/staff/person.ts'
import { addPostChange, personChanges } from '../../functions/staff/person-change.ts'
import { readStaff } from '../../functions/staff/staff.ts'
import { holderOfNumber } from '../../functions/staff/staff-number.ts'
import { readStanding } from '../../functions/staff/standing.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
let asked: Asked
let now = '2026-06-15T09:00:00+08:00'
const deps = () => recordingHost(table, { now: () => Date.parse(now) }, asked)
const fresh = async () => {
  now = '2026-06-15T09:00:00+08:00'
  asked = nothingAsked()
  table = await database.newTable()
  await seedRegisters(table)
}

const body = (more: object = {}) =>
  NewPerson.parse({
    institutionId: 'i',
    staffNo: 'b7',
    name: '𠮷雅·巴特尔',
    postType: 'management',
    hiredOn: '2026-06-01',
    terms: [{ from: '2026-06-01', to: '2029-05-31' }],
    ...more,
  })
const register = (more: object = {}, actor: Actor = people.registrar, key?: string) =>
  registerPerson(deps())(body(more), key, actor)
const change = (id: string, version: number, more: object, actor: Actor = people.registrar) =>
  changePerson(deps())(id, PersonChangeBody.parse({ version, reason: '更正', ...more }), actor)

const registered = async (more: object = {}): Promise<string> => {
  const outcome = await register(more)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.person.id
}

describe('Art. 34: an institution keeps the register of its people', () => {
  beforeEach(fresh)
  test('a new person has a record, a standing, a number and the act of registration', async () => {
    const id = await registered()
    expect(await readPerson(table, id)).toMatchObject({ name: '𠮷雅·巴特尔', staffNo: 'B7', version: 1 })
    expect(await readStanding(table, id)).toMatchObject({
      staffId: id,
      institutionId: 'i',
      postType: 'management',
    })
    expect(await holderOfNumber(table, 'i', 'B7')).toBe(id)
    const changes = await listPersonChangesFor(table, id, people.registrar)
    expect(changes).toMatchObject({
      value: { items: [{ what: 'registered', by: 'unit.admin', version: 1 }] },
    })
  })

  test('whoever registers a name that no certificate can print is told of its characters', async () => {
    for (const [name, undrawable] of [
      ['𠮷雅·巴特尔', []],
      ['巴图 ᠪᠠᠲᠤ', []],
      ['李\u{30000}', ['\u{30000}']],
    ] as const) {
      const id = await registered({ name, staffNo: `n${name.codePointAt(0)}` })
      expect(await readPersonFor(table, id, people.registrar), name).toMatchObject({ value: { undrawable } })
    }
  })

  test('a repeat under the same key is the same person; another body under it is refused', async () => {
    const [first, again, other] = [
      await register({}, people.registrar, 'k'),
      await register({}, people.registrar, 'k'),
      await register({ name: '别人' }, people.registrar, 'k'),
    ]
    expect(first.ok && again.ok && first.value.person.id === again.value.person.id).toBe(true)
    expect(other).toMatchObject({ ok: false, code: 'KEY_REUSED' })
  })

  test('of twenty registrations with one number at once, one stands', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => register()))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(new Set(outcomes.flatMap((one) => (one.ok ? [] : [one.code])))).toEqual(
      new Set(['STAFF_NO_TAKEN']),
    )
  })

  test('an identity number is no staff number, and a name has nothing invisible in it', () => {
    expect(() => body({ staffNo: '15010219900307451x' })).toThrow()
    expect(() => body({ name: '张\u200b三' })).toThrow()
    expect(() => body({ name: '字'.repeat(51) })).toThrow()
    expect(body({ name: 'ᠰᠠᠷᠠᠨ\u180eᠠ' }).name).toHaveLength(7)
    expect(body({ name: '𠮷'.repeat(50) }).name).toHaveLength(100)
  })

  test.each([
    ['2027-06-15', true],
    ['2027-06-16', false],
  ])('a hiring lies at most a year ahead: %s', async (hiredOn, ok) => {
    expect((await register({ hiredOn, terms: [] })).ok).toBe(ok)
  })

  test('every fault at once, each with its field', async () => {
    const outcome = await register({
      terms: [
        { from: '2026-06-01', to: '2026-05-31' },
        { from: '2025-01-01', to: '2025-12-31' },
      ],
      leaves: [{ from: '2026-02-02', to: '2026-02-01', kind: 'sick' }],
      retiresOn: '2026-06-01',
    })
    expect(outcome.ok ? [] : outcome.errors?.map(({ pointer }) => pointer)).toEqual([
      '/terms/0/to',
      '/terms/1/from',
      '/leaves/0/to',
      '/retiresOn',
    ])
  })
})

describe('the same person on another register', () => {
  beforeEach(fresh)
  const there = { institutionId: 'j' }

  test('is asked about on number, name and day of hiring alone; nothing is said of where or who, and it is on record', async () => {
    const id = await registered()
    const asked = await register(there, people.sibling)
    expect(asked).toMatchObject({ code: 'PERSON_ELSEWHERE', errors: [{ pointer: '/staffNo' }] })
    expect(JSON.stringify(asked)).not.toMatch(new RegExp(`${id}|"i"|市第`))
    expect(await looksAt(table, id, 9)).toMatchObject([{ by: people.sibling.id, staffId: id }])
    const others = [{ staffNo: 'b8' }, { name: '巴特尔' }, { hiredOn: '2026-05-31', terms: [] }]
    for (const more of others)
      expect(await register({ ...there, ...more }, people.sibling)).not.toMatchObject({
        code: 'PERSON_ELSEWHERE',
      })
  })

  test('is registered where the registrar says that it is somebody else; taken over, nothing is asked', async () => {
    await registered()
    expect(await register({ ...there, isAnother: true }, people.sibling)).toMatchObject({
      value: { person: { staffNo: 'B7', institutionId: 'j' } },
    })
  })
})

describe('who may not, and who reads', () => {
  beforeAll(fresh)
  const outcomeOf = async (actor: Actor) => {
    const [made, read, changed] = [
      await register({ staffNo: `N${actor.id}` }, actor),
      await readPersonFor(table, 'staff.li', actor),
      await change('staff.li', 1, { leader: false }, actor),
    ]
    return [made, read, changed].map((one) => (one.ok ? 'ok' : one.code))
  }
  test.each<[keyof typeof people, string[]]>([
    ['department', ['NOT_ALLOWED', 'ok', 'NOT_ALLOWED']],
    ['auditor', ['NOT_ALLOWED', 'ok', 'NOT_ALLOWED']],
    ['li', ['NOT_ALLOWED', 'ok', 'NOT_ALLOWED']],
    ['sibling', ['NOT_ALLOWED', 'NOT_FOUND', 'NOT_FOUND']],
    ['lower', ['NOT_ALLOWED', 'NOT_FOUND', 'NOT_FOUND']],
    ['county', ['NOT_ALLOWED', 'NOT_FOUND', 'NOT_FOUND']],
  ])('%s: register, read, change are %s', async (who, expected) => {
    expect(await outcomeOf(people[who])).toEqual(expected)
  })

  test('lists are those of the institutions that one oversees', async () => {
    const list = (actor: Actor, institution?: string) =>
      listPersonsFor(table, institution, actor, { limit: 100 })
    const own = await list(people.registrar)
    expect(own.ok && own.value.items.map(({ id }) => id)).toEqual(['staff.li', 'unit.admin'])
    expect((await list(people.department, 'i')).ok).toBe(true)
    expect(await list(people.sibling, 'i')).toMatchObject({ code: 'NOT_FOUND' })
    expect(await list(people.li)).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('who may', () => {
  beforeEach(fresh)
  test.each(['registrar', 'city', 'region'] as const)('%s registers, reads and changes', async (who) => {
    expect((await register({}, people[who])).ok).toBe(true)
    expect((await readPersonFor(table, 'staff.li', people[who])).ok).toBe(true)
    expect((await change('staff.li', 1, { disability: true }, people[who])).ok).toBe(true)
  })

  test('nobody changes their own record, nor anybody’s by what a colleague lent them', async () => {
    expect(await change('unit.admin', 1, { postType: 'worker' })).toMatchObject({ code: 'OWN_RECORD' })
    const standIn: Actor = { ...people.li, standsInFor: [people.registrar] }
    expect(await change('staff.li', 1, { postType: 'worker' }, standIn)).toMatchObject({
      code: 'NOT_ALLOWED',
    })
    expect((await change('unit.admin', 1, { disability: true }, people.head)).ok).toBe(true)
  })
})

describe('a record is changed in the open, and what it said stays readable', () => {
  beforeEach(fresh)
  test('who read an older version is told so, and nothing is written where nothing is different', async () => {
    expect((await change('staff.li', 1, { name: '李静仪' })).ok).toBe(true)
    expect(await change('staff.li', 1, { name: '李' })).toMatchObject({
      code: 'STALE_VERSION',
      details: { version: 2 },
    })
    const same = await change('staff.li', 2, { name: '李静仪' })
    expect(same).toMatchObject({ ok: true, value: { person: { version: 2 } } })
  })

  test('of ten changes at once on one version, one holds', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) => change('staff.li', 1, { name: `名${index}` })),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await readPerson(table, 'staff.li')).toMatchObject({ version: 2 })
  })

  test('the standing follows', async () => {
    await change('staff.li', 1, { onRegister: false, hiredOn: '2019-09-01' }, people.city)
    expect(await readStanding(table, 'staff.li')).toMatchObject({ onRegister: false, hiredOn: '2019-09-01' })
  })

  test('what exempts is confirmed by another, a type of post is filed: not by the institution alone (Art. 4, 9, 18)', async () => {
    for (const [field, value] of [
      ['leader', true],
      ['highLevelTalent', true],
      ['onRegister', false],
      ['postType', 'worker'],
      ['hiredOn', '2019-09-01'],
      ['terms', [{ from: '2026-06-01', to: '2029-05-31' }]],
      ['leaves', [{ from: '2026-03-01', to: '2026-06-30', kind: 'maternity' }]],
    ])
      expect(await change('staff.li', 1, { [String(field)]: value })).toMatchObject({
        code: 'CHANGE_NEEDS_CONFIRMATION',
        errors: [{ pointer: `/${field}` }],
      })
  })

  test('the record of any past day, and each change field by field', async () => {
    now = '2026-07-01T09:00:00+08:00'
    await change('staff.li', 1, { retiresOn: '2050-01-01', disability: true })
    now = '2026-08-01T09:00:00+08:00'
    await change('staff.li', 2, { retiresOn: null })
    const on = async (day?: string) => {
      const read = await readPersonFor(table, 'staff.li', people.registrar, day)
      return read.ok ? [read.value.version, read.value.retiresOn] : read.code
    }
    expect(await on('2025-12-31')).toBe('NOT_FOUND')
    expect(await on('2026-06-30')).toEqual([1, null])
    expect(await on('2026-07-01')).toEqual([2, '2050-01-01'])
    expect(await on('2026-07-31')).toEqual([2, '2050-01-01'])
    expect(await on()).toEqual([3, null])
    const changes = await listPersonChangesFor(table, 'staff.li', people.li)
    expect(changes.ok && changes.value.items.map(({ version, fields }) => [version, fields])).toMatchObject([
      [3, [{ field: 'retiresOn', before: '2050-01-01', after: null }]],
      [
        2,
        [
          { field: 'retiresOn', before: null, after: '2050-01-01' },
          { field: 'disability', before: null, after: true },
        ],
      ],
      [1, expect.anything()],
    ])
  })

  test('a number is kept once: another’s is refused, one’s own former one is free again', async () => {
    expect(await change('staff.li', 1, { staffNo: 'A2' })).toMatchObject({ code: 'STAFF_NO_TAKEN' })
    await change('staff.li', 1, { staffNo: 'C9' })
    expect(await holderOfNumber(table, 'i', 'A1')).toBeUndefined()
    expect((await register({ staffNo: 'a1' })).ok).toBe(true)
  })
})

describe('Art. 21: a post change opens its training on the register', () => {
  beforeEach(fresh)
  test('once, kept with who filed it; of two at once one fails and reads again', async () => {
    const staff = await readStaff(table, 'staff.li')
    if (staff === undefined) throw new Error('staff.li is registered.')
    const opened = {
      id: 'r1',
      kind: 'post_type',
      effectiveOn: '2026-07-01',
      toPostType: 'management',
    } as const
    const act = { at: '2026-06-15T09:00:00.000+08:00', by: 'unit.admin', reason: '竞聘上岗' }
    await write(table, addPostChange(staff, opened, act))
    await expect(write(table, addPostChange(staff, opened, act))).rejects.toThrow(ConditionFailedError)
    expect(await readPerson(table, 'staff.li')).toMatchObject({ postChanges: [opened], version: 2 })
    expect((await personChanges(table, 'staff.li')).at(-1)).toMatchObject({
      what: 'post_change',
      reason: '竞聘上岗',
      before: { postChanges: [], version: 1 },
    })
  })
})

describe('a transfer needs both institutions, or an authority above them', () => {
  beforeEach(fresh)
  const take = (actor: Actor, version: number, more: object = {}) =>
    change('staff.li', version, { institutionId: 'j', ...more }, actor)

  test('the receiving registrar takes whom the other has released, and no one else', async () => {
    expect(await take(people.sibling, 1)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await take(people.registrar, 1)).toMatchObject({ code: 'NOT_ALLOWED' })
    expect((await change('staff.li', 1, { releasedTo: 'j' })).ok).toBe(true)
    expect(await take(people.lower, 2)).toMatchObject({ code: 'NOT_FOUND' })
    const taken = await take(people.sibling, 2, { effectiveOn: '2026-06-10', staffNo: 'J1' })
    expect(taken).toMatchObject({
      ok: true,
      value: { person: { institutionId: 'j', institutionSince: '2026-06-10', staffNo: 'J1', version: 3 } },
    })
    expect(await holderOfNumber(table, 'i', 'A1')).toBeUndefined()
    expect(await holderOfNumber(table, 'j', 'J1')).toBe('staff.li')
    expect(await readPersonFor(table, 'staff.li', people.registrar)).toMatchObject({ code: 'NOT_FOUND' })
    const list = await listPersonsFor(table, 'j', people.sibling, { limit: 100 })
    expect(list.ok && list.value.items.map(({ id }) => id)).toEqual(['staff.li'])
    expect(await readStanding(table, 'staff.li')).toMatchObject({ institutionId: 'j' })
  })

  test('an authority above both moves them; one above one of them does not', async () => {
    expect(await change('staff.li', 1, { institutionId: 'l' }, people.county)).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect((await change('staff.li', 1, { institutionId: 'l' }, people.city)).ok).toBe(true)
    expect(await readPerson(table, 'staff.li')).toMatchObject({ institutionId: 'l' })
  })

  test.each([
    ['2026-06-15', true],
    ['2026-06-16', false],
    ['2019-08-01', true],
    ['2019-07-31', false],
  ])('it takes place between the hiring and today: %s', async (effectiveOn, ok) => {
    expect((await take(people.city, 1, { effectiveOn })).ok).toBe(ok)
  })

  test('nobody is moved to where no institution is', async () => {
    for (const institutionId of ['nowhere', 'a'])
      expect(await change('staff.li', 1, { institutionId }, people.region)).toMatchObject({
        code: 'INPUT_INVALID',
        errors: [{ pointer: '/institutionId' }],
      })
    expect(await change('staff.li', 1, { releasedTo: 'i' })).toMatchObject({ code: 'INPUT_INVALID' })
  })
})
