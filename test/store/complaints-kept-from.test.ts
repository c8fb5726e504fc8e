import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { actOnComplaint } from '../../functions/complaints/act-on-complaint.ts'
import { complaintLate, openComplaint } from '../../functions/complaints/complaint-steps.ts'
import { enterComplaint } from '../../functions/complaints/file-complaint.ts'
import { isKeptFrom, tiesOf } from '../../functions/complaints/kept-from.ts'
import { readComplainant } from '../../functions/complaints/read-complainant.ts'
import { listComplaints, viewComplaint } from '../../functions/complaints/view-complaint.ts'
import { readNews } from '../../functions/notices/news.ts'
import { type Account, newAccount, readAccount } from '../../functions/organisations/account.ts'
import { changeAccount, readAccountRecord } from '../../functions/organisations/account-record.ts'
import { newDelegation } from '../../functions/organisations/delegation.ts'
import { followPerson } from '../../functions/organisations/follow-person.ts'
import { newOrganisation, type Organisation } from '../../functions/organisations/organisation.ts'
import { removeSeat } from '../../functions/organisations/seat.ts'
import { seatChangesAt } from '../../functions/organisations/seat-change.ts'
import { type Table, write } from '../../functions/platform/table.ts'
import { readPerson } from '../../functions/staff/person.ts'
import { changePerson, registerPerson } from '../../functions/staff/person-change.ts'
import { person } from '../person.ts'
import { nothingAsked } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { complaintHost, openComplaints } from './complaints-ground.ts'

const database = withTestDatabase()
const TODAY = '2026-06-15'

const institution = (id: string, authorityId: string, overseers: string[]): Organisation => ({
  ...{ id, name: `单位${id}`, kind: 'institution', level: 'county', authorityId, overseers },
})
const organisations: Organisation[] = [
  { id: 'r', name: '自治区', kind: 'authority', level: 'region', overseers: [] },
  { id: 'x', name: '受理机构', kind: 'department', level: 'region', overseers: [] },
  { id: 'a', name: '市', kind: 'authority', level: 'city', parentId: 'r', overseers: ['r'] },
  { id: 'k', name: '县', kind: 'authority', level: 'county', parentId: 'a', overseers: ['a', 'r'] },
  institution('i', 'a', ['a', 'r']),
  institution('l', 'k', ['k', 'a', 'r']),
]
const places = organisations.map(({ id }) => id)
const kindOf = (id: string) => organisations.find((one) => one.id === id)?.kind ?? 'institution'
const NAMES = ['甲', '乙', '丙', '丁']
const ACCOUNTS = 7

/** People with seats anywhere, some on a register, some of one name, who lend one another their tasks. */
const grounds = fc.record({
  people: fc.array(
    fc.record({
      name: fc.constantFrom(...NAMES),
      seats: fc.uniqueArray(fc.constantFrom(...places), { maxLength: 2 }),
      register: fc.option(fc.constantFrom('i', 'l'), { nil: undefined }),
    }),
    { minLength: ACCOUNTS, maxLength: ACCOUNTS },
  ),
  loans: fc.array(
    fc.record({
      from: fc.nat({ max: ACCOUNTS - 1 }),
      to: fc.nat({ max: ACCOUNTS - 1 }),
      inForce: fc.boolean(),
      /** Made once the complaint was there: it locks nobody out. */
      isLater: fc.boolean(),
    }),
    { maxLength: 5 },
  ),
  body: fc.constantFrom(...places.filter((id) => id !== 'x')),
  persons: fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 }),
  /** What happens to people once the complaint is there: it opens it to nobody. */
  later: fc.array(
    fc.record({
      who: fc.nat({ max: ACCOUNTS - 1 }),
      act: fc.constantFrom('unseated', 'moved', 'renamed', 'suspended'),
    }),
    { minLength: 5, maxLength: 10 },
  ),
})
type Ground = typeof grounds extends fc.Arbitrary<infer T> ? T : never

const idOf = (nth: number): string => `p${nth}`
const accountsOf = ({ people }: Ground): Account[] =>
  people.map(({ name, seats, register }, nth) => ({
    ...{ id: idOf(nth), name, email: `${idOf(nth)}@people.example` },
    ...(register === undefined ? {} : { staffId: idOf(nth) }),
    roles: seats.map((organisationId) => ({ role: kindOf(organisationId), organisationId, head: false })),
  }))

const registered = (nth: number, name: string, institutionId: string) =>
  person({ ...{ id: idOf(nth), accountId: idOf(nth), name, institutionId } })

/** People as they are after an act that comes later. */
const afterwards = (people: Ground['people'], { who, act }: Ground['later'][number]): Ground['people'] =>
  people.map((one, nth) => {
    if (nth !== who) return one
    if (act === 'unseated') return { ...one, seats: one.seats.slice(1) }
    if (one.register === undefined) return one
    const { register, seats } = one
    if (act === 'renamed') return { ...one, name: `${one.name}改` }
    if (act !== 'moved') return one
    return { ...one, register: register === 'i' ? 'l' : 'i', seats: seats.filter((id) => id !== register) }
  })

/** Does what comes later: by taking a seat, by a change of the person's record, or of the account. */
const happens = async (table: Table, people: Ground['people'], { who, act }: Ground['later'][number]) => {
  const [one] = people.slice(who)
  const account = await readAccountRecord(table, idOf(who))
  if (one === undefined || account === undefined) return
  const said = { at: `${TODAY}T12:00:00.000+08:00`, by: 'seed', reason: '之后' }
  const [seat] = one.seats
  if (act === 'unseated' && seat !== undefined) {
    const sequence = (await seatChangesAt(table, seat)).length + 1
    const change = { organisationId: seat, sequence, accountId: idOf(who), role: kindOf(seat) }
    await write(
      table,
      removeSeat(account, seat, change, { ...change, ...said, before: { head: false }, after: null }),
    )
  }
  if (act === 'suspended')
    await write(table, changeAccount(account, { ...account, status: 'suspended' }, { ...said, what: act }))
  const before = await readPerson(table, idOf(who))
  const [next] = afterwards(people, { who, act }).slice(who)
  if (before === undefined || next?.register === undefined || (act !== 'moved' && act !== 'renamed')) return
  const after = { ...before, name: next.name, institutionId: next.register }
  const changed = { ...said, what: 'corrected' }
  await write(table, [
    ...changePerson({ person: before, entries: [], certificates: [] }, after, changed),
    ...(await followPerson(table, before, after, changed)),
  ])
}

const seed = async (table: Table, ground: Ground, accounts: readonly Account[]): Promise<void> => {
  await write(table, organisations.map(newOrganisation))
  for (const account of accounts) await write(table, newAccount(account))
  const act = { at: '2026-01-01T09:00:00.000+08:00', by: 'seed', reason: '登记' }
  for (const [nth, { register, name }] of ground.people.entries())
    if (register !== undefined) await write(table, registerPerson(registered(nth, name, register), act))
  for (const [nth, { from, to, inForce, isLater }] of ground.loans.entries())
    await write(table, [
      newDelegation({
        ...{ id: `d${nth}`, from: { id: idOf(from), name: '' }, to: { id: idOf(to), name: '' } },
        ...{ startsOn: '2026-06-01', endsOn: inForce ? '2026-07-30' : '2026-06-14' },
        createdAt: isLater ? `${TODAY}T09:00:01.000+08:00` : '2026-06-01T09:00:00.000+08:00',
      }),
    ])
  await openComplaints(table, 'x')
}

/**
 * Whom the complaint must be kept from, said here in other words than in the code: oneself, or for whom one acts, by what
 * held of people at any of several times.
 */
const keptFrom = ({ loans, body, persons }: Ground, times: readonly Ground['people'][]): Set<string> => {
  const [people = []] = times
  const own = people.map((_, nth) =>
    times
      .flatMap((then) => then.slice(nth, nth + 1))
      .some(
        ({ name, seats, register }) => persons.includes(name) || seats.includes(body) || register === body,
      ),
  )
  const byLoan = (nth: number) =>
    loans.some(({ from, to, inForce, isLater }) => inForce && !isLater && to === nth && own[from])
  return new Set(people.flatMap((_, nth) => (own[nth] || byLoan(nth) ? [idOf(nth)] : [])))
}

describe('Art. 36: a list tells nobody how much of it is kept from them', () => {
  test('its pages are full, its cursors name what was shown, and there is none behind the last one', async () => {
    const table = await database.newTable()
    const people = ['甲', '乙'].map((name, nth) => ({ name, seats: ['a'], register: undefined, nth }))
    const ground = { people, loans: [], body: 'i', persons: [], later: [] }
    const [kept, other] = accountsOf(ground)
    if (kept === undefined || other === undefined) throw new Error('There are two.')
    await seed(table, ground, [kept, other])
    const host = complaintHost(table, { at: `${TODAY}T09:00:00+08:00` }, nothingAsked())
    const file = async (nth: number, persons: string[]) => {
      const body = { bodyId: 'i', persons, described: '', text: `第 ${nth} 件`, channel: 'letter' as const }
      expect(await enterComplaint(host)(body, `k${nth}`, other)).toMatchObject({ ok: true })
    }
    for (let nth = 0; nth < 14; nth += 1) await file(nth, nth % 7 === 3 ? [] : ['甲'])
    const pages = async (actor: Account, limit: number) => {
      const found: { ids: string[]; cursor: string | null }[] = []
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await listComplaints(host)({ box: 'at', limit, cursor }, actor)
        cursor = page.cursor
        found.push({ ids: page.items.map(({ id }) => id), cursor })
      }
      return found
    }
    const all = (await pages(other, 5)).flatMap(({ ids }) => ids)
    expect(all).toHaveLength(14)
    const shown = await pages(kept, 1)
    const ids = shown.flatMap((page) => page.ids)
    expect(shown.map((page) => page.ids.length)).toEqual([1, 1])
    const told = shown
      .map(({ cursor }) => Buffer.from(cursor?.split('~')[1] ?? '', 'base64url').toString())
      .join()
    for (const id of all.filter((one) => !ids.includes(one))) expect(told).not.toContain(id)
    // Of whom all of it is kept, there is one page, and nothing behind it.
    await file(99, ['甲'])
    expect((await pages(kept, 2)).map((page) => [page.ids.length, page.cursor])).toEqual([[2, null]])
  })
})

describe('Art. 36: who is complained of is known by every record that is theirs', () => {
  test('also by the name and the institution of a record that was merged into theirs since', async () => {
    const table = await database.newTable()
    const act = { at: '2026-01-01T09:00:00.000+08:00', by: 'seed', reason: '登记' }
    const other = person({ id: 'q', name: '乙', institutionId: 'l' })
    const own = person({ id: 'p', name: '甲', mergedFrom: ['q'] })
    await write(table, registerPerson(own, act))
    await write(table, registerPerson(other, act))
    const merged = { ...act, at: '2026-03-01T09:00:00.000+08:00', what: 'merged' }
    await write(
      table,
      changePerson({ person: other, entries: [], certificates: [] }, { ...other, mergedInto: 'p' }, merged),
    )
    await write(
      table,
      newAccount({ id: 'one', name: '甲', email: 'one@people.example', staffId: 'p', roles: [] }),
    )
    const ties = await tiesOf(table, { id: 'one' })
    const about = (more: object) => ({ bodies: [], persons: [], described: '', ...more })
    const before = '2026-02-01T09:00:00.000+08:00'
    expect(isKeptFrom(about({ persons: ['乙'] }), ties, TODAY)).toBe(true)
    expect(isKeptFrom(about({ bodies: [{ id: 'l', name: '' }], filedAt: before }), ties, TODAY)).toBe(true)
    expect(isKeptFrom(about({ bodies: [{ id: 'l', name: '' }] }), ties, TODAY)).toBe(false)
  })
})

describe('Art. 36: a complaint is kept from whom it is about, and from their delegates', () => {
  test('whatever organisations, seats, registers and loans there are', async () => {
    let seenBySomeone = 0
    let keptFromADesk = 0
    let counted = 0
    let keptByThen = 0
    await fc.assert(
      fc.asyncProperty(grounds, async (ground) => {
        const table = await database.newTable()
        const accounts = accountsOf(ground)
        await seed(table, ground, accounts)
        const asked = nothingAsked()
        const now = { at: `${TODAY}T09:00:00+08:00` }
        const host = complaintHost(table, now, asked)
        const body = { bodyId: ground.body, persons: ground.persons, described: '', text: '内容' }
        const stranger: Account = { id: 'stranger', name: '外人', email: 's@people.example', roles: [] }
        const filed = await enterComplaint(host)({ ...body, channel: 'telephone' }, 'k', stranger)
        expect(filed.ok).toBe(true)
        const [started] = asked.started
        const id = z.object({ complaintId: z.string() }).parse(started?.input).complaintId
        // Operators see executions by their names.
        expect(started?.name).not.toContain(id)
        let mailed = 0
        let times = [ground.people]
        let kept = keptFrom(ground, times)
        const opened = { complaintId: id, stage: 'received' as const, token: 't', execution: id }
        await openComplaint(host)(opened)
        const look = async () => {
          for (const { id: accountId } of accounts) {
            const actor = await readAccount(table, accountId)
            if (actor === undefined) throw new Error('There is one.')
            const lists = await Promise.all(
              (['at', 'above'] as const).map((box) => listComplaints(host)({ box, limit: 100 }, actor)),
            )
            const rows = lists.flatMap(({ items }) => items)
            const view = await viewComplaint(host)(id, actor)
            // What is listed can be opened, and nothing else.
            expect(view.ok).toBe(rows.length > 0)
            if (view.ok) seenBySomeone += 1
            // Bell and home page count what is theirs to act on, and nothing that is kept from them.
            const { items, waiting } = await readNews(host)(actor)
            const mine = view.ok && (view.value.may.act || view.value.may.takeOver) ? [id] : []
            expect(items.filter(({ kind }) => kind === 'matter').map((one) => one.id)).toEqual(mine)
            const row = {
              matter: 'complaint',
              count: 1,
              more: false,
              late: Number(rows.some(({ overdue }) => overdue)),
            }
            expect(waiting).toEqual(mine.length > 0 ? [row] : [])
            counted += mine.length
            if (!kept.has(actor.id)) continue
            if (actor.roles.some(({ role }) => role !== 'institution')) keptFromADesk += 1
            expect(rows).toEqual([])
            const note = await actOnComplaint(host)(id, { act: 'note', text: '窥探' }, actor)
            expect(note).toMatchObject({ ok: false, code: 'NOT_FOUND' })
            expect(await readComplainant(host)(id, '窥探', actor)).toMatchObject({ code: 'NOT_FOUND' })
            expect(asked.sent.slice(mailed).flatMap(({ to }) => to)).not.toContain(actor.email)
          }
        }
        await look()
        // Seats end, people move and are called otherwise: what was kept from them stays so.
        for (const act of ground.later) {
          const [people = []] = times
          await happens(table, people, act)
          times = [afterwards(people, act), ...times]
        }
        const [people = []] = times
        keptByThen += kept.size - keptFrom(ground, [people]).size
        kept = keptFrom(ground, times)
        mailed = asked.sent.length
        await look()
        // Overdue, the desk above hears of it: the same holds there.
        now.at = '2026-06-24T09:00:00+08:00'
        await complaintLate(host)({ complaintId: id, stage: 'received' })
        await look()
      }),
      { numRuns: 20 },
    )
    // The property would hold of a system that shows nothing to anyone.
    expect(seenBySomeone).toBeGreaterThan(10)
    expect(keptFromADesk).toBeGreaterThan(10)
    expect(counted).toBeGreaterThan(10)
    expect(keptByThen).toBeGreaterThan(0)
  })
})
