import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Actor, readAccount } from '../../functions/organisations/account.ts'
import { changeSeat, listSeatsFor } from '../../functions/organisations/change-seat.ts'
import {
  organisationChanges,
  readOrganisation,
  replaceOrganisation,
} from '../../functions/organisations/organisation.ts'
import {
  NewOrganisation,
  OrganisationChangeBody,
  SeatChange,
} from '../../functions/organisations/organisations-api.ts'
import { previewMove } from '../../functions/organisations/preview-move.ts'
import { rederiveAwaiting, rederiveBelow } from '../../functions/organisations/rederive.ts'
import {
  changeOrganisation,
  registerOrganisation,
} from '../../functions/organisations/register-organisation.ts'
import { listOrganisationsBelow, viewOrganisation } from '../../functions/organisations/view-organisation.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
const clock = { now: () => Date.parse('2026-06-15T09:00:00+08:00') }
const fresh = async () => {
  table = await database.newTable()
  await seedRegisters(table)
}

const register = (more: object, actor: Actor = people.region, key?: string) =>
  registerOrganisation({ table, clock })(
    NewOrganisation.parse({ name: '新机构', kind: 'institution', level: 'city', ...more }),
    key,
    actor,
  )
const change = (id: string, version: number, more: object, actor: Actor = people.region) =>
  changeOrganisation({ table, clock })(
    id,
    OrganisationChangeBody.parse({ version, reason: '机构调整', ...more }),
    actor,
  )
const overseersOf = async (id: string) => (await readOrganisation(table, id))?.overseers

describe('an organisation stands where its record says (Art. 5, 38)', () => {
  beforeEach(fresh)
  test('those above follow from its department and its authority', async () => {
    const made = await register({ departmentId: 'd', authorityId: 'a' })
    expect(made).toMatchObject({ ok: true, value: { overseers: ['d', 'dr', 'a', 'r'], version: 1 } })
    const city = await register({ kind: 'authority', level: 'city', parentId: 'r' })
    expect(city).toMatchObject({ ok: true, value: { overseers: ['r'] } })
  })

  test('a city beside the leagues hangs at the region, whatever its code', async () => {
    const made = await register({ name: '满洲里市人社局', kind: 'authority', level: 'city', parentId: 'r' })
    expect(made.ok && made.value.overseers).toEqual(['r'])
  })

  test('a repeat under the same key is the same organisation', async () => {
    const [first, again, other] = [
      await register({ authorityId: 'a' }, people.city, 'k'),
      await register({ authorityId: 'a' }, people.city, 'k'),
      await register({ authorityId: 'a', name: '别的' }, people.city, 'k'),
    ]
    expect(first.ok && again.ok && first.value.id === again.value.id).toBe(true)
    expect(other).toMatchObject({ code: 'KEY_REUSED' })
  })
})

describe('an organisation cannot stand', () => {
  beforeAll(fresh)
  test.each<[string, object, string]>([
    ['an institution without an authority', {}, '/authorityId'],
    ['with a department as its authority', { authorityId: 'd' }, '/authorityId'],
    ['with an authority below its level', { authorityId: 'k' }, '/authorityId'],
    ['with a parent', { authorityId: 'a', parentId: 'r' }, '/parentId'],
    ['with a department that is none', { authorityId: 'a', departmentId: 'a' }, '/departmentId'],
    ['a city authority without one above', { kind: 'authority' }, '/parentId'],
    ['a city authority under a city authority', { kind: 'authority', parentId: 'a' }, '/parentId'],
    ['a department under an authority', { kind: 'department', parentId: 'r' }, '/parentId'],
    ['under what is not there', { kind: 'department', parentId: 'x' }, '/parentId'],
  ])('%s is refused', async (_, more, pointer) => {
    expect(await register(more)).toMatchObject({ code: 'ORGANISATION_MISPLACED', errors: [{ pointer }] })
  })

  test('nothing comes to stand above itself', async () => {
    expect(await change('a', 1, { parentId: 'k', level: 'county' })).toMatchObject({
      code: 'ORGANISATION_MISPLACED',
    })
  })
})

describe('a change of place comes down to all below', () => {
  beforeEach(fresh)
  test('before it is made: what comes along, who would see it no more, and who from then on', async () => {
    const preview = (id: string, query: object, actor: Actor = people.region) =>
      previewMove(table, id, query, actor)
    expect(await preview('k', { parentId: 'b' })).toEqual({
      ok: true,
      value: {
        ...{ offices: 0, institutions: 1, whole: true },
        loses: [{ id: 'a', name: '市人社局' }],
        gains: [{ id: 'b', name: '另一市人社局' }],
      },
    })
    expect(await preview('a', {})).toMatchObject({
      value: { offices: 1, institutions: 3, loses: [], gains: [] },
    })
    expect(await preview('i', { departmentId: '' }, people.city)).toMatchObject({
      value: { offices: 0, institutions: 0, loses: [{ id: 'd' }, { id: 'dr' }] },
    })
    expect(await preview('a', { parentId: 'k' })).toMatchObject({ code: 'ORGANISATION_MISPLACED' })
    // Whoever may not place it there is told no more than the change would say.
    expect(await preview('k', { parentId: 'b' }, people.county)).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await preview('i', {}, people.sibling)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await overseersOf('l')).toEqual(['k', 'a', 'r'])
  })

  test('authorities and institutions, level by level, and the act is kept', async () => {
    expect((await change('k', 1, { parentId: 'b' })).ok).toBe(true)
    expect(await overseersOf('k')).toEqual(['b', 'r'])
    expect(await overseersOf('l')).toEqual(['k', 'b', 'r'])
    expect((await readOrganisation(table, 'k'))?.rederiving).toBeUndefined()
    expect(await organisationChanges(table, 'k')).toMatchObject([
      { what: 'moved', by: 'hr.region', version: 2 },
    ])
  })

  test('a department’s too', async () => {
    expect((await change('d', 1, { parentId: null })).ok).toBe(true)
    expect(await overseersOf('i')).toEqual(['d', 'a', 'r'])
  })

  test('what was cut short is found and finished; doing it again changes nothing', async () => {
    const before = await readOrganisation(table, 'k')
    if (before === undefined) throw new Error('There is a county.')
    const moved = { ...before, parentId: 'b', overseers: ['b', 'r'], rederiving: true }
    await write(table, [replaceOrganisation(before, moved)])
    const now = await readOrganisation(table, 'k')
    if (now === undefined) throw new Error('There is a county.')
    expect(await rederiveBelow(table, now, -1)).toBe(false)
    expect(await overseersOf('l')).toEqual(['k', 'a', 'r'])
    expect((await viewOrganisation(table, now, people.region)).complete).toBe(false)
    expect(await rederiveAwaiting(table)).toBe(1)
    expect(await overseersOf('l')).toEqual(['k', 'b', 'r'])
    const done = await readOrganisation(table, 'l')
    expect(await rederiveAwaiting(table)).toBe(0)
    expect(await rederiveBelow(table, now)).toBe(true)
    expect(await readOrganisation(table, 'l')).toEqual(done)
  })

  test('an older version is told so', async () => {
    await change('i', 1, { name: '新名' })
    expect(await change('i', 1, { name: '又名' })).toMatchObject({
      code: 'STALE_VERSION',
      details: { version: 2 },
    })
  })

  test('someone who moves an organisation is above it here and there', async () => {
    expect(await change('l', 1, { authorityId: 'b' }, people.county)).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await change('l', 1, { name: '别名' }, people.county)).toMatchObject({ ok: true })
    expect(await change('l', 2, { authorityId: 'b', level: 'county' }, people.region)).toMatchObject({
      ok: true,
    })
  })
})

describe('who may not', () => {
  beforeAll(fresh)
  test.each<[keyof typeof people, string, string]>([
    ['county', 'NOT_ALLOWED', 'NOT_FOUND'],
    ['department', 'NOT_ALLOWED', 'NOT_ALLOWED'],
    ['auditor', 'NOT_ALLOWED', 'NOT_ALLOWED'],
    ['registrar', 'NOT_ALLOWED', 'NOT_ALLOWED'],
    ['head', 'NOT_ALLOWED', 'NOT_ALLOWED'],
    ['sibling', 'NOT_ALLOWED', 'NOT_FOUND'],
    ['li', 'NOT_ALLOWED', 'NOT_FOUND'],
  ])('%s: register under the city %s, change an institution of it %s', async (who, made, changed) => {
    const outcomes = [
      await register({ authorityId: 'a' }, people[who]),
      await change('i', 1, { name: '改名' }, people[who]),
    ]
    expect(outcomes.map((one) => (one.ok ? 'ok' : one.code))).toEqual([made, changed])
  })
})

describe('lists', () => {
  beforeAll(fresh)
  test('one goes down from one’s own organisation: authorities first, then institutions, page by page', async () => {
    const list = async (parent?: string, cursor?: string, actor: Actor = people.city, limit = 1) => {
      const page = await listOrganisationsBelow(table, { parent }, actor, { limit, cursor })
      return page.ok ? { ids: page.value.items.map(({ id }) => id), cursor: page.value.cursor } : page.code
    }
    expect(await list()).toEqual({ ids: ['a'], cursor: null })
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await list('a', cursor)
      if (typeof page === 'string') throw new Error(page)
      seen.push(...page.ids)
      cursor = page.cursor ?? undefined
    } while (cursor !== undefined)
    expect(seen).toEqual(['k', 'i', 'j'])
    expect(await list('d', 'i.', people.department, 9)).toMatchObject({ ids: ['i', 'j'] })
    expect(await list('i', undefined, people.registrar)).toEqual({ ids: [], cursor: null })
    expect(await list('a', undefined, people.department)).toBe('NOT_FOUND')
  })
})

const seat = (change: object, actor: Actor, at = 'i') =>
  changeSeat({ table, clock })(
    at,
    SeatChange.parse({ action: 'add', role: 'institution', reason: '人员调整', ...change }),
    actor,
  )

describe('seats that are not given', () => {
  beforeAll(fresh)
  test.each<[keyof typeof people, object, string]>([
    ['registrar', { accountId: 'staff.li' }, 'NOT_ALLOWED'],
    ['sibling', { accountId: 'staff.li' }, 'NOT_FOUND'],
    ['head', { accountId: 'unit.head' }, 'OWN_RECORD'],
    ['head', { accountId: 'staff.li', role: 'authority' }, 'NOT_ALLOWED'],
    ['head', { accountId: 'staff.li', role: 'auditor' }, 'NOT_ALLOWED'],
    ['head', { accountId: 'nobody' }, 'INPUT_INVALID'],
    ['auditor', { accountId: 'staff.li' }, 'NOT_ALLOWED'],
  ])('%s gives %j: %s', async (who, given, expected) => {
    const outcome = await seat(given, people[who])
    expect(outcome.ok ? 'ok' : outcome.code).toBe(expected)
  })
})

describe('seats', () => {
  beforeEach(fresh)
  test('a head gives a colleague a seat and takes it back; the account knows', async () => {
    const added = await seat({ accountId: 'staff.li' }, people.head)
    expect(added.ok && added.value.items.map(({ accountId }) => accountId)).toEqual([
      'staff.li',
      'unit.admin',
      'unit.head',
    ])
    expect((await readAccount(table, 'staff.li'))?.roles).toEqual([
      { role: 'institution', organisationId: 'i', head: false },
    ])
    await seat({ accountId: 'staff.li' }, people.head)
    await seat({ accountId: 'staff.li', head: true }, people.head)
    expect((await readAccount(table, 'staff.li'))?.roles).toEqual([
      { role: 'institution', organisationId: 'i', head: true },
    ])
    await seat({ accountId: 'staff.li', action: 'remove' }, people.head)
    expect((await readAccount(table, 'staff.li'))?.roles).toEqual([])
  })

  test('seats given at once at two places both stand', async () => {
    const [a, b] = await Promise.all([
      seat({ accountId: 'staff.li' }, people.head),
      seat({ accountId: 'staff.li' }, people.sibling, 'j'),
    ])
    expect([a.ok, b.ok]).toEqual([true, true])
    expect((await readAccount(table, 'staff.li'))?.roles).toHaveLength(2)
  })

  test('the region alone appoints auditors, and a desk never loses its last seat', async () => {
    expect((await seat({ accountId: 'staff.li', role: 'auditor' }, people.region, 'a')).ok).toBe(true)
    const removed = await seat(
      { accountId: 'dept', role: 'department', action: 'remove' },
      people.region,
      'd',
    )
    expect(removed).toMatchObject({ code: 'DESK_LEFT_EMPTY' })
    const last = await seat({ accountId: 'hr.county', role: 'authority', action: 'remove' }, people.city, 'k')
    expect(last).toMatchObject({ code: 'DESK_LEFT_EMPTY' })
    expect(await listSeatsFor(table, 'k', people.registrar)).toMatchObject({ code: 'NOT_FOUND' })
  })
})
