import { PutCommand } from '@aws-sdk/lib-dynamodb'
import fc from 'fast-check'
import { CompactSign, exportSPKI, generateKeyPair } from 'jose'
import { beforeEach, describe, expect, test } from 'vitest'
import { searchAudit } from '../../functions/audit/search-audit.ts'
import { decideTask } from '../../functions/desks/decide-task.ts'
import { openTask } from '../../functions/desks/open-task.ts'
import { DeliveryBody, type FeedRecord, type FeedResult } from '../../functions/feeds/api.ts'
import { bindLearner, createLearnerCode } from '../../functions/feeds/bind-learner.ts'
import { creditPart } from '../../functions/feeds/credit-part.ts'
import { deliver } from '../../functions/feeds/deliver.ts'
import { deliverFile } from '../../functions/feeds/deliver-file.ts'
import { rowFrom } from '../../functions/feeds/feed-row.ts'
import { formBatches } from '../../functions/feeds/form-batch.ts'
import { listBatchRows, listHeldRows, listOwnRows } from '../../functions/feeds/list-rows.ts'
import { resolveRow } from '../../functions/feeds/resolve-row.ts'
import { fileFaults } from '../../functions/feeds/words.ts'
import { currentForm } from '../../functions/operations/forms.ts'
import type { Actor } from '../../functions/organisations/account.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { stateForm, walkTable } from '../../functions/platform/walk.ts'
import {
  changeProvider,
  newProvider,
  type Provider,
  readProvider,
} from '../../functions/registers/provider.ts'
import { readRequest } from '../../functions/requests/stored-request.ts'
import { submitRequest } from '../../functions/requests/submit-request.ts'
import { resumeSettlements } from '../../functions/settlement/settle-if-due.ts'
import { settling } from '../../functions/settlement/settling.ts'
import { factsInForce } from '../../functions/staff/facts-in-force.ts'
import { firstBrokenEntry, nextEntry } from '../../functions/staff/ledger.ts'
import { registerPerson } from '../../functions/staff/person-change.ts'
import { readStaff, recordEntry } from '../../functions/staff/staff.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { everyItem } from './every-item.ts'
import { people, personOf, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
let asked: Asked
let now = 0
const clock = { now: () => now }
const deps = (at: Table = table) => settling(recordingHost(at, clock, asked))

const provider: Provider = {
  id: 'p',
  name: '网络学院',
  aliases: [],
  listedFrom: '2024-01-25',
  listedUntil: '2026-12-31',
  version: 1,
}
const act = { at: '2026-01-01T09:00:00.000+08:00', by: 'seed', what: 'registered' as const, reason: 'x' }

beforeEach(async () => {
  asked = nothingAsked()
  now = Date.parse('2026-06-15T09:00:00+08:00')
  table = await database.newTable()
  await seedRegisters(table)
  await write(table, newProvider(provider, act))
  const more = [
    personOf('staff.wu', { staffNo: 'W1', institutionId: 'j' }),
    personOf('staff.county', { staffNo: 'C1', institutionId: 'l' }),
    personOf('staff.twin', { staffNo: 'A1', institutionId: 'j' }),
  ]
  for (const one of more) await write(table, registerPerson(one, { ...act }))
})

const record = (recordNo: string, more: Partial<FeedRecord> = {}): FeedRecord => ({
  recordNo,
  staffNo: 'A1',
  name: '名staff.li',
  course: '信息化教学',
  subject: 'professional',
  from: '2026-06-01',
  to: '2026-06-02',
  hours: 6,
  passed: true,
  ...more,
})
const send = async (records: object[], from: Provider = provider, at: Table = table) =>
  (await deliver(deps(at))(from, { records: records as FeedRecord[] }, 'zh')).results
const told = (results: readonly FeedResult[]) =>
  results.map(({ recordNo, state, code }) =>
    [recordNo, state, ...(code === undefined ? [] : [code])].join(' '),
  )
const rowOf = async (recordNo: string) =>
  (await listOwnRows(table, 'p', { recordNo, limit: 1 }, 'zh')).items[0]
const hoursOf = async (staffId: string): Promise<number[]> =>
  factsInForce((await readStaff(table, staffId))?.entries ?? []).flatMap((fact) =>
    fact.kind === 'credit' ? [fact.credit.hours ?? 0] : [],
  )
const nextDay = () => {
  now += 24 * 3600 * 1000
}
/** Makes the days before requests; answers those that were started. */
const night = async () => {
  nextDay()
  const before = asked.started.length
  await formBatches(deps())()
  return asked.started.slice(before).map(({ machine, name, input }) => ({ machine, name, ...input }))
}
const idOf = (name: string | undefined) => name?.split('-')[0] ?? ''
const creditAll = async (requestId: string, at: Table = table) => {
  let answer = { part: 1, finished: false }
  while (!answer.finished) answer = await creditPart(deps(at))({ requestId, line: 0, part: answer.part })
}

describe('Art. 41: what a provider delivers is answered row by row, in order', () => {
  test('accepted, held and refused; the same again is known', async () => {
    const records = [
      record('1'),
      record('2', { staffNo: 'staff.wu', name: '名staff.wu' }),
      record('3', { staffNo: 'nobody' }),
      record('4', { name: '别的人' }),
      record('5', { hours: 16.1 }),
      record('6', { hours: 48.1 }),
      record('7', { subject: 'public' }),
      record('8', { passed: false }),
      { ...record('9'), hours: 'six' },
      record('10', { from: '2026-06-15', to: '2026-06-16' }),
    ]
    expect(told(await send(records))).toEqual([
      '1 accepted',
      '2 accepted',
      '3 held PERSON_UNKNOWN',
      '4 held NAME_DIFFERS',
      '5 held UNLIKELY_HOURS',
      '6 refused HOURS_IMPOSSIBLE',
      '7 refused NOT_PROFESSIONAL',
      '8 refused NOT_PASSED',
      '9 refused ROW_INVALID',
      '10 refused NOT_OVER',
    ])
    expect(told(await send(records))).toEqual([
      '1 known',
      '2 known',
      '3 known PERSON_UNKNOWN',
      '4 known NAME_DIFFERS',
      '5 known UNLIKELY_HOURS',
      '6 refused HOURS_IMPOSSIBLE',
      '7 refused NOT_PROFESSIONAL',
      '8 refused NOT_PASSED',
      '9 refused ROW_INVALID',
      '10 refused NOT_OVER',
    ])
  })

  test('a provider that the region does not list on the dates is refused by the article', async () => {
    now = Date.parse('2027-02-01T09:00:00+08:00')
    const [before, after] = await send([
      record('1', { from: '2026-12-31', to: '2026-12-31' }),
      record('2', { from: '2027-01-01', to: '2027-01-01' }),
    ])
    expect(before).toEqual({ recordNo: '1', state: 'accepted' })
    expect(after).toMatchObject({ state: 'refused', code: 'PROVIDER_NOT_LISTED', article: '41' })
    expect(after?.detail).toContain('第41条')
  })

  test('two people with one number are told apart by their names; with one name, by nobody', async () => {
    expect(told(await send([record('1'), record('2', { name: '名staff.twin' })]))).toEqual([
      '1 accepted',
      '2 accepted',
    ])
    const same = personOf('staff.same', { staffNo: 'A1', institutionId: 'l', name: '名staff.li' })
    await write(table, registerPerson(same, { ...act }))
    expect(told(await send([record('3')]))).toEqual(['3 held PERSON_AMBIGUOUS'])
  })

  test('bytes that are no UTF-8 name no record: two numbers would be one', async () => {
    const broken = record('X\uFFFD')
    expect(DeliveryBody.safeParse({ records: [broken] }).success).toBe(false)
    expect(DeliveryBody.safeParse({ records: [record('X𠮷')] }).success).toBe(true)
    expect(told(await send([record('1', { name: '名\uFFFDli' })]))).toEqual(['1 refused ROW_INVALID'])
  })

  test('a number twice in one call: the second is told from the first', async () => {
    expect(told(await send([record('1'), record('1'), record('1', { hours: 4 })]))).toEqual([
      '1 accepted',
      '1 known',
      '1 accepted',
    ])
    expect(await rowOf('1')).toMatchObject({ hours: 4, version: 2 })
  })

  test('who was unknown is found when the same row comes again', async () => {
    expect(told(await send([record('1', { staffNo: 'N9', name: '名new' })]))).toEqual([
      '1 held PERSON_UNKNOWN',
    ])
    await write(table, registerPerson(personOf('new', { staffNo: 'N9' }), { ...act }))
    expect(told(await send([record('1', { staffNo: 'N9', name: '名new' })]))).toEqual(['1 accepted'])
  })
})

test('form 5: numbers that the version before gave are found after the walk', async () => {
  const {
    schema: _,
    found: __,
    foundOrder: ___,
    ...before
  } = (await everyItem(table)).find(({ sk, pk }) => sk === 'STAFFNO#W1' && pk === 'ORGANISATION#j') ?? {}
  await table.client.send(new PutCommand({ TableName: table.name, Item: before }))
  await stateForm(table, 4)
  const wu = record('1', { staffNo: 'W1', name: '名staff.wu' })
  expect(told(await send([wu]))).toEqual(['1 held PERSON_UNKNOWN'])
  await walkTable(table, currentForm, { segments: 1 })
  expect(told(await send([wu]))).toEqual(['1 accepted'])
  expect(await walkTable(table, currentForm)).toMatchObject({ passes: 0 })
})

describe('Art. 38, 41: a day’s hours are one request for each department and authority', () => {
  test('department, authority, ledgers; the persons are told once; a second night forms nothing', async () => {
    await send([
      record('1'),
      record('2', { hours: 2.5, course: '班级管理' }),
      record('3', { staffNo: 'W1', name: '名staff.wu' }),
      record('4', { staffNo: 'C1', name: '名staff.county' }),
    ])
    const started = await night()
    expect(
      started.map(({ machine, recognisedBy }: Record<string, unknown>) => [machine, recognisedBy]),
    ).toEqual([
      ['feed-batch', 'department'],
      ['feed-batch', 'authority'],
    ])
    const [city = '', county = ''] = started.map(({ name }) => idOf(name))
    const request = (await readRequest(table, city))?.request
    expect(request).toMatchObject({
      type: 'feed_batch',
      status: 'in_review',
      rowCount: 3,
      participantCount: 2,
      provider: '网络学院',
      lines: [{ claimedTenths: 145, from: '2026-06-01', to: '2026-06-02' }],
    })
    // The department sees its rows; the county's are not its own.
    const rows = async (id: string, actor: Actor) => {
      const page = await listBatchRows(table, id, actor, undefined, 'zh')
      return page.ok ? page.value.items.map(({ recordNo }) => recordNo).sort() : page.code
    }
    expect(await rows(city, people.department)).toEqual(['1', '2', '3'])
    expect(await rows(county, people.department)).toBe('NOT_FOUND')
    expect(await rows(city, people.li)).toBe('NOT_FOUND')

    const carried = { requestId: city, round: 1, line: 0 }
    await openTask(deps())({ ...carried, stage: 'department', token: 't1' })
    const decide = (stage: string, actor: Actor, decision: 'approve' | 'return') =>
      decideTask(deps())({ taskId: `${city}.1.0.${stage}`, decision, reason: '理由' }, actor)
    expect(await decide('department', people.department, 'return')).toMatchObject({ code: 'INPUT_INVALID' })
    expect(await decide('department', people.department, 'approve')).toMatchObject({ ok: true })
    await openTask(deps())({ ...carried, stage: 'authority', token: 't2' })
    expect(await decide('authority', people.city, 'approve')).toMatchObject({ ok: true })
    expect(asked.told.map(({ kind, token }) => `${kind} ${token}`)).toEqual(['success t1', 'success t2'])
    expect(await hoursOf('staff.li')).toEqual([])

    await creditAll(city)
    await creditAll(city)
    expect(await hoursOf('staff.li')).toEqual([6, 2.5])
    expect(await hoursOf('staff.wu')).toEqual([6])
    expect(await hoursOf('staff.county')).toEqual([])
    expect((await readRequest(table, city))?.request.status).toBe('approved')
    expect(await rowOf('2')).toMatchObject({ state: 'recognised', hours: 2.5 })
    expect((await night()).length).toBe(0)
  })

  test('nobody decides on a day that has hours of their own', async () => {
    await write(table, registerPerson(personOf('p.dept', { staffNo: 'D1', name: '名dept' }), { ...act }))
    await send([record('1', { staffNo: 'D1', name: '名dept' })])
    const id = idOf((await night())[0]?.name)
    await openTask(deps())({ requestId: id, round: 1, line: 0, stage: 'department', token: 't' })
    const own: Actor = { ...people.department, staffId: 'p.dept' }
    expect(
      await decideTask(deps())({ taskId: `${id}.1.0.department`, decision: 'approve' }, own),
    ).toMatchObject({
      code: 'OWN_REQUEST',
    })
  })

  test('a day that its desk refuses credits nothing, and says so; what is delivered anew goes a way of its own', async () => {
    await send([record('1')])
    const id = idOf((await night())[0]?.name)
    await openTask(deps())({ requestId: id, round: 1, line: 0, stage: 'department', token: 't' })
    await decideTask(deps())(
      { taskId: `${id}.1.0.department`, decision: 'reject', reason: '课程不符' },
      people.department,
    )
    expect(await rowOf('1')).toMatchObject({ state: 'refused', code: 'BATCH_REFUSED' })
    expect(told(await send([record('1', { course: '别的课程' })]))).toEqual(['1 accepted'])
    expect(await rowOf('1')).toMatchObject({ state: 'accepted', day: '2026-06-16' })
  })
})

describe('a correction by the provider', () => {
  const credited = async () => {
    await send([record('1'), record('2', { hours: 2 })])
    const id = idOf((await night())[0]?.name)
    await creditAll(id)
    return id
  }

  test('before the desks: another content holds, and goes with the day that it came on', async () => {
    await send([record('1')])
    const first = idOf((await night())[0]?.name)
    expect(told(await send([record('1', { hours: 3 })]))).toEqual(['1 accepted'])
    await creditAll(first)
    expect(await hoursOf('staff.li')).toEqual([])
    await creditAll(idOf((await night())[0]?.name))
    expect(await hoursOf('staff.li')).toEqual([3])
  })

  test('fewer hours and what is taken back are corrections of the ledger at once, with a letter', async () => {
    await credited()
    expect(told(await send([record('1', { hours: 4 }), record('2', { hours: 2, passed: false })]))).toEqual([
      '1 accepted',
      '2 accepted',
    ])
    expect(await hoursOf('staff.li')).toEqual([4])
    const entries = (await readStaff(table, 'staff.li'))?.entries ?? []
    expect(entries.map(({ fact }) => fact.kind)).toEqual(['credit', 'credit', 'correction', 'correction'])
    expect(firstBrokenEntry(entries)).toBeUndefined()
    expect(await rowOf('2')).toMatchObject({ state: 'withdrawn' })
    expect(told(await send([record('1', { hours: 4 }), record('2', { hours: 2, passed: false })]))).toEqual([
      '1 known',
      '2 known',
    ])
    expect((await readStaff(table, 'staff.li'))?.entries.length).toBe(4)
  })

  test('Art. 38: more hours wait for the desks; what was recognised stands meanwhile', async () => {
    await credited()
    expect(told(await send([record('1', { hours: 8 })]))).toEqual(['1 accepted'])
    expect(await hoursOf('staff.li')).toEqual([6, 2])
    await creditAll(idOf((await night())[0]?.name))
    expect(await hoursOf('staff.li')).toEqual([8, 2])
  })

  test('another person’s after all: void in the one ledger, and the desks’ for the other', async () => {
    await credited()
    expect(told(await send([record('1', { staffNo: 'W1', name: '名staff.wu' })]))).toEqual(['1 accepted'])
    expect(await hoursOf('staff.li')).toEqual([2])
    await creditAll(idOf((await night())[0]?.name))
    expect([await hoursOf('staff.li'), await hoursOf('staff.wu')]).toEqual([[2], [6]])
  })

  test('what a rule refuses changes nothing', async () => {
    await credited()
    expect(told(await send([record('1', { hours: 100 })]))).toEqual(['1 refused HOURS_IMPOSSIBLE'])
    expect(await hoursOf('staff.li')).toEqual([6, 2])
    expect(told(await send([record('1')]))).toEqual(['1 known'])
  })
})

describe('Art. 40: the same training counts once', () => {
  const claim = (title: string) =>
    submitRequest(deps())(
      {
        type: 'recognition',
        staffId: 'staff.li',
        title,
        provider: '网络学院',
        lines: [
          {
            ...{ subject: 'professional', category: 'in_service', mode: 'online' },
            ...{ from: '2026-06-01', to: '2026-06-02', hours: 6 },
          },
        ],
        evidence: [],
      },
      title,
      people.li,
    )

  test('what the person has claimed is not entered before somebody has looked at it', async () => {
    expect(await claim('网络研修')).toMatchObject({ ok: true })
    await send([record('1'), record('2', { from: '2026-06-08', to: '2026-06-08' })])
    await creditAll(idOf((await night())[0]?.name))
    expect(await hoursOf('staff.li')).toEqual([6])
    const { items } = await listHeldRows(table, people.city, { limit: 10 }, 'zh')
    expect(items).toMatchObject([{ recordNo: '1', code: 'CLAIMED_ALREADY', article: '40', version: 2 }])
    const looked = {
      providerId: 'p',
      recordNo: '1',
      version: 2,
      action: 'accept' as const,
      reason: '不是同一次',
    }
    expect(await resolveRow(deps())(looked, people.city)).toMatchObject({ ok: true })
    await creditAll(idOf((await night())[0]?.name))
    expect(await hoursOf('staff.li')).toEqual([6, 6])
  })

  test('a claim of what was delivered tells its desks', async () => {
    await send([record('1')])
    await creditAll(idOf((await night())[0]?.name))
    const filed = await claim('另一个名称')
    expect(filed.ok && filed.value.notices?.map(({ zh }) => zh).join()).toContain(
      '2026-06-01 至 2026-06-02 的线上学时 6 学时',
    )
  })
})

describe('[R] a provider whose hours the region has recognised at once', () => {
  const trusted: Provider = { ...provider, recognisedAtOnce: true }

  test('its rows stand in the ledgers when the call answers; the night’s request records them', async () => {
    expect(told(await send([record('1'), record('2', { hours: 16.5 })], trusted))).toEqual([
      '1 accepted',
      '2 held UNLIKELY_HOURS',
    ])
    expect(await hoursOf('staff.li')).toEqual([6])
    const started = await night()
    expect(started.map(({ recognisedBy }: Record<string, unknown>) => recognisedBy)).toEqual(['nobody'])
    await creditAll(idOf(started[0]?.name))
    expect(await hoursOf('staff.li')).toEqual([6])
    expect((await readRequest(table, idOf(started[0]?.name)))?.request).toMatchObject({
      status: 'approved',
      rowCount: 1,
    })
  })

  test('a day of one person holds eight hours, whatever number of records says so; the rest is looked at', async () => {
    const day = { from: '2026-06-01', to: '2026-06-01' }
    await send([record('1', { ...day, hours: 6 }), record('2', { ...day, hours: 2 })], trusted)
    expect(await hoursOf('staff.li')).toEqual([6, 2])
    const more = record('3', { ...day, hours: 0.5 })
    const fits = record('4', { from: '2026-06-02', to: '2026-06-02', hours: 1 })
    expect(told(await send([more, fits], trusted))).toEqual(['3 held UNLIKELY_HOURS', '4 accepted'])
    expect(await hoursOf('staff.li')).toEqual([6, 2, 1])
    expect(await rowOf('3')).toMatchObject({ state: 'held', code: 'UNLIKELY_HOURS', article: '41' })
    expect(told(await send([more], trusted))).toEqual(['3 known UNLIKELY_HOURS'])
    // Looked at, it counts: somebody has said so.
    const looked = {
      providerId: 'p',
      recordNo: '3',
      version: 2,
      action: 'accept' as const,
      reason: '晚间学习',
    }
    expect(await resolveRow(deps())(looked, people.city)).toMatchObject({ ok: true })
    for (const { name } of await night()) await creditAll(idOf(name))
    expect(await hoursOf('staff.li')).toEqual([6, 2, 1, 0.5])
  })

  test('a record that a desk refused comes back by no change: it waits for somebody', async () => {
    const refused = record('1', { hours: 16.5 })
    await send([refused], trusted)
    const decision = { providerId: 'p', recordNo: '1', version: 1, action: 'refuse' as const, reason: '虚假' }
    expect(await resolveRow(deps())(decision, people.city)).toMatchObject({ ok: true })
    const changes = [
      { hours: 16 },
      { hours: 0 },
      { hours: 16 },
      { hours: 15, staffNo: 'W1', name: '名staff.wu' },
      { hours: 16, course: '另一门课' },
    ]
    for (const change of changes) await send([record('1', change)], trusted)
    expect([await hoursOf('staff.li'), await hoursOf('staff.wu')]).toEqual([[], []])
    expect(await rowOf('1')).toMatchObject({ state: 'held', code: 'REFUSED_BEFORE' })
    const accept = { ...decision, version: 7, action: 'accept' as const, reason: '机构已更正' }
    expect(await resolveRow(deps())(accept, people.city)).toMatchObject({ ok: true })
    for (const { name } of await night()) await creditAll(idOf(name))
    expect(await hoursOf('staff.li')).toEqual([16])
  })

  test('more hours of it hold at once, too', async () => {
    await send([record('1')], trusted)
    await send([record('1', { hours: 8 })], trusted)
    expect(await hoursOf('staff.li')).toEqual([8])
  })
})

describe('held rows are looked at by somebody', () => {
  const resolve = (recordNo: string, actor: Actor, more: object = {}) =>
    resolveRow(deps())(
      { providerId: 'p', recordNo, version: 1, action: 'accept', reason: '已核对', ...more },
      actor,
    )
  const held = async (actor: Actor) =>
    (await listHeldRows(table, actor, { limit: 10 }, 'zh')).items.map(({ recordNo }) => recordNo)

  beforeEach(() => send([record('unknown', { staffNo: 'no' }), record('many', { hours: 20 })]))

  test('the authority sees its own people’s, the region those of nobody known', async () => {
    expect([await held(people.city), await held(people.region), await held(people.county)]).toEqual([
      ['many'],
      ['unknown'],
      [],
    ])
    expect(await resolve('unknown', people.city, { staffId: 'staff.li' })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await resolve('many', people.county)).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('accepted, they go the day’s way to the desks; nothing is held any more', async () => {
    expect(await resolve('many', people.city)).toMatchObject({ ok: true, value: { state: 'accepted' } })
    expect(await resolve('unknown', people.region)).toMatchObject({ code: 'INPUT_INVALID' })
    expect(await resolve('unknown', people.region, { staffId: 'staff.wu' })).toMatchObject({ ok: true })
    expect([await held(people.city), await held(people.region)]).toEqual([[], []])
    await creditAll(idOf((await night())[0]?.name))
    expect([await hoursOf('staff.li'), await hoursOf('staff.wu')]).toEqual([[20], [6]])
    expect(await resolve('many', people.city, { version: 3, action: 'refuse' })).toMatchObject({
      code: 'WRONG_STATE',
    })
  })

  test('a provider that is off the list meanwhile: what is held is not released, what waits is not entered', async () => {
    await send([record('waits')])
    const gone = { ...provider, listedUntil: '2026-05-31', version: 1 }
    await write(table, changeProvider(provider, gone, { ...act, what: 'changed' }))
    expect(await resolve('many', people.city)).toMatchObject({ code: 'PROVIDER_NOT_LISTED' })
    for (const { name } of await night()) await creditAll(idOf(name))
    expect(await hoursOf('staff.li')).toEqual([])
    expect(await rowOf('waits')).toMatchObject({
      state: 'refused',
      code: 'PROVIDER_NOT_LISTED',
      article: '41',
    })
  })

  test('released as another person’s: void in the one ledger, entered in the other, once', async () => {
    await send([record('1')])
    await creditAll(idOf((await night())[0]?.name))
    expect(await hoursOf('staff.li')).toEqual([6])
    await send([record('1', { name: '名staff.wu' })])
    expect(await rowOf('1')).toMatchObject({ state: 'held', code: 'NAME_DIFFERS' })
    const { version = 0 } = (await rowOf('1')) ?? {}
    expect(await resolve('1', people.region, { version, staffId: 'staff.wu' })).toMatchObject({ ok: true })
    const started = await night()
    for (const { name } of started) await creditAll(idOf(name))
    for (const { name } of started) await creditAll(idOf(name))
    expect([await hoursOf('staff.li'), await hoursOf('staff.wu')]).toEqual([[], [6]])
    expect(await rowOf('1')).toMatchObject({ state: 'recognised', code: null })
  })

  test('a correction of what a desk has corrected is entered once somebody has accepted it', async () => {
    await send([record('1')])
    await creditAll(idOf((await night())[0]?.name))
    const staff = await readStaff(table, 'staff.li')
    const [entry] = staff?.entries ?? []
    if (staff === undefined || entry?.fact.kind !== 'credit') throw new Error('nothing credited')
    const fact = { kind: 'credit' as const, credit: { ...entry.fact.credit, hours: 1 } }
    const byDesk = nextEntry(staff.entries, {
      ...{ staffId: 'staff.li', recordedAt: '2026-06-16T09:00:00.000+08:00', recordedBy: 'hr.city' },
      ...{ source: 'c1', fact: { kind: 'correction', of: entry.sequence, reason: '查实', fact } },
    })
    await write(table, recordEntry(staff, byDesk))
    expect(told(await send([record('1', { hours: 4 })]))).toEqual(['1 held CORRECTED_BY_DESK'])
    expect(told(await send([record('1', { hours: 4 })]))).toEqual(['1 known CORRECTED_BY_DESK'])
    expect(await hoursOf('staff.li')).toEqual([1])
    const { version = 0 } = (await rowOf('1')) ?? {}
    expect(await resolve('1', people.region, { version })).toMatchObject({ ok: true })
    // What nobody has accepted is held again, also between the acceptance and the desks.
    expect(told(await send([record('1', { hours: 5 })]))).toEqual(['1 held CORRECTED_BY_DESK'])
    await send([record('1', { hours: 4 })])
    const { version: latest = 0 } = (await rowOf('1')) ?? {}
    expect(await resolve('1', people.region, { version: latest })).toMatchObject({ ok: true })
    for (const { name } of await night()) await creditAll(idOf(name))
    expect(await hoursOf('staff.li')).toEqual([4])
    expect(await rowOf('1')).toMatchObject({ state: 'recognised', hours: 4 })
  })

  test('refused, they stay refused when they come again; nobody decides on their own', async () => {
    const own: Actor = { ...people.city, staffId: 'staff.li' }
    expect(await resolve('many', own)).toMatchObject({ code: 'OWN_REQUEST' })
    expect(await resolve('many', own, { action: 'refuse' })).toMatchObject({ code: 'OWN_REQUEST' })
    expect(await resolve('many', people.city, { version: 7 })).toMatchObject({ code: 'STALE_VERSION' })
    expect(await resolve('many', people.city, { action: 'refuse' })).toMatchObject({ ok: true })
    expect(told(await send([record('many', { hours: 20 })]))).toEqual(['many known DESK_REFUSED'])
    const decided = await searchAudit(table)({ actor: 'hr.city', limit: 10 }, people.region)
    expect(decided.ok && decided.value.items).toMatchObject([
      { act: 'completion_refused', about: { kind: 'completion', id: 'p many' }, reason: '已核对' },
    ])
  })

  test('a row is taken out of a day before its last desk has decided', async () => {
    await send([record('1'), record('2')])
    const id = idOf((await night())[0]?.name)
    expect(await resolve('1', people.department, { action: 'refuse' })).toMatchObject({ ok: true })
    await creditAll(id)
    expect(await hoursOf('staff.li')).toEqual([6])
    expect(await rowOf('1')).toMatchObject({ state: 'refused', code: 'DESK_REFUSED', reason: '已核对' })
  })
})

describe('a learner is bound by a code of the person’s own', () => {
  test('what the provider delivers under its own number is theirs, whatever name it has', async () => {
    const given = await createLearnerCode(deps())('staff.li', people.li)
    if (!given.ok) throw new Error(given.code)
    const bind = (code: string, learner = 'u-7', of = 'p') => bindLearner(deps())(of, { code, learner })
    expect(await bind('wrong')).toMatchObject({ code: 'NOT_FOUND' })
    expect(await bind(given.value.code.toLowerCase().replaceAll('-', ''))).toEqual({
      ok: true,
      value: { learner: 'u-7', bound: true },
    })
    expect(await bind(given.value.code)).toMatchObject({ ok: true })
    expect(await bind(given.value.code, 'u-8')).toMatchObject({ code: 'LINK_USED' })
    expect(told(await send([record('1', { staffNo: 'u-7', name: 'Li' })]))).toEqual(['1 accepted'])
    const other = await createLearnerCode(deps())('unit.admin', people.registrar)
    expect(other.ok && (await bind(other.value.code))).toMatchObject({ code: 'LEARNER_TAKEN' })
    now += 15 * 24 * 3600 * 1000
    expect(other.ok && (await bind(other.value.code, 'u-9'))).toMatchObject({ code: 'LINK_EXPIRED' })
  })

  test('of one’s own alone', async () => {
    expect(await createLearnerCode(deps())('staff.wu', people.li)).toMatchObject({ code: 'NOT_ALLOWED' })
  })
})

/** A table whose process ends at its so manieth write: nothing is written from then on. */
const dyingAfter = (writes: number): Table => {
  let left = writes
  const client = new Proxy(table.client, {
    get: (target, name) =>
      name !== 'send'
        ? Reflect.get(target, name)
        : (command: { constructor: { name: string } }) => {
            const isWrite = /^(Put|Delete|TransactWrite)/.test(command.constructor.name)
            if (isWrite && left === 0) throw new Error('killed')
            if (isWrite) left -= 1
            return target.send(command as never)
          },
  })
  return { ...table, client }
}

describe('killed at any write and repeated, nothing is lost or doubled', () => {
  const day = [
    record('1'),
    record('2', { hours: 2 }),
    record('3', { staffNo: 'W1', name: '名staff.wu', hours: 3 }),
    record('4', { staffNo: 'no' }),
  ]
  const corrected = [record('1', { hours: 4 }), record('2', { passed: false }), day[2] ?? {}, day[3] ?? {}]

  /** Runs an act with a kill at each of its writes, until one run needs no more of them. */
  const killedEverywhere = async (run: (at: Table) => Promise<unknown>) => {
    for (let writes = 0; ; writes += 1) {
      try {
        await run(dyingAfter(writes))
        return writes
      } catch (error) {
        if (!(error instanceof Error) || error.message !== 'killed') throw error
      }
    }
  }

  test('a delivery, its night, its credits and its correction', async () => {
    expect(await killedEverywhere((at) => send(day, provider, at))).toBeGreaterThan(0)
    expect(told(await send(day))).toEqual(['1 known', '2 known', '3 known', '4 known PERSON_UNKNOWN'])
    nextDay()
    await killedEverywhere((at) => formBatches(deps(at))())
    expect(new Set(asked.started.map(({ name }) => name)).size).toBe(1)
    const id = idOf(asked.started[0]?.name)
    await killedEverywhere((at) => creditAll(id, at))
    expect([await hoursOf('staff.li'), await hoursOf('staff.wu')]).toEqual([[6, 2], [3]])
    await killedEverywhere((at) => send(corrected, provider, at))
    expect([await hoursOf('staff.li'), await hoursOf('staff.wu')]).toEqual([[4], [3]])
    const entries = (await readStaff(table, 'staff.li'))?.entries ?? []
    expect(entries.length).toBe(4)
    expect(firstBrokenEntry(entries)).toBeUndefined()
    // What a kill left to settle is on record, and the reconciler finishes it.
    await resumeSettlements(deps(), -1)
    expect((await everyItem(table)).filter(({ sk }) => String(sk).startsWith('UNSETTLED'))).toEqual([])
  })

  test('released as another person’s: out of the one ledger and into the other', async () => {
    await send([record('1')])
    await creditAll(idOf((await night())[0]?.name))
    await send([record('1', { name: '名staff.wu' })])
    const released = { providerId: 'p', recordNo: '1', action: 'accept' as const, reason: '工号有误' }
    const { version = 0 } = (await rowOf('1')) ?? {}
    await resolveRow(deps())({ ...released, version, staffId: 'staff.wu' }, people.region)
    const id = idOf((await night())[0]?.name)
    expect(await killedEverywhere((at) => creditAll(id, at))).toBeGreaterThan(0)
    expect([await hoursOf('staff.li'), await hoursOf('staff.wu')]).toEqual([[], [6]])
    for (const who of ['staff.li', 'staff.wu'])
      expect(firstBrokenEntry((await readStaff(table, who))?.entries ?? [])).toBeUndefined()
    await resumeSettlements(deps(), -1)
    expect((await everyItem(table)).filter(({ sk }) => String(sk).startsWith('UNSETTLED'))).toEqual([])
  })

  test('at once: what is credited by a call that died is not credited again, and what is not comes at night', async () => {
    const trusted: Provider = { ...provider, recognisedAtOnce: true }
    for (const writes of [0, 1, 2, 3, 4, 5])
      await send([record('1'), record('2', { hours: 2 })], trusted, dyingAfter(writes)).catch(() => undefined)
    await send([record('1'), record('2', { hours: 2 })], trusted)
    await creditAll(idOf((await night())[0]?.name))
    expect((await hoursOf('staff.li')).sort()).toEqual([2, 6])
  })
})

describe('a file that a provider has signed, for those whose program cannot call', () => {
  const sign = async (payload: object, alg = 'EdDSA') => {
    const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true })
    const file = await new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({ alg })
      .sign(privateKey)
    return { file, publicKey: await exportSPKI(publicKey), privateKey }
  }
  const has = async (publicKey: string) => {
    const before = await readProvider(table, 'p')
    if (before === undefined) throw new Error('no provider')
    await write(table, changeProvider(before, { ...before, publicKey }, act))
  }
  const upload = async (file: string, who: Actor = people.region, at: Table = table) => {
    const done = await deliverFile(deps(at))(file, who, 'zh')
    if (done.ok) return told(done.value.results)
    return done.code === 'INPUT_INVALID' ? done.errors?.[0]?.detail : done.code
  }
  const issued = (issuedAt: string, records: object[]) => ({ provider: 'p', issuedAt, records })

  test('taken as a call is, row by row; the same again changes nothing; by the region alone', async () => {
    for (const alg of ['EdDSA', 'ES256']) {
      const day = [record(`${alg}1`), record(`${alg}2`, { staffNo: 'nobody' })]
      const { file, publicKey } = await sign(issued('2026-06-15T08:00:00+08:00', day), alg)
      expect(await upload(file)).toEqual(alg === 'EdDSA' ? fileFaults.keyless : fileFaults.unsigned)
      await has(publicKey)
      expect(await upload(file, people.city)).toBe('NOT_ALLOWED')
      expect(await upload(file)).toEqual([`${alg}1 accepted`, `${alg}2 held PERSON_UNKNOWN`])
      expect(await upload(file)).toEqual([`${alg}1 known`, `${alg}2 known PERSON_UNKNOWN`])
    }
  })

  test('changed, signed by another key or not at all, of another provider, or no deliveries: nothing of it is taken', async () => {
    const { file, publicKey } = await sign(issued('2026-06-15T08:00:00+08:00', [record('1')]))
    await has(publicKey)
    const [head = '', body = '', signature = ''] = file.split('.')
    const more = JSON.stringify(issued('2026-06-15T08:00:00+08:00', [record('1', { hours: 20 })]))
    const b64 = (text: string) => Buffer.from(text).toString('base64url')
    const others = [
      `${head}.${b64(more)}.${signature}`,
      `${b64('{"alg":"none"}')}.${body}.`,
      `${b64('{"alg":"HS256"}')}.${body}.${signature}`,
      (await sign(issued('2026-06-15T08:00:00+08:00', [record('1')]))).file,
      ...[file.slice(0, -3), `${file}.x`],
    ]
    for (const other of others) expect(await upload(other), other).toEqual(fileFaults.unsigned)
    const foreign = await sign({ ...issued('2026-06-15T08:00:00+08:00', [record('1')]), provider: 'q' })
    expect(await upload(foreign.file)).toEqual(fileFaults.unlisted)
    for (const other of ['', '..', 'a.b.c', '{"records":[]}', '\uFFFDPNG'])
      expect(await upload(other), other).toEqual(fileFaults.unreadable)
    for (const payload of [{ provider: 'p' }, issued('yesterday', [record('1')]), issued('', [])]) {
      const signed = await sign(payload)
      await has(signed.publicKey)
      expect(await upload(signed.file), JSON.stringify(payload)).toEqual(fileFaults.content)
    }
    expect(await rowOf('1')).toBeUndefined()
  })

  test('an earlier file does not undo what a later one corrected', async () => {
    const { file, publicKey, privateKey } = await sign(issued('2026-06-15T08:00:00+08:00', [record('1')]))
    await has(publicKey)
    expect(await upload(file)).toEqual(['1 accepted'])
    const later = issued('2026-06-16T08:00:00+08:00', [record('1', { hours: 4 })])
    const correction = await new CompactSign(new TextEncoder().encode(JSON.stringify(later)))
      .setProtectedHeader({ alg: 'EdDSA' })
      .sign(privateKey)
    expect(await upload(correction)).toEqual(['1 accepted'])
    expect(await upload(file)).toEqual(fileFaults.overtaken)
    expect(await upload(correction)).toEqual(['1 known'])
    expect((await rowOf('1'))?.hours).toBe(4)
  })
})

describe('whatever a program sends', () => {
  const anything = fc.record(
    {
      recordNo: fc.constantFrom('1', '2', '3', 'ä/#', '𠮷'),
      staffNo: fc.oneof(fc.constantFrom('A1', 'W1', 'nobody', '__proto__'), fc.anything()),
      name: fc.oneof(fc.constantFrom('名staff.li', '名staff.wu'), fc.string({ unit: 'binary' })),
      course: fc.oneof(fc.constant('课程'), fc.anything()),
      subject: fc.oneof(fc.constant('professional'), fc.anything()),
      from: fc.oneof(fc.constantFrom('2026-06-01', '2025-12-31', '0000-00-00'), fc.anything()),
      to: fc.oneof(fc.constantFrom('2026-06-01', '2026-06-02', '2026-13-01'), fc.anything()),
      hours: fc.oneof(fc.constantFrom(0, 1, 6.5, 6.55, 24, 49, -1), fc.double(), fc.anything()),
      passed: fc.oneof(fc.boolean(), fc.anything()),
    },
    { requiredKeys: ['recordNo'] },
  )

  test('every row is answered in order, and the ledgers hold what the rows say, once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anything, { maxLength: 6, minLength: 1 }), { maxLength: 3 }),
        async (calls) => {
          table = await database.newTable()
          asked = nothingAsked()
          await seedRegisters(table)
          await write(table, newProvider(provider, act))
          for (const records of calls) {
            const results = await send(records)
            expect(results.map(({ recordNo }) => recordNo)).toEqual(records.map(({ recordNo }) => recordNo))
            const [started] = await night()
            if (started) await creditAll(idOf(started.name))
          }
          const rows = (await everyItem(table))
            .filter(({ pk, sk }) => String(pk).startsWith('FEED#') && String(sk).startsWith('ROW#'))
            .map(rowFrom)
          const said = rows.flatMap(({ credited }) => (credited ? [credited.tenths / 10] : [])).sort()
          const inLedgers = [...(await hoursOf('staff.li')), ...(await hoursOf('staff.wu'))].sort()
          expect(inLedgers).toEqual(said)
          // All of it was studied on two days, and nobody has looked at any: eight hours a day, whoever's records.
          for (const who of ['staff.li', 'staff.wu'])
            expect((await hoursOf(who)).reduce((sum, hours) => sum + hours, 0)).toBeLessThanOrEqual(16)
          expect(rows.filter(({ state, credited }) => state === 'recognised' && !credited)).toEqual([])
        },
      ),
      { numRuns: 15 },
    )
  })
})
