import { describe, expect, test } from 'vitest'
import { assessed, type Credit, offline, online, staff } from './people.ts'

const training = (hours: number, on: string, more: Partial<Credit> = {}) =>
  online('professional', hours, on, { category: 'induction', ...more })

/** Hired on 31 August 2025: due on 28 February 2026, at the latest on 31 August 2026. */
const newHire = (credits: unknown[], more: object = {}, person: object = {}) =>
  assessed(staff({ hiredOn: '2025-08-31', ...person }, { credits, ...more }))
const induction = (...args: Parameters<typeof newHire>) => newHire(...args).induction

describe('Article 12: 40 hours or 5 days within 6 months of hiring, 12 at the latest', () => {
  test.each([
    ['2024-01-24', 'not_applicable'],
    ['2024-01-25', 'overdue'],
    ['2024-01-26', 'overdue'],
  ])('for whoever was hired since the rules are in force: %s is %s', (hiredOn, status) => {
    expect(induction([], {}, { hiredOn }).status).toBe(status)
  })

  test('who was hired before has none of it', () => {
    expect(induction([], {}, { hiredOn: '2024-01-24' })).toEqual({ status: 'not_applicable' })
  })

  test.each([
    [39.9, 'open', 0.1, undefined],
    [40, 'met', 0, '2026-02-01'],
    [40.1, 'met', 0, '2026-02-01'],
  ])('%d hours', (hours, status, missingHours, completedOn) => {
    const answer = induction([training(hours, '2026-02-01')], { asOf: '2026-03-01' })
    expect(answer).toEqual({
      status,
      hours,
      days: 0,
      missingHours,
      dueOn: '2026-02-28',
      limitOn: '2026-08-31',
      ...(completedOn === undefined ? {} : { completedOn }),
    })
  })

  test.each([
    [9, 'open'],
    [10, 'met'],
    [11, 'met'],
  ])('%i half-days', (halfDays, status) => {
    const credits = [offline('public', halfDays, '2025-10-13', '2025-10-18', { category: 'induction' })]
    expect(induction(credits, { asOf: '2026-02-28' })).toMatchObject({ status, days: halfDays / 2 })
  })

  test.each([
    ['2026-02-27', 'met'],
    ['2026-02-28', 'met'],
    ['2026-03-01', 'late'],
    ['2026-08-31', 'late'],
    ['2026-09-01', 'after_limit'],
  ])('completed on %s it is %s', (on, status) => {
    expect(induction([training(40, on)], { asOf: '2026-12-01' })).toMatchObject({
      status,
      completedOn: on,
      missingHours: 0,
    })
  })

  test.each([
    ['2026-02-28', 'open'],
    ['2026-03-01', 'open'],
    ['2026-08-31', 'open'],
    ['2026-09-01', 'overdue'],
  ])('not complete as of %s it is %s', (asOf, status) => {
    expect(induction([training(39.9, '2025-10-01')], { asOf })).toMatchObject({ status, missingHours: 0.1 })
  })

  test('the day of completion is the last of the training that reached it, whatever the order of the list', () => {
    const credits = [training(10, '2026-03-03'), training(20, '2025-10-01'), training(20, '2025-11-02')]
    expect(induction(credits)).toMatchObject({ status: 'met', hours: 50, completedOn: '2025-11-02' })
    expect(induction(credits.toReversed())).toMatchObject({ completedOn: '2025-11-02' })
    expect(induction([training(30, '2025-10-01'), training(10, '2026-03-03')])).toMatchObject({
      status: 'late',
      completedOn: '2026-03-03',
    })
  })

  test('a new hire’s special training counts too (Art. 24); other categories do not', () => {
    expect(induction([training(40, '2025-10-01', { category: 'special' })]).status).toBe('met')
    expect(
      induction([
        training(40, '2025-10-01', { category: 'in_service' }),
        training(40, '2025-10-01', { category: 'transfer' }),
      ]),
    ).toMatchObject({ hours: 0 })
  })

  test('from the day of hiring on', () => {
    const from = (on: string) => induction([training(40, on)]).status
    expect(from('2025-08-30')).toBe('open')
    expect(from('2025-08-31')).toBe('met')
    expect(from('2025-09-01')).toBe('met')
    expect(induction([training(40, '2025-08-30', { to: '2025-09-02' })])).toMatchObject({ hours: 0 })
  })

  test('high-level talent is never overdue (Art. 9)', () => {
    const talent = { highLevelTalent: true }
    expect(induction([], { asOf: '2027-12-31' }, talent).status).toBe('open')
    expect(induction([training(40, '2026-09-01')], { asOf: '2027-12-31' }, talent).status).toBe('after_limit')
  })
})

describe('Article 39(5): an induction in time completes the year in which it is completed', () => {
  const annualOf = (on: string, year: number, more: object = {}) =>
    newHire([training(40, on)], { year, asOf: '2027-06-01', ...more }).annual

  test.each([
    ['2025-12-31', 2025],
    ['2026-02-28', 2026],
    ['2026-08-31', 2026],
  ])('completed on %s: %i', (on, year) => {
    expect(annualOf(on, year)).toMatchObject({
      status: 'deemed',
      deemed: { public: true, professional: true },
      missing: { hours: 0 },
      hours: { total: 40 },
    })
    for (const other of [2024, 2025, 2026, 2027].filter((one) => one !== year))
      expect(annualOf(on, other).status).not.toBe('deemed')
  })

  test('after the limit it completes no year', () => {
    expect(annualOf('2026-09-01', 2026)).toMatchObject({
      status: 'short',
      deemed: { public: false, professional: false },
    })
  })

  test('an earlier training that completes it earlier completes the earlier year instead', () => {
    const later = training(40, '2026-01-10')
    const statuses = (...credits: Credit[]) =>
      [2025, 2026].map((year) => newHire(credits, { year, asOf: '2027-06-01' }).annual.status)
    expect(statuses(later)).toEqual(['short', 'deemed'])
    expect(statuses(later, training(40, '2025-10-10'))).toEqual(['deemed', 'short'])
  })

  test('its hours count for the year as well, once', () => {
    expect(annualOf('2026-02-01', 2026).hours).toMatchObject({ professional: 40, total: 40 })
  })
})

describe('what follows (Art. 35, 43)', () => {
  test.each([
    ['2026-02-01', '2026-12-01', 'allow', true],
    ['2026-08-01', '2026-12-01', 'allow', true],
    ['2026-10-01', '2026-12-01', 'allow', true],
    [undefined, '2026-08-31', 'hold', false],
    [undefined, '2026-09-01', 'refuse', false],
  ])('completed on %s, as of %s: regularization %s', (on, asOf, verdict, certified) => {
    const answer = newHire(on === undefined ? [] : [training(40, on)], { asOf })
    const row = answer.eligibility.find(({ business }) => business === 'regularization')
    expect(row).toMatchObject({ verdict, articles: [35, 43] })
    expect(row?.reasons.length).toBe(verdict === 'allow' ? 0 : 1)
    expect(answer.certificates.includes('induction')).toBe(certified)
  })

  test('nothing for whoever has no induction to do', () => {
    const answer = newHire([], {}, { hiredOn: '2019-08-01' })
    expect(answer.eligibility.map(({ business }) => business)).not.toContain('regularization')
  })
})
