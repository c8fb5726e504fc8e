import { describe, expect, test } from 'vitest'
import { exampleRates } from '../../rules/activity-rates.ts'
import { dateOf } from '../../rules/calendar.ts'
import { edition2024 } from '../../rules/edition.ts'
import { parseFacts } from '../../rules/facts.ts'
import { assessed, staff, TODAY } from './people.ts'

const activity = (
  kind: string,
  quantity: unknown,
  from = '2026-03-02',
  to = '2026-03-31',
  more: object = {},
) => ({
  id: `${kind} ${from}`,
  subject: 'professional',
  category: 'in_service',
  mode: 'offline',
  from,
  to,
  activity: { kind, quantity },
  ...more,
})
const of = (credits: unknown[], person: object = {}, edition = edition2024) =>
  assessed(staff(person, { credits }), edition)
const refusals = (credit: unknown, edition = edition2024) => {
  const parsed = parseFacts(staff({}, { credits: [credit] }), TODAY, () => edition)
  return parsed.ok ? [] : parsed.errors.map(({ pointer, code }) => `${pointer} ${code}`)
}

describe('Article 37: activities count by the table in force on their first day', () => {
  test('days and sessions at their rate; no half-days', () => {
    expect(of([activity('practice', 2.5)]).annual).toMatchObject({ hours: { professional: 10 }, days: 0 })
    expect(of([activity('lecture', 3)]).annual).toMatchObject({ hours: { professional: 6 } })
  })

  test.each([
    [5.5, 22, []],
    [6, 24, []],
    [6.5, 24, [{ reason: 'cap_reached', hoursCut: 2 }]],
  ])('%d days of a visit, up to the cap of 24 hours a year', (quantity, hours, ignored) => {
    const answer = of([activity('visit', quantity)])
    expect(answer.annual.hours.professional).toBe(hours)
    expect(answer.ignored).toMatchObject(ignored)
    expect(answer.ignored).toHaveLength(ignored.length)
  })

  test('the cap is used up in the order of the list, a kind and calendar year of training', () => {
    const first = activity('visit', 4, '2026-04-01', '2026-04-30')
    const second = activity('visit', 4, '2026-03-01', '2026-03-31')
    expect(of([first, second]).ignored).toEqual([{ creditId: second.id, reason: 'cap_reached', hoursCut: 8 }])
    expect(
      of([first, activity('conference', 4), activity('visit', 4, '2025-03-01', '2025-03-31')]),
    ).toMatchObject({
      annual: { hours: { professional: 32 } },
      ignored: [],
    })
    expect(of([first, second, activity('visit', 1, '2026-05-01', '2026-05-02')]).ignored).toMatchObject([
      { hoursCut: 8 },
      { hoursCut: 4 },
    ])
  })

  test('what does not count uses up nothing of it', () => {
    const failed = activity('visit', 6, '2026-04-01', '2026-04-30', { passed: false })
    const before = activity('visit', 6, '2026-03-01', '2026-03-14')
    expect(of([failed, activity('visit', 6)]).annual.hours.professional).toBe(24)
    expect(
      of([before, activity('visit', 6, '2026-03-16')], { hiredOn: '2026-03-16' }).annual.hours,
    ).toMatchObject({
      professional: 24,
    })
  })

  test('a kind without a cap', () => {
    const free = {
      ...edition2024,
      activities: {
        ...edition2024.activities,
        rates: [
          {
            since: dateOf(2024, 1, 25),
            table: { ...exampleRates, visit: { unit: 'day' as const, hours: 4, capHours: null } },
          },
        ],
      },
    }
    expect(of([activity('visit', 20)], {}, free).annual.hours.professional).toBe(80)
  })

  test('it takes no half-days of its days, and leaves them to others', () => {
    const credits = [
      activity('practice', 1, '2026-03-02', '2026-03-02'),
      {
        id: 'a',
        subject: 'public',
        category: 'in_service',
        mode: 'offline',
        from: '2026-03-02',
        to: '2026-03-02',
        halfDays: 2,
      },
    ]
    expect(of(credits)).toMatchObject({ annual: { hours: { total: 12 }, days: 1 }, ignored: [] })
  })

  test('of one that straddles the hiring what its days inside can hold', () => {
    const hired = { hiredOn: '2026-03-16' }
    expect(of([activity('practice', 2, '2026-03-14', '2026-03-17')], hired).annual.hours.professional).toBe(8)
    expect(of([activity('practice', 4, '2026-03-14', '2026-03-17')], hired)).toMatchObject({
      annual: { hours: { professional: 8 } },
      ignored: [{ reason: 'before_hiring', hoursCut: 8 }],
    })
    expect(of([activity('lecture', 8, '2026-03-14', '2026-03-17')], hired).annual.hours.professional).toBe(8)
  })

  test('the table of its first day', () => {
    const rates = [
      { since: dateOf(2024, 1, 25), table: exampleRates },
      {
        since: dateOf(2026, 4, 1),
        table: { ...exampleRates, practice: { unit: 'day' as const, hours: 6, capHours: 40 } },
      },
    ]
    const edition = { ...edition2024, activities: { ...edition2024.activities, rates } }
    expect(of([activity('practice', 1, '2026-03-31', '2026-04-01')], {}, edition).annual.hours.total).toBe(4)
    expect(of([activity('practice', 1, '2026-04-01', '2026-04-01')], {}, edition).annual.hours.total).toBe(6)
    expect(refusals(activity('practice', 1, '2024-01-24', '2024-01-24'), edition)).toEqual([
      '/credits/0/activity RATES_MISSING',
    ])
    expect(refusals(activity('practice', 1, '2024-01-25', '2024-01-25'), edition)).toEqual([])
  })
})

describe('what an activity may not be', () => {
  test.each([
    ['practice', 2, []],
    ['practice', 2.5, ['/credits/0/activity/quantity QUANTITY_TOO_MANY']],
    ['practice', 0.25, ['/credits/0/activity/quantity QUANTITY_UNFIT']],
    ['practice', 0, ['/credits/0/activity/quantity QUANTITY_UNFIT']],
    ['practice', '2', ['/credits/0/activity/quantity WRONG_TYPE']],
    ['lecture', 4, []],
    ['lecture', 5, ['/credits/0/activity/quantity QUANTITY_TOO_MANY']],
    ['lecture', 0.5, ['/credits/0/activity/quantity QUANTITY_UNFIT']],
    ['lunch', 1, ['/credits/0/activity/kind NOT_LISTED']],
  ])('%s of %j on two days', (kind, quantity, expected) => {
    expect(refusals(activity(kind, quantity, '2026-03-02', '2026-03-03'))).toEqual(expected)
  })

  test('with hours or half-days beside it, or full-time online', () => {
    expect(refusals(activity('visit', 1, '2026-03-02', '2026-03-03', { halfDays: 2, hours: 8 }))).toEqual([
      '/credits/0/halfDays AMOUNT_BESIDE_ACTIVITY',
      '/credits/0/hours AMOUNT_BESIDE_ACTIVITY',
    ])
    const online = { mode: 'online', fullTime: true }
    expect(refusals(activity('lecture', 1, '2026-03-02', '2026-03-03', online))).toEqual([
      '/credits/0/fullTime FULL_TIME_ONLINE',
    ])
    expect(refusals(activity('lecture', 1, '2026-03-02', '2026-03-03', { mode: 'online' }))).toEqual([])
    // Art. 16: a session is a training.
    expect(refusals(activity('practice', 1, '2026-03-02', '2026-03-03', { fullTime: true }))).toEqual([
      '/credits/0/fullTime FULL_TIME_ACTIVITY',
    ])
  })

  test('dates that are wrong are said once', () => {
    expect(refusals(activity('visit', 9, '2026-03-03', '2026-03-02'))).toEqual([
      '/credits/0/to END_BEFORE_START',
    ])
    expect(refusals(activity('visit', 9, '2026-02-30', '2026-03-02'))).toEqual([
      '/credits/0/from DATE_UNREAL',
    ])
  })
})
