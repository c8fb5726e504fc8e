import { expect, test } from 'vitest'
import { assessStaff } from '../../functions/staff/due-obligations.ts'
import { demoLedger } from '../../local/demo/ledgers.ts'
import { institutionsFor } from '../../local/demo/organisations.ts'
import { namedPersons, personAt } from '../../local/demo/people.ts'
import { always2024 } from '../../rules/edition.ts'

const AS_OF = '2026-11-20'
const institutions = institutionsFor(240)
const drawn = Array.from({ length: 232 }, (_, position) => personAt(position, institutions))
const staff = [...namedPersons, ...drawn].map((person) => ({ person, entries: demoLedger(person) }))

const yearOf = (id: string, year: number) => {
  const found = staff.find(({ person }) => person.id === id)
  if (found === undefined) throw new Error(`The demo has no ${id}.`)
  return assessStaff(found, year, AS_OF, always2024)
}
const countsOf = (year: number) => {
  const statuses = staff.map((one) => assessStaff(one, year, AS_OF, always2024).annual.status)
  return (status: (typeof statuses)[number]) => statuses.filter((one) => one === status).length
}

test.each(['staff.li', 'staff.wang'])('%s begins with 2024 and 2025 complete and 2026 open', (id) => {
  for (const year of [2024, 2025]) {
    expect(yearOf(id, year).annual).toMatchObject({ status: 'met', madeUp: false })
    expect(yearOf(id, year).ignored).toEqual([])
  }
  // The rules count in tenths of an hour.
  expect(yearOf(id, 2026).annual).toMatchObject({
    status: 'open',
    missing: { public: 300, professional: 600 },
  })
})

test('the session of staff.wang’s management term is still to be held (Art. 16)', () => {
  expect(yearOf('staff.wang', 2026).terms.map(({ status }) => status)).toEqual(['open'])
})

test('staff.zhao has an induction and a year to complete', () => {
  const assessment = yearOf('staff.zhao', 2026)
  expect(assessment.annual.status).toBe('open')
  expect(assessment.induction.status).toBe('open')
})

test('no credit of the demo is ignored by the rules', () => {
  for (const one of staff)
    for (const year of [2024, 2025, 2026])
      expect(assessStaff(one, year, AS_OF, always2024).ignored, one.person.id).toEqual([])
})

test('past years are mostly complete, with some short, some deferred and some deemed', () => {
  for (const year of [2024, 2025]) {
    const count = countsOf(year)
    expect(count('met')).toBeGreaterThan(staff.length * 0.6)
    for (const status of ['short', 'deemed', 'not_applicable'] as const)
      expect(count(status), `${year} ${status}`).toBeGreaterThan(0)
  }
  expect(countsOf(2025)('deferred')).toBeGreaterThan(0)
  expect(staff.some((one) => assessStaff(one, 2024, AS_OF, always2024).annual.madeUp)).toBe(true)
})

test('of the running year, some is complete and much is open', () => {
  const count = countsOf(2026)
  expect(count('met')).toBeGreaterThan(staff.length * 0.15)
  expect(count('open')).toBeGreaterThan(staff.length * 0.3)
})
