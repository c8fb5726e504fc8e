import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { isWorkday } from '../../functions/platform/working-days.ts'
import { firstBrokenEntry, LedgerEntry } from '../../functions/staff/ledger.ts'
import { Person } from '../../functions/staff/person.ts'
import { demoItems } from '../../local/demo/seed.ts'

const items = [...demoItems()]
const persons = items.filter(({ sk }) => sk === 'PERSON').map((item) => Person.parse(item))
const entriesOf = Map.groupBy(
  items.filter(({ sk }) => String(sk).startsWith('LEDGER#')).map((item) => LedgerEntry.parse(item)),
  ({ staffId }) => staffId,
)
const creditsOf = (staffId: string) =>
  (entriesOf.get(staffId) ?? []).flatMap(({ fact }) => (fact.kind === 'credit' ? [fact.credit] : []))
const everyCredit = persons.flatMap(({ id }) => creditsOf(id))

const datesOf = ({ from, to }: { from: string; to: string }): Temporal.PlainDate[] => {
  const dates: Temporal.PlainDate[] = []
  for (
    let date = Temporal.PlainDate.from(from);
    Temporal.PlainDate.compare(date, to) <= 0;
    date = date.add({ days: 1 })
  )
    dates.push(date)
  return dates
}

test('two generations are the same bytes', () => {
  expect(JSON.stringify([...demoItems()])).toBe(JSON.stringify(items))
})

test('a person is the same in a demo of any size that has the same institutions', () => {
  const fewer = [...demoItems(50)].filter(({ pk }) => /^(STAFF|SHARD)#/.test(String(pk)))
  expect(JSON.stringify(items)).toContain(JSON.stringify(fewer).slice(1, -1))
})

test('no two items share a key, and the demo stays small', () => {
  expect(new Set(items.map(({ pk, sk }) => `${pk} ${sk}`)).size).toBe(items.length)
  expect(items.length).toBeLessThanOrEqual(3_500)
  expect(persons).toHaveLength(240)
})

test('every ledger is a whole chain, recorded in order and after the training', () => {
  for (const { id } of persons) {
    const entries = entriesOf.get(id) ?? []
    expect(firstBrokenEntry(entries)).toBeUndefined()
    const moments = entries.map(({ recordedAt }) => recordedAt)
    expect(moments).toEqual(moments.toSorted())
    for (const { recordedAt, fact, source } of entries) {
      expect(recordedAt).toMatch(/^202[4-6]-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/)
      expect(source).toMatch(/^(import\.\d+|demo\d+\.0)$/)
      if (fact.kind === 'credit') expect(fact.credit.to < recordedAt.slice(0, 10)).toBe(true)
    }
  }
})

test('nothing is dated after July 2026, when the platform took over', () => {
  for (const entries of entriesOf.values())
    for (const { recordedAt } of entries) expect(recordedAt < '2026-08-01').toBe(true)
})

test('no calendar day of a person holds more than two half-days, and all are working days (Art. 39(1))', () => {
  for (const { id } of persons) {
    const days = new Set<string>()
    for (const credit of creditsOf(id).filter(({ mode }) => mode === 'offline')) {
      const dates = datesOf(credit)
      expect(credit.hours).toBeUndefined()
      expect(dates).toHaveLength(Math.ceil((credit.halfDays ?? 0) / 2))
      for (const date of dates.map(String)) {
        expect(isWorkday(Temporal.PlainDate.from(date)), date).toBe(true)
        expect(days.has(date), `${id} ${date}`).toBe(false)
        days.add(date)
      }
    }
  }
})

test('online hours have one decimal at most; no credit crosses a year or comes before the hiring', () => {
  for (const { mode, hours, halfDays, from, to } of everyCredit) {
    expect(from <= to && from.slice(0, 4) === to.slice(0, 4)).toBe(true)
    if (mode === 'offline') continue
    expect(hours).toBeGreaterThan(0)
    expect(String(hours)).toMatch(/^\d+(\.\d)?$/)
    expect(halfDays).toBeUndefined()
  }
  for (const { id, hiredOn } of persons)
    for (const { from } of creditsOf(id)) expect(from > hiredOn).toBe(true)
})

test('a credit counts for a delayed year only where the delay was approved before (Art. 32)', () => {
  const madeUp = persons.flatMap(({ id }) =>
    creditsOf(id).flatMap((credit) => (credit.makeUpFor ? [{ ...credit, staffId: id }] : [])),
  )
  expect(madeUp.length).toBeGreaterThan(0)
  for (const { staffId, from, makeUpFor } of madeUp) {
    const delay = entriesOf
      .get(staffId)
      ?.map(({ fact }) => fact)
      .find((fact) => fact.kind === 'delay' && fact.year === makeUpFor)
    expect(delay?.kind === 'delay' && delay.approvedOn < from).toBe(true)
  }
})

test('staff.zhao begins with nothing, staff.li and staff.wang with nothing in 2026', () => {
  expect(entriesOf.get('staff.zhao')).toBeUndefined()
  for (const id of ['staff.li', 'staff.wang']) {
    const years = new Set(creditsOf(id).map(({ from }) => from.slice(0, 4)))
    expect([...years]).toEqual(['2024', '2025'])
  }
})

test('the posts of the contract', () => {
  const post = (id: string) => persons.find((person) => person.id === id)
  expect(post('staff.li')).toMatchObject({ postType: 'professional', accountId: 'staff.li', leader: false })
  expect(post('staff.li')?.hiredOn).toMatch(/^2019-/)
  expect(post('staff.wang')).toMatchObject({
    postType: 'management',
    terms: [{ from: '2024-01-01', to: '2026-12-31' }],
    leader: false,
  })
  expect(post('staff.wang')?.hiredOn).toMatch(/^2019-/)
  expect(post('staff.zhao')).toMatchObject({ postType: 'worker', hiredOn: '2026-03-16', onRegister: true })
})
