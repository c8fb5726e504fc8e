import { BatchGetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, test } from 'vitest'
import { openTask } from '../../functions/desks/open-task.ts'
import { importRoster } from '../../functions/imports/file-roster.ts'
import type { ImportFile } from '../../functions/imports/import-file.ts'
import type { Actor } from '../../functions/organisations/account.ts'
import { creditRoster } from '../../functions/outcomes/credit-roster.ts'
import { keys } from '../../functions/platform/keys.ts'
import { mapConcurrently } from '../../functions/platform/map-concurrently.ts'
import { always, read, readPartition, type Table, type Write, write } from '../../functions/platform/table.ts'
import { putEvidence } from '../../functions/requests/evidence.ts'
import { asSeenBy, findRequest } from '../../functions/requests/find-request.ts'
import { readRequest } from '../../functions/requests/stored-request.ts'
import { settling } from '../../functions/settlement/settling.ts'
import { nextEntry, type StatedFact } from '../../functions/staff/ledger.ts'
import { shardOf } from '../../functions/staff/person.ts'
import { addPostChange, registerPerson } from '../../functions/staff/person-change.ts'
import { requireStaff } from '../../functions/staff/require-staff.ts'
import { readStaff, recordEntry } from '../../functions/staff/staff.ts'
import { readStanding } from '../../functions/staff/standing.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, personOf, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
let asked: Asked
const seeding = { at: '2026-01-01T09:00:00.000+08:00', by: 'seed', reason: 'x' }
const hostOf = (at: Table) => recordingHost(at, { now: () => Date.parse('2026-06-15T09:00:00+08:00') }, asked)
const proof = putEvidence({
  id: 'e1',
  sha256: 'a'.repeat(64),
  size: 1,
  type: 'application/pdf',
  uploadedBy: 'unit.admin',
  uploadedAt: '2026-06-01T09:00:00.000+08:00',
  objectKey: 'evidence/e1',
  state: 'kept',
})

beforeEach(async () => {
  asked = nothingAsked()
  table = await database.newTable()
  await seedRegisters(table)
  await write(table, [proof])
})

const CLASS = {
  title: '青年教师集中培训',
  provider: '市教师进修学院',
  subject: 'professional',
  category: 'in_service',
  trainingMode: 'offline',
  from: '2026-05-11',
  to: '2026-05-15',
  halfDays: '10',
  evidence: 'e1',
}
const roster = (text: string, fields: object = {}, more: Partial<ImportFile> = {}, at: Table = table) =>
  importRoster(hostOf(at))(
    { bytes: new TextEncoder().encode(text), mode: 'preview', partial: false, ...more },
    { ...CLASS, ...fields },
    people.registrar,
    'zh',
  )
const filed = async (...given: Parameters<typeof roster>) => {
  const [text, fields, more, at] = given
  const outcome = await roster(text, fields, { mode: 'apply', ...more }, at)
  if (!outcome.ok || !outcome.value.request) throw new Error(JSON.stringify(outcome))
  return outcome.value.request.id
}
const enterFact = async (staffId: string, fact: StatedFact, source: string) => {
  const staff = await requireStaff(table, staffId)
  const entry = nextEntry(staff.entries, {
    staffId,
    recordedAt: '2026-01-20T09:00:00.000+08:00',
    recordedBy: 'hr.city',
    source,
    fact,
  })
  await write(table, recordEntry(staff, entry))
}
const delayOf = (year: number): StatedFact => ({ kind: 'delay', year, approvedOn: `${year + 1}-01-20` })
const creditIn = (year: number): StatedFact => ({
  kind: 'credit',
  credit: {
    id: `of ${year}`,
    subject: 'professional',
    category: 'in_service',
    mode: 'offline',
    from: `${year}-03-02`,
    to: `${year}-03-03`,
    halfDays: 4,
  },
})

/** The same table; `stop` may throw at a call, and every call is counted by its command. */
const counted = (stop: (command: object) => void = () => undefined) => {
  const calls = { batches: 0, queries: 0, puts: 0, others: 0 }
  const count = (command: object) => {
    if (command instanceof BatchGetCommand) calls.batches += 1
    else if (command instanceof QueryCommand) calls.queries += 1
    else if (command instanceof PutCommand) calls.puts += 1
    else calls.others += 1
  }
  const at: Table = {
    ...table,
    client: new Proxy(table.client, {
      get(client, name) {
        if (name !== 'send') return Reflect.get(client, name)
        return (command: object) => {
          stop(command)
          count(command)
          return Reflect.apply(client.send, client, [command])
        }
      },
    }),
  }
  return { calls, at }
}

const register = (ids: readonly string[]) =>
  mapConcurrently(ids, 8, (id) => write(table, registerPerson(personOf(id, { staffNo: id }), seeding)))
const MANY = Array.from({ length: 200 }, (_, nth) => `M${String(nth).padStart(3, '0')}`)
const listOf = (ids: readonly string[]) => `工号\n${ids.join('\n')}\n`

describe('Art. 34: a list of many is judged in a few reads', () => {
  test('200 rows take five batches and no ledger; their filing a write each', async () => {
    await register(MANY)
    const preview = counted()
    expect(await roster(listOf(MANY), {}, {}, preview.at)).toMatchObject({ value: { new: 200, failed: 0 } })
    // Four of persons with their standings, one of closed years; the numbers of the institution, and the readings.
    expect(preview.calls).toEqual({ batches: 5, queries: 2, puts: 0, others: 1 })
    const filing = counted()
    await filed(listOf(MANY), {}, {}, filing.at)
    expect(filing.calls.puts).toBe(200)
    expect(filing.calls.batches + filing.calls.queries + filing.calls.others).toBeLessThan(20)
  })

  test('a filing that was cut off goes on where it ended', async () => {
    await register(MANY)
    let left = 120
    const cut = counted((command) => {
      if (command instanceof PutCommand && left-- <= 0) throw new Error('cut off')
    })
    await expect(filed(listOf(MANY), {}, {}, cut.at)).rejects.toThrow('cut off')
    const rest = counted()
    const id = await filed(listOf(MANY), {}, {}, rest.at)
    expect(cut.calls.puts + rest.calls.puts).toBe(200)
    const request = (await readRequest(table, id))?.request
    expect(request).toMatchObject({ status: 'in_review', participantCount: 200 })
    expect(request?.type === 'class_roster' && request.participants.map(({ staffId }) => staffId)).toEqual(
      MANY,
    )
  })

  test('what finds no time in one call is left to the same file again, and no row is said twice', async () => {
    await register(MANY)
    const send = (patience: number) =>
      importRoster(hostOf(table), patience)(
        { bytes: new TextEncoder().encode(listOf(MANY)), mode: 'apply', partial: false },
        CLASS,
        people.registrar,
        'zh',
      )
    expect(await send(-1)).toMatchObject({ value: { applied: 0, remaining: 200, request: null } })
    let applied = 0
    let patience = 100
    for (;;) {
      const sent = await send(patience)
      if (!sent.ok) throw new Error(JSON.stringify(sent))
      applied += sent.value.applied
      expect(applied + sent.value.remaining).toBe(200)
      expect(sent.value.request === null).toBe(sent.value.remaining > 0)
      if (sent.value.remaining === 0) break
      patience *= 2
    }
    expect(await send(60_000)).toMatchObject({ value: { applied: 200, remaining: 0 } })
  })

  test('who is not as they were sealed stops the list, as they stop whatever rests on them', async () => {
    const standing = await read(table, keys.standing(shardOf('staff.li'), 'staff.li'))
    await write(table, [{ put: { ...standing, postType: 'worker' }, when: always } as Write])
    await expect(roster('工号\nA1\n')).rejects.toThrow('not what was sealed')
  })

  test('someone without a standing, about whom nothing is on record, is read whole', async () => {
    await write(table, [{ remove: keys.standing(shardOf('staff.li'), 'staff.li'), when: always }])
    expect(await roster('工号\nA1\n')).toMatchObject({ value: { new: 1, failed: 0 } })
  })
})

describe('who looks at a list', () => {
  const seenBy = async (id: string, actor: Actor) => {
    const found = await findRequest(table, id, actor)
    if (!found.ok) return undefined
    const { request } = await asSeenBy(table, found.value, actor)
    return {
      people: request.type === 'class_roster' ? request.participants.length : -1,
      proofs: request.evidence.length,
    }
  }

  test('whoever is on it sees their own row alone, and not the proof that everybody signed', async () => {
    await register(['M001', 'M002'])
    const id = await filed('工号\nA1\nM001\nM002\n')
    expect(await seenBy(id, people.li)).toEqual({ people: 1, proofs: 0 })
    for (const actor of [people.registrar, people.head, people.city])
      expect(await seenBy(id, actor)).toEqual({ people: 3, proofs: 1 })
    expect(await seenBy(id, { ...people.li, id: 'other', staffId: 'other' })).toBeUndefined()
  })

  test('whoever holds its task by a loan sees what they decide on (Art. 38)', async () => {
    const id = await filed('工号\nA1\n')
    const lent: Actor = {
      id: 'q',
      name: '包',
      email: 'q@demo.example',
      staffId: 's.q',
      roles: [],
      standsInFor: [people.head],
    }
    expect(await seenBy(id, lent)).toBeUndefined()
    await openTask(hostOf(table))({ requestId: id, round: 1, line: 0, stage: 'institution', token: 't' })
    expect(await seenBy(id, lent)).toEqual({ people: 1, proofs: 1 })
    expect(await seenBy(id, { ...lent, standsInFor: [] })).toBeUndefined()
  })
})

describe('Art. 32: a year is made up for under a granted delay', () => {
  const MAKE_UP = '工号,补训年度\nA1,2025\n'

  test('with the delay a row is taken, without it is refused, for its own year alone', async () => {
    expect(await roster(MAKE_UP)).toMatchObject({ value: { errors: [{ row: 2, column: '补训年度' }] } })
    await enterFact('staff.li', delayOf(2025), 'delay')
    expect(await roster(MAKE_UP)).toMatchObject({ value: { new: 1, failed: 0 } })
    expect(await roster('工号,补训年度\nA1,2024\n')).toMatchObject({ value: { failed: 1 } })
    expect(await roster('工号\nA1\n', { makeUpFor: 2025 })).toMatchObject({ value: { new: 1 } })
  })

  test('of a year that the standing no longer covers the ledger is asked', async () => {
    // Three later years with entries: the standing begins after the delay's.
    await enterFact('staff.li', delayOf(2024), 'delay')
    for (const year of [2025, 2026, 2027]) await enterFact('staff.li', creditIn(year), `in ${year}`)
    expect((await readStanding(table, 'staff.li'))?.from).toBeGreaterThan(2024)
    const staff = await readStaff(table, 'staff.li')
    expect(staff?.entries.some(({ fact }) => fact.kind === 'delay')).toBe(true)
    expect(await roster('工号,补训年度\nA1,2024\n', { from: '2025-05-12', to: '2025-05-16' })).toMatchObject({
      value: { new: 1, failed: 0 },
    })
  })
})

describe('what a row says stands in the ledger when the class is credited', () => {
  const creditsOf = async (staffId: string) =>
    (await requireStaff(table, staffId)).entries.flatMap(({ fact }) =>
      fact.kind === 'credit' ? [fact.credit] : [],
    )

  test('Art. 32, 39(1): the year that it makes up for, the half-days and the result', async () => {
    await enterFact('staff.li', delayOf(2025), 'delay')
    const id = await filed('工号,补训年度,半天数,考核合格\nA1,2025,8,是\nA2,,,否\n')
    await creditRoster(settling(hostOf(table)))(id)
    expect(await creditsOf('staff.li')).toMatchObject([{ makeUpFor: 2025, halfDays: 8, passed: true }])
    expect(await creditsOf('unit.admin')).toMatchObject([{ halfDays: 10, passed: false }])
    expect((await creditsOf('unit.admin'))[0]).not.toHaveProperty('makeUpFor')
    const failed = asked.sent.find(({ to }) => to.join() === 'unit.admin@demo.example')
    expect(failed?.subject).toBe('您参加的培训考核不合格，不计学时')
    expect(failed?.text).toContain('认定学时：0 学时')
    await creditRoster(settling(hostOf(table)))(id)
    expect(await creditsOf('staff.li')).toHaveLength(1)
    expect((await readRequest(table, id))?.request.status).toBe('approved')
  })

  test('Art. 18, 21: a change of post is named by its day, where there are several', async () => {
    for (const [change, effectiveOn] of [
      ['first', '2026-04-01'],
      ['second', '2026-05-01'],
    ] as const) {
      const staff = await requireStaff(table, 'staff.li')
      const added = { id: change, kind: 'duties' as const, effectiveOn }
      await write(table, addPostChange(staff, added, seeding))
    }
    const transfer = { category: 'transfer' }
    expect(await roster('工号\nA1\n', transfer)).toMatchObject({
      value: { errors: [{ column: '岗位变动日期' }] },
    })
    const id = await filed('工号,岗位变动日期\nA1,2026/5/1\n', transfer)
    await creditRoster(settling(hostOf(table)))(id)
    expect(await creditsOf('staff.li')).toMatchObject([{ category: 'transfer', forChange: 'second' }])
  })

  test('whose ledger is broken waits alone: the others have their hours, and the class is not through', async () => {
    await register(MANY.slice(0, 20))
    const id = await filed(listOf(MANY.slice(0, 20)))
    await enterFact('M003', creditIn(2026), 'before')
    const [entry] = await readPartition(table, keys.person('M003').pk, 'LEDGER#')
    await write(table, [{ put: { ...entry, recordedBy: 'somebody' }, when: always }])
    await expect(creditRoster(settling(hostOf(table)))(id)).rejects.toThrow('not what was sealed')
    for (const other of MANY.slice(0, 20).filter((one) => one !== 'M003'))
      expect(await creditsOf(other)).toHaveLength(1)
    expect((await readRequest(table, id))?.request.status).toBe('in_review')
    await write(table, [{ put: { ...entry }, when: always }])
    await creditRoster(settling(hostOf(table)))(id)
    expect(await creditsOf('M003')).toHaveLength(2)
    expect((await readRequest(table, id))?.request.status).toBe('approved')
  })
})

describe('staff of other institutions who are seconded to the one that held the class', () => {
  beforeEach(async () => {
    const person = (id: string, more: object) =>
      write(table, registerPerson(personOf(id, { name: '苏和', hiredOn: '2020-03-01', ...more }), seeding))
    await person('s.guest', { institutionId: 'j', staffNo: 'J-7' })
    await person('s.far', { institutionId: 'l', staffNo: 'L-7', hiredOn: '2026-05-20' })
  })
  const header = '工号,姓名,所在单位,出勤半天数'
  const own = 'staff.li,,教务处,8'
  const listOf = (...rows: string[]) => [header, own, ...rows].join('\r\n')

  test('they are taken by institution, number and name: their own registers first, and the hours are theirs', async () => {
    const outcome = await roster(listOf('J-7,苏和,j,6'), {}, { mode: 'apply' })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome))
    expect(outcome.value.applied).toBe(2)
    const requests = await Promise.all(
      (outcome.value.requests ?? []).map(async ({ id }) => (await readRequest(table, id))?.request),
    )
    expect(
      requests.map((one) => [one?.institutionId, one?.type === 'class_roster' ? one.participants : []]),
    ).toEqual([
      ['i', [{ staffId: 'staff.li', halfDays: 8 }]],
      ['j', [{ staffId: 's.guest', halfDays: 6 }]],
    ])
    const again = await roster(listOf('J-7,苏和,j,6'), {}, { mode: 'apply' })
    expect(again.ok && again.value.requests?.map(({ id }) => id)).toEqual(requests.map((one) => one?.id))
  })

  test('whatever of the three is wrong, and whatever their record says, the answer tells nothing of them', async () => {
    const said = async (row: string) => {
      const outcome = await roster(listOf(row))
      if (!outcome.ok) throw new Error(outcome.code)
      expect(JSON.stringify(outcome.value)).not.toMatch(/s\.guest|2026-05-20|聘用/)
      return outcome.value.errors.map(({ row: at, detail }) => [at, detail])
    }
    const unknown = await said('J-8,苏和,j,6')
    expect(JSON.stringify(unknown)).toContain('没有这样的其他单位人员')
    for (const row of ['J-7,苏合,j,6', 'L-7,苏和,j,6', 's.far,苏和,j,6'])
      expect(await said(row), row).toEqual(unknown)
    for (const row of ['J-7,,j,6', ',苏和,j,6']) expect(await said(row), row).toEqual(unknown)
    expect(JSON.stringify(await said('L-7,苏和,l,11'))).toContain('请其所在单位核对')
  })

  test('an office within stays what it was: one’s own people', async () => {
    const outcome = await roster(listOf('staff.li,,i,8'))
    expect(outcome.ok && outcome.value.errors.map(({ row }) => row)).toEqual([3])
  })
})
