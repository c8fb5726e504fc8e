import { beforeEach, describe, expect, test } from 'vitest'
import { type Actor, newAccount } from '../../functions/organisations/account.ts'
import { readAccountRecord } from '../../functions/organisations/account-record.ts'
import { PersonChangeBody } from '../../functions/persons/api.ts'
import { changePerson } from '../../functions/persons/change-person.ts'
import { confirmMerge, ENTRIES_AT_ONCE } from '../../functions/persons/confirm-merge.ts'
import { MergeBody } from '../../functions/persons/merge-api.ts'
import { proposeMerge } from '../../functions/persons/propose-merge.ts'
import { viewMerge } from '../../functions/persons/view-merge.ts'
import { listPersonsFor } from '../../functions/persons/view-person.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { factsInForce } from '../../functions/staff/facts-in-force.ts'
import { firstBrokenEntry, nextEntry, type StatedFact } from '../../functions/staff/ledger.ts'
import { readPerson } from '../../functions/staff/person.ts'
import { registerPerson } from '../../functions/staff/person-change.ts'
import { readStaff, recordEntry } from '../../functions/staff/staff.ts'
import { nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, personOf, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
let table: Table
const now = '2026-06-15T09:00:00+08:00'
const host = () => recordingHost(table, { now: () => Date.parse(now) }, nothingAsked())

/** Another of the city's authority, and one of the region: pairs of eyes. */
const second: Actor = { ...people.city, id: 'hr.city.2', name: '第二人' }
const seeding = { at: '2026-01-01T09:00:00.000+08:00', by: 'seed', reason: 'x' }

const credit = (id: string, day: string, halfDays = 2): StatedFact => ({
  kind: 'credit',
  credit: {
    ...{ id, subject: 'public', category: 'in_service', mode: 'offline', from: day, to: day, halfDays },
  },
})

const enter = async (staffId: string, fact: StatedFact, at: string) => {
  const staff = await readStaff(table, staffId)
  if (staff === undefined) throw new Error(`There is no ${staffId}.`)
  const entry = nextEntry(staff.entries, {
    ...{ staffId, recordedAt: at, recordedBy: 'seed', fact },
    source: `seed.${staffId}.${staff.entries.length}`,
  })
  await write(table, recordEntry(staff, entry))
}

beforeEach(async () => {
  table = await database.newTable()
  await seedRegisters(table)
  await write(
    table,
    newAccount({ id: 'login', name: '李静怡', email: 'x@demo.example', staffId: 'staff.double', roles: [] }),
  )
  // The same person, registered a second time at a sibling.
  await write(
    table,
    registerPerson(
      personOf('staff.double', { name: '李静怡', institutionId: 'j', staffNo: 'B7', accountId: 'login' }),
      seeding,
    ),
  )
})

const propose = (more: object = {}, actor: Actor = people.city) =>
  proposeMerge(host())(
    'staff.li',
    MergeBody.parse({ from: 'staff.double', reason: '同一人重复登记', ...more }),
    actor,
  )
const confirm = (actor: Actor = second) => confirmMerge(host())('staff.li', actor)

describe('Art. 35: two pairs of eyes are two persons, by whichever account and seat', () => {
  const refused = async (done: Promise<{ ok: boolean; code?: string }>) => (await done).code

  test('a second account of whoever proposed confirms nothing, one without a person by its name', async () => {
    await propose()
    const again: Actor = { ...people.city, id: 'hr.city.again', email: 'again@demo.example' }
    await write(table, newAccount(again))
    expect(await refused(confirm(again))).toBe('SECOND_PERSON_NEEDED')
    const view = await viewMerge(host())('staff.li', 'staff.double', again)
    expect(view.ok && view.value.proposal?.mayConfirm).toBe(false)
    // Of another institution's register, they are somebody else of that name.
    await write(
      table,
      registerPerson(personOf('staff.other', { staffNo: 'O1', institutionId: 'l' }), seeding),
    )
    await write(table, registerPerson(personOf('staff.city', { staffNo: 'O2', institutionId: 'j' }), seeding))
    const linked: Actor = { ...people.city, id: 'linked', email: 'l@demo.example', staffId: 'staff.city' }
    const other: Actor = { ...people.city, id: 'other', email: 'o@demo.example', staffId: 'staff.other' }
    for (const one of [linked, other]) await write(table, newAccount(one))
    await propose({}, linked)
    expect(await refused(confirm(again))).toBe('SECOND_PERSON_NEEDED')
    expect(await confirm(other)).toMatchObject({ ok: true })
  })

  test('nobody proposes or confirms a merge of records that bear their own name', async () => {
    const self: Actor = { ...people.city, id: 'li.at.city', name: '李 静怡', email: 'self@demo.example' }
    await write(table, newAccount(self))
    expect(await refused(propose({}, self))).toBe('OWN_RECORD')
    await propose()
    expect(await refused(confirm(self))).toBe('OWN_RECORD')
    // The office above does.
    expect(await confirm(people.region)).toMatchObject({ ok: true })
  })
})

describe('Art. 35: two records of one person become one', () => {
  test('the one that stays quotes the entries by hash, the other is closed and keeps its ledger', async () => {
    await enter('staff.li', credit('one', '2026-03-02'), '2026-03-10T09:00:00.000+08:00')
    await enter('staff.double', credit('two', '2026-04-02'), '2026-02-10T09:00:00.000+08:00')
    await enter('staff.double', credit('three', '2026-05-02'), '2026-05-10T09:00:00.000+08:00')
    const shown = await viewMerge(host())('staff.li', 'staff.double', people.city)
    expect(shown.ok && shown.value.years).toEqual([
      { year: 2026, before: { public: 8, professional: 0 }, after: { public: 24, professional: 0 } },
    ])
    expect((await propose()).ok).toBe(true)
    const before = await readStaff(table, 'staff.double')
    expect(await confirm()).toEqual({ ok: true, value: { taken: 2, leftOut: 0 } })

    const staff = await readStaff(table, 'staff.li')
    const closed = await readStaff(table, 'staff.double')
    expect(firstBrokenEntry(staff?.entries ?? [])).toBeUndefined()
    expect(staff?.entries.map(({ quotes }) => quotes?.hash)).toEqual([
      undefined,
      ...(before?.entries.map(({ hash }) => hash) ?? []),
    ])
    expect(closed?.entries).toEqual(before?.entries)
    expect(closed?.person).toMatchObject({ onRegister: false, mergedInto: 'staff.li' })
    // Placing follows first recording: what was entered there in February stands before what was entered here in March.
    const facts = factsInForce(staff?.entries ?? [])
    expect(facts.map((fact) => fact.kind === 'credit' && fact.credit.id)).toEqual(['two', 'one', 'three'])
    const listed = await listPersonsFor(table, 'j', people.city, { limit: 50 })
    expect(listed.ok && listed.value.items.map(({ id }) => id)).toEqual([])
  })

  test('what is on both records already is flagged, and left out as proposed', async () => {
    await enter('staff.li', credit('one', '2026-03-02'), '2026-03-10T09:00:00.000+08:00')
    await enter('staff.double', credit('again', '2026-03-02'), '2026-03-11T09:00:00.000+08:00')
    await enter('staff.double', credit('other', '2026-05-02'), '2026-05-10T09:00:00.000+08:00')
    const shown = await viewMerge(host())('staff.li', 'staff.double', people.city)
    expect(shown.ok && shown.value.facts.map(({ twinOf, leftOut }) => [twinOf, leftOut])).toEqual([
      [1, true],
      [null, false],
    ])
    await propose({ leaveOut: [1] })
    expect(await confirm()).toEqual({ ok: true, value: { taken: 1, leftOut: 1 } })
    expect((await readStaff(table, 'staff.li'))?.entries).toHaveLength(2)
  })

  test('trainings that bear one name on both records, as those of one class do, are both there', async () => {
    await enter('staff.li', credit('r.0', '2026-03-02'), '2026-03-10T09:00:00.000+08:00')
    await enter('staff.double', credit('r.0', '2026-05-02'), '2026-05-10T09:00:00.000+08:00')
    expect((await propose()).ok).toBe(true)
    expect(await confirm()).toEqual({ ok: true, value: { taken: 1, leftOut: 0 } })
    const facts = factsInForce((await readStaff(table, 'staff.li'))?.entries ?? [])
    expect(facts.map((fact) => fact.kind === 'credit' && fact.credit.id)).toEqual([
      'r.0',
      'merge.staff.double.1',
    ])
  })

  test('two pairs of eyes, none of them the person’s own, and both institutions below', async () => {
    expect(await propose({}, people.registrar)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await propose({}, people.county)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await propose({}, { ...people.city, staffId: 'staff.double' })).toMatchObject({
      code: 'OWN_RECORD',
    })
    expect(await confirm()).toMatchObject({ code: 'MERGE_MISSING' })
    await propose()
    expect(await confirm(people.city)).toMatchObject({ code: 'SECOND_PERSON_NEEDED' })
    expect((await confirm(people.region)).ok).toBe(true)
  })

  test('what changed since the proposal is proposed anew', async () => {
    await propose()
    await enter('staff.double', credit('late', '2026-05-02'), '2026-05-10T09:00:00.000+08:00')
    expect(await confirm()).toMatchObject({ code: 'MERGE_MISSING' })
    await propose()
    expect(await confirm()).toMatchObject({ value: { taken: 1 } })
  })

  test('confirming twice, and by two at once, takes nothing twice', async () => {
    await enter('staff.double', credit('two', '2026-04-02'), '2026-02-10T09:00:00.000+08:00')
    await propose()
    const both = await Promise.all([confirm(), confirm(people.region)])
    expect(both).toEqual([
      { ok: true, value: { taken: 1, leftOut: 0 } },
      { ok: true, value: { taken: 1, leftOut: 0 } },
    ])
    expect(await confirm()).toEqual({ ok: true, value: { taken: 1, leftOut: 0 } })
    expect((await readStaff(table, 'staff.li'))?.entries).toHaveLength(1)
  })

  test('a long ledger cut off between its parts loses nothing and takes nothing twice', async () => {
    const days = Array.from({ length: ENTRIES_AT_ONCE + 5 }, (_, index) =>
      new Date(Date.parse('2026-01-05') + index * 86_400_000).toISOString().slice(0, 10),
    )
    for (const [index, day] of days.entries())
      await enter('staff.double', credit(`c${index}`, day), '2026-03-10T09:00:00.000+08:00')
    await propose()
    // The process ends before its second transaction.
    let written = 0
    const cutOff: Table = {
      ...table,
      client: new Proxy(table.client, {
        get(client, name) {
          if (name !== 'send') return Reflect.get(client, name)
          return (command: { constructor: { name: string } }) => {
            if (command.constructor.name === 'TransactWriteCommand' && ++written > 1)
              throw new Error('The process ended.')
            return Reflect.apply(client.send, client, [command])
          }
        },
      }),
    }
    await expect(confirmMerge({ ...host(), table: cutOff })('staff.li', second)).rejects.toThrow('ended')
    expect((await readStaff(table, 'staff.li'))?.entries).toHaveLength(ENTRIES_AT_ONCE)
    expect(await propose()).toMatchObject({ code: 'MERGE_IMPOSSIBLE' })
    expect(await confirm(people.region)).toEqual({ ok: true, value: { taken: days.length, leftOut: 0 } })
    const staff = await readStaff(table, 'staff.li')
    expect(staff?.entries).toHaveLength(days.length)
    expect(new Set(staff?.entries.map(({ source }) => source)).size).toBe(days.length)
  })

  test('the login goes along where the record that stays has none; a closed record changes no more', async () => {
    await propose()
    await confirm()
    expect(await readPerson(table, 'staff.li')).toMatchObject({ accountId: 'login' })
    expect(await readPerson(table, 'staff.double')).not.toHaveProperty('accountId')
    expect(await readAccountRecord(table, 'login')).toMatchObject({ staffId: 'staff.li' })
    const change = PersonChangeBody.parse({ version: 2, reason: '更正', onRegister: true })
    expect(await changePerson(host())('staff.double', change, people.city)).toMatchObject({
      code: 'INPUT_INVALID',
    })
    expect(await viewMerge(host())('unit.admin', 'staff.double', people.city)).toMatchObject({
      code: 'MERGE_IMPOSSIBLE',
    })
  })
})
