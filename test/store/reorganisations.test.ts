import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, test } from 'vitest'
import { putEnrolment, readEnrolment } from '../../functions/classes/enrolment.ts'
import { answerMatter } from '../../functions/inspections/answer-matter.ts'
import { findViolation, orderSupervision } from '../../functions/inspections/begin-matter.ts'
import { readMatter } from '../../functions/inspections/inspection.ts'
import { listMatters } from '../../functions/inspections/view-inspections.ts'
import { newAccount, readAccount } from '../../functions/organisations/account.ts'
import { changeSeat } from '../../functions/organisations/change-seat.ts'
import {
  organisationChanges,
  organisationFault,
  readOrganisation,
} from '../../functions/organisations/organisation.ts'
import { seatsAt } from '../../functions/organisations/seat.ts'
import { listOrganisationsBelow } from '../../functions/organisations/view-organisation.ts'
import { changePerson } from '../../functions/persons/change-person.ts'
import { registerPerson } from '../../functions/persons/register-person.ts'
import { keys } from '../../functions/platform/keys.ts'
import { read, type Table, write } from '../../functions/platform/table.ts'
import { newProgramme, type Programme } from '../../functions/programmes/programme.ts'
import { carryPerson } from '../../functions/reorganisations/carry-person.ts'
import { preview } from '../../functions/reorganisations/preview.ts'
import {
  type Reorganisation,
  reorganisationsRunning,
} from '../../functions/reorganisations/reorganisation.ts'
import { reorganise, sweepReorganisations } from '../../functions/reorganisations/reorganise.ts'
import { findFiled } from '../../functions/requests/filing.ts'
import { findOrganisations } from '../../functions/search/find-organisations.ts'
import { settling } from '../../functions/settlement/settling.ts'
import { readPerson } from '../../functions/staff/person.ts'
import { registerPerson as enter, personChanges } from '../../functions/staff/person-change.ts'
import { holderOfNumber } from '../../functions/staff/staff-number.ts'
import { nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, personOf, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
const clock = { now: () => Date.parse('2026-06-15T09:00:00+08:00') }
const deps = (at: Table = table) => settling(recordingHost(at, clock, nothingAsked()))

const staff = ['s1', 's2', 's3', 's4'] as const
const seed = async () => {
  table = await database.newTable()
  await seedRegisters(table)
  for (const [index, id] of staff.entries())
    await write(
      table,
      enter(
        personOf(id, {
          institutionId: index < 3 ? 'i' : 'j',
          staffNo: `00${index % 3}`,
          hiredOn: '2020-03-01',
        }),
        { at: '2026-01-01T09:00:00.000+08:00', by: 'seed', reason: 'x' },
      ),
    )
}
beforeEach(seed)

const merge = (more: object = {}, actor = people.city, at: Table = table, patience?: number) =>
  reorganise(deps(at), patience)('i', { into: 'j', reason: '机构改革', ...more }, actor)
const codeOf = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? 'ok' : outcome.code)
const homeOf = async (id: string) => (await readPerson(table, id))?.institutionId

const course = {
  category: 'in_service',
  mode: 'offline',
  kind: 'theory',
  feeFen: 0,
  minutes: 360,
  lecturers: [],
}
const programme = (more: Partial<Programme>): Programme => ({
  ...{ id: 'p1', year: 2026, title: '研修班', organiserId: 'd', organiserName: '市教育局' },
  courses: [{ ...course, title: '公共课', subject: 'public' } as Programme['courses'][number]],
  sessions: [{ day: '2026-07-10', half: 'morning', course: 0 }],
  ...{ firstDay: '2026-07-10', lastDay: '2026-07-10', place: '中心', capacity: 9 },
  ...{ audience: { organisations: [], postTypes: [] }, plan: { why: '临时任务' }, budget: '本级财政' },
  ...{ filedBy: 'x', filedAt: '2026-05-01T09:00:00.000+08:00', state: 'accepted', acts: [], version: 1 },
  ...more,
})

const enrolment = (programmeId: string) => ({
  ...{ programmeId, staffId: 's1', institutionId: 'i', by: 'person' as const, nth: 1 },
  ...{ state: 'asked' as const, firstDay: '2026-07-10', acts: [], version: 1 },
})

describe('an institution is merged into another one (Art. 35)', () => {
  test('everybody goes, with their number where it is free, from the day on; both records say so', async () => {
    const before = await preview(table, 'i', 'j', people.city)
    const done = await merge({ effectiveOn: '2026-06-01' })
    expect(before).toMatchObject({
      value: { persons: 5, whole: true, numbersTaken: [{ staffId: 's1', staffNo: '000' }], tasks: 0 },
    })
    expect(done).toMatchObject({ value: { moved: 5, left: [], done: true, closes: true } })
    for (const id of ['s1', 's2', 's3', 'staff.li'])
      expect(await readPerson(table, id), id).toMatchObject({
        institutionId: 'j',
        institutionSince: '2026-06-01',
      })
    expect(await holderOfNumber(table, 'j', '001')).toBe('s2')
    expect((await readPerson(table, 's1'))?.staffNo).toBeUndefined()
    expect((await personChanges(table, 's2')).at(-1)).toMatchObject({
      ...{
        what: 'transferred',
        by: 'hr.city',
        reason: '机构改革',
        before: { institutionId: 'i', staffNo: '001' },
      },
    })
    expect(await readOrganisation(table, 'i')).toMatchObject({ closed: { on: '2026-06-01', into: 'j' } })
    // It stays in the register, and is offered nowhere that one is chosen.
    const below = async (open: boolean) => {
      const wanted = { parent: 'a', kind: 'institution', open } as const
      const list = await listOrganisationsBelow(table, wanted, people.city, { limit: 100 })
      return list.ok ? list.value.items.map(({ id }) => id) : []
    }
    expect([await below(false), await below(true)]).toEqual([expect.arrayContaining(['i', 'j']), ['j']])
    const named = await findOrganisations(table)({ text: '中学i', open: true }, people.city)
    expect(named.ok && named.value.items).toEqual([])
    expect((await organisationChanges(table, 'i')).at(-1)).toMatchObject({
      what: 'merged_into',
      by: 'hr.city',
    })
    expect((await organisationChanges(table, 'j')).at(-1)).toMatchObject({ what: 'took_over', by: 'hr.city' })
    for (const id of ['i', 'j']) expect(await organisationFault(table, id)).toBeUndefined()
  })

  test('its seats end, and nobody is entered, moved, released or seated there any more', async () => {
    expect(await seatsAt(table, 'i')).not.toEqual([])
    await merge()
    expect(await seatsAt(table, 'i')).toEqual([])
    expect((await readAccount(table, people.registrar.id))?.roles).toEqual([])
    const body = { name: '新人', postType: 'professional' as const, leader: false, onRegister: true }
    const more = {
      hiredOn: '2026-06-01',
      highLevelTalent: false,
      terms: [],
      leaves: [],
      disability: false,
      reason: '新聘',
    }
    const registered = await registerPerson({ table, clock })(
      { ...body, ...more, institutionId: 'i' },
      undefined,
      people.city,
    )
    expect(registered).toMatchObject({ code: 'NOT_ALLOWED', errors: [{ pointer: '/institutionId' }] })
    const s4 = await readPerson(table, 's4')
    const change = (fields: object) =>
      changePerson(deps())('s4', { version: s4?.version ?? 0, reason: 'x', ...fields }, people.city)
    expect(codeOf(await change({ institutionId: 'i' }))).toBe('NOT_ALLOWED')
    expect(await change({ releasedTo: 'i' })).toMatchObject({ errors: [{ pointer: '/releasedTo' }] })
    const seat = {
      action: 'add',
      accountId: people.sibling.id,
      role: 'institution',
      head: false,
      reason: 'x',
    } as const
    expect(codeOf(await changeSeat({ table, clock })('i', seat, people.city))).toBe('NOT_ALLOWED')
  })

  test('what waits for its word in a class goes along; a closed class keeps whose people they were', async () => {
    await write(table, [
      newProgramme(programme({})),
      newProgramme(programme({ id: 'p2', state: 'closed' })),
      putEnrolment(undefined, enrolment('p1')),
      putEnrolment(undefined, enrolment('p2')),
    ])
    expect(await preview(table, 'i', 'j', people.city)).toMatchObject({ value: { asked: 2, classes: [] } })
    await merge()
    expect((await readEnrolment(table, 'p1', 's1'))?.institutionId).toBe('j')
    expect((await readEnrolment(table, 'p2', 's1'))?.institutionId).toBe('i')
  })

  test('with a class of its own that is not over it is not closed; people may be split off all the same', async () => {
    await write(table, [newProgramme(programme({ organiserId: 'i' }))])
    expect(await merge()).toMatchObject({
      ...{ code: 'ORGANISATION_AT_WORK', details: { tasks: 0, classes: [{ id: 'p1', name: '研修班' }] } },
    })
    expect((await readOrganisation(table, 'i'))?.closed).toBeUndefined()
    expect(await merge({ staffIds: ['s2'] })).toMatchObject({ value: { moved: 1, closes: false } })
    expect([await homeOf('s1'), await homeOf('s2')]).toEqual(['i', 'j'])
  })

  test('whoever does it is left behind by name; another officer carries them, and then the seats end', async () => {
    const officer = { ...people.city, staffId: 's1' as const }
    expect(await merge({}, officer)).toMatchObject({
      value: { moved: 4, left: [{ staffId: 's1', why: 'own_record' }], done: true },
    })
    expect(await homeOf('s1')).toBe('i')
    expect(await merge({}, people.region)).toMatchObject({ value: { left: [], done: true, moved: 5 } })
    expect([await homeOf('s1'), await seatsAt(table, 'i')]).toEqual(['j', []])
  })

  test('refused: below one’s place alone, into itself, another city’s or a closed one, for a day to come', async () => {
    for (const actor of [people.registrar, people.sibling, people.department, people.lower])
      expect(codeOf(await merge({}, actor)), actor.id).toMatch(/NOT_ALLOWED|NOT_FOUND/)
    expect(await merge({ into: 'i' })).toMatchObject({ errors: [{ pointer: '/into' }] })
    expect(await merge({ into: 'a' })).toMatchObject({ errors: [{ pointer: '/into' }] })
    expect(await merge({ effectiveOn: '2026-06-16' })).toMatchObject({
      errors: [{ pointer: '/effectiveOn' }],
    })
    expect(await merge({ staffIds: ['s1', 's4'] })).toMatchObject({ errors: [{ pointer: '/staffIds/1' }] })
    expect(await homeOf('s1')).toBe('i')
    await merge()
    expect(await reorganise(deps())('j', { into: 'i', reason: 'x' }, people.city)).toMatchObject({
      errors: [{ pointer: '/into' }],
    })
  })

  test('a call that runs out of time says so; the reconciler goes on as whoever began it, and nobody moves twice', async () => {
    expect(await merge({}, people.city, table, -1)).toMatchObject({ value: { moved: 0, done: false } })
    // From the first moment on nobody is entered there.
    expect((await readOrganisation(table, 'i'))?.closed).toBeDefined()
    expect(await sweepReorganisations(deps(), 60_000)).toBe(0)
    expect(await sweepReorganisations(deps(), 0)).toBe(1)
    expect(await sweepReorganisations(deps(), 0)).toBe(0)
    expect([await homeOf('s1'), await homeOf('staff.li')]).toEqual(['j', 'j'])
    const moves = (await personChanges(table, 's1')).filter(({ what }) => what === 'transferred')
    expect(moves).toHaveLength(1)
    expect(await merge()).toMatchObject({ value: { moved: 5, done: true } })
  })

  test('whoever began it can act no more: it stays open, everybody where they are, until another officer goes on', async () => {
    await merge({}, people.city, table, -1)
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...(await read(table, keys.account(people.city.id))), status: 'suspended' },
      }),
    )
    expect(await sweepReorganisations(deps(), 0)).toBe(0)
    const [open] = await reorganisationsRunning(table, 9)
    expect(open).toMatchObject({ state: 'running', left: [] })
    // One further call has no time either: the reconciler goes on as whoever went on last.
    expect(await merge({}, people.region, table, -1)).toMatchObject({ value: { done: false } })
    expect(await sweepReorganisations(deps(), 0)).toBe(1)
    expect(await merge({}, people.region)).toMatchObject({ value: { moved: 5, left: [], done: true } })
  })

  test('while it runs nothing is filed at its desk, which is about to end; carried, people file again', async () => {
    await merge({}, people.city, table, -1)
    const self = { id: 's1', name: 's1', email: 's1@people.example', staffId: 's1', roles: [] }
    expect(codeOf(await findFiled(table, 's1', self))).toBe('NOT_ALLOWED')
    await merge()
    expect(codeOf(await findFiled(table, 's1', self))).toBe('ok')
  })

  test('two calls at once carry everybody once, and name nobody as left', async () => {
    await merge({}, people.city, table, -1)
    const [one, other] = await Promise.all([merge(), merge(), sweepReorganisations(deps(), 0)])
    for (const call of [one, other]) expect(call).toMatchObject({ value: { left: [] } })
    expect(await merge()).toMatchObject({ value: { moved: 5, left: [], done: true } })
    expect(await seatsAt(table, 'i')).toEqual([])
  })

  test('whose transfer is refused keeps their places in classes as they were', async () => {
    await write(table, [newProgramme(programme({})), putEnrolment(undefined, enrolment('p1'))])
    // Somebody who no longer sits above both: the transfer is refused.
    const act: Reorganisation = {
      ...{ id: 'v', fromId: 'i', intoId: 'j', staffIds: ['s1'], effectiveOn: '2026-06-15', reason: 'x' },
      ...{ by: 'x', at: '2026-06-15T09:00:00.000+08:00', moved: 0, left: [], state: 'running', version: 1 },
    }
    const nobody = { ...people.city, roles: [] }
    const before = await readPerson(table, 's1')
    if (before === undefined) throw new Error('There is one.')
    expect(await carryPerson(deps(), act, before, nobody)).toBe('not_allowed')
    expect(await homeOf('s1')).toBe('i')
    expect((await readEnrolment(table, 'p1', 's1'))?.institutionId).toBe('i')
  })

  test('what it was asked goes along: the one that takes it over answers, and nothing is evaded', async () => {
    const host = deps()
    const order = { bodyId: 'i', text: '报送材料', article: '35', until: '2026-07-01' }
    const asked = await orderSupervision(host)(order, 'o1', people.city)
    if (!asked.ok) throw new Error(asked.code)
    const heard = await findViolation(host)({ staffId: 's1', text: '代签', article: '32' }, 'v1', people.city)
    if (!heard.ok) throw new Error(heard.code)
    await merge()
    const registrar = {
      ...{ id: 'at.j', name: '登记员', email: 'j@people.example' },
      roles: [{ role: 'institution' as const, organisationId: 'j', head: true }],
    }
    await write(table, newAccount(registrar))
    const list = async () =>
      (await listMatters(host)({ box: 'asked', limit: 10 }, registrar)).items.map(({ id }) => id)
    expect(await list()).toEqual([asked.value.id])
    const words = { text: '已报送', evidence: [] }
    expect(await answerMatter(host)(asked.value.id, words, registrar)).toMatchObject({ ok: true })
    expect(await readMatter(table, asked.value.id)).toMatchObject({ status: 'answered', body: { id: 'j' } })
    // Of a violation the person is heard alone first; then it is the new institution's to say its word.
    const self = { id: 's1', name: 's1', email: 's1@people.example', staffId: 's1', roles: [] }
    expect(await answerMatter(host)(heard.value.id, { text: '不是我', evidence: [] }, self)).toMatchObject({
      ok: true,
    })
    expect(await list()).toContain(heard.value.id)
    expect(await answerMatter(host)(heard.value.id, { ...words, agrees: true }, registrar)).toMatchObject({
      ok: true,
    })
    expect(await orderSupervision(host)(order, 'o2', people.city)).toMatchObject({ code: 'INPUT_INVALID' })
  })
})
