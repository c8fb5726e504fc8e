import { describe, expect, test } from 'vitest'
import { parseDate } from '../../rules/calendar.ts'
import { type Credit, inside, onlyThose, type Raise } from '../../rules/credit.ts'
import { edition2024 } from '../../rules/edition.ts'
import { countCredits } from '../../rules/half-days.ts'

const day = (text: string): number => parseDate(text) ?? Number.NaN

/** Half-days on one day, unless more is said; what corrections added among them stands in `raised`. */
const credit = (
  id: string,
  halfDays: number,
  raised?: readonly Raise[],
  more: Partial<Credit> = {},
): Credit => ({
  id,
  subject: 'public',
  category: 'in_service',
  offline: true,
  from: day('2026-05-11'),
  to: day('2026-05-11'),
  year: 2026,
  makesUp: false,
  tenths: halfDays * 40,
  halfDays,
  fullTime: false,
  passed: true,
  forChange: null,
  raised,
  ...more,
})
const raise = (amount: number, after: number, turn = 0): Raise => ({ amount, after, turn })
const found = (...credits: Credit[]) => {
  const counted = countCredits(
    { credits, asOf: day('2026-07-01'), person: { hiredOn: day('2019-08-01') } },
    edition2024,
  )
  return {
    halfDays: Object.fromEntries(counted.credits.map(({ id, halfDays }) => [id, halfDays])),
    tenths: counted.credits.reduce((sum, { tenths }) => sum + tenths, 0),
    cut: counted.ignored.map(({ creditId, halfDaysCut }) => [creditId, halfDaysCut]),
  }
}

describe('Art. 35, 39(1): what a correction adds asks for days when it was added', () => {
  test('what was recorded between keeps its day', () => {
    expect(found(credit('a', 2, [raise(1, 2)]), credit('b', 1))).toEqual({
      halfDays: { a: 1, b: 1 },
      tenths: 80,
      cut: [['a', 1]],
    })
  })

  test('added before the next was recorded, it comes first', () => {
    expect(found(credit('a', 2, [raise(1, 1)]), credit('b', 1)).halfDays).toEqual({ a: 2, b: 0 })
  })

  test('an addition never asks before its own training', () => {
    expect(found(credit('a', 1), credit('b', 2, [raise(2, 0)])).halfDays).toEqual({ a: 1, b: 1 })
  })

  test('two additions after the same training ask in their turn', () => {
    const free = { to: day('2026-05-12') }
    const all = (first: number, second: number) =>
      found(
        credit('a', 2, [raise(1, 3, first)], free),
        credit('b', 2, [raise(1, 3, second)], free),
        credit('c', 1, undefined, free),
      ).halfDays
    expect(all(0, 1)).toEqual({ a: 2, b: 1, c: 1 })
    expect(all(1, 0)).toEqual({ a: 1, b: 2, c: 1 })
  })

  test('several additions of one training add up', () => {
    const free = { to: day('2026-05-12') }
    expect(
      found(credit('a', 3, [raise(1, 1), raise(1, 2, 1)], free), credit('b', 2, undefined, free)).halfDays,
    ).toEqual({ a: 2, b: 2 })
  })

  test('where a training was cut since, what was added last is cut first', () => {
    expect(found(credit('a', 1, [raise(1, 1), raise(1, 2)]), credit('b', 1)).halfDays).toEqual({ a: 1, b: 1 })
    expect(found(credit('a', 1, [raise(2, 2)]), credit('b', 2)).halfDays).toEqual({ a: 0, b: 2 })
    const free = { to: day('2026-05-12') }
    expect(
      found(credit('a', 1, [raise(1, 1), raise(1, 2)], free), credit('b', 1, undefined, free)).halfDays,
    ).toEqual({ a: 1, b: 1 })
  })

  test('of a training that began before the hiring, what was added last is cut first', () => {
    const [from, to] = [day('2026-09-01'), day('2026-09-05')]
    const counted = (halfDays: number, raised?: readonly Raise[]) =>
      countCredits(
        {
          credits: [
            credit('early', halfDays, raised, { from, to }),
            credit('later', 6, undefined, { from: day('2026-09-03'), to }),
          ],
          asOf: day('2027-10-01'),
          person: { hiredOn: day('2026-09-03') },
        },
        edition2024,
      ).credits.map(({ id, halfDays }) => [id, halfDays])
    const before = [
      ['early', 6],
      ['later', 0],
    ]
    expect(counted(6)).toEqual(before)
    expect(counted(10, [raise(4, 2)])).toEqual(before)
    expect(counted(10, [raise(2, 1), raise(4, 2)])).toEqual([
      ['early', 6],
      ['later', 0],
    ])
    expect(counted(8, [raise(4, 2)])).toEqual([
      ['early', 4],
      ['later', 2],
    ])
  })

  test('what does not count takes no place among them', () => {
    const failed = credit('failed', 1, undefined, { passed: false })
    expect(found(failed, credit('a', 2, [raise(1, 3)]), credit('b', 1)).halfDays).toEqual({ a: 1, b: 1 })
    expect(found(failed, credit('a', 2, [raise(1, 2)]), credit('b', 1)).halfDays).toEqual({ a: 2, b: 0 })
  })

  test('online training and activities take no days', () => {
    const online = credit('o', 0, undefined, { offline: false, tenths: 60 })
    const activity = credit('v', 0, undefined, {
      activity: { kind: 'visit', quantity: 1, rate: { hours: 4, unit: 'day', capHours: null } },
      tenths: 40,
    } as Partial<Credit>)
    expect(found(online, activity, credit('a', 2), credit('b', 1))).toEqual({
      halfDays: { o: 0, v: 0, a: 2, b: 0 },
      tenths: 180,
      cut: [['b', 1]],
    })
  })

  describe('Art. 37: of an activity, its part of the cap of its kind and year', () => {
    /** So many days of visits, four hours each unless more is said, 24 of a year. */
    const visit = (id: string, quantity: number, raised?: readonly Raise[], hours = 4, more: object = {}) => {
      const rate = { hours, unit: 'day' as const, capHours: 24 as number | null, ...more }
      return credit(id, 0, raised, {
        ...{ from: day('2026-05-01'), to: day('2026-05-31') },
        activity: { kind: 'visit', quantity, rate },
        tenths: Math.floor(quantity * hours * 10),
      })
    }
    const tenthsOf = (...credits: Credit[]) =>
      countCredits(
        { credits, asOf: day('2026-07-01'), person: { hiredOn: day('2019-08-01') } },
        edition2024,
      ).credits.map(({ tenths }) => tenths)

    test('raised later, it gets what those between left of it', () => {
      expect(tenthsOf(visit('a', 6, [raise(2, 2)]), visit('b', 1))).toEqual([200, 40])
      expect(tenthsOf(visit('a', 6, [raise(2, 2)]), visit('b', 2))).toEqual([160, 80])
      expect(tenthsOf(visit('a', 6, [raise(6, 2)]), visit('b', 6))).toEqual([0, 240])
      const { ignored } = countCredits(
        {
          credits: [visit('a', 6, [raise(2, 2)]), visit('b', 2)],
          asOf: day('2026-07-01'),
          person: { hiredOn: day('2019-08-01') },
        },
        edition2024,
      )
      expect(ignored).toEqual([{ creditId: 'a', reason: 'cap_reached', hoursCut: 8 }])
    })

    test('raised before the next was recorded, it comes first', () => {
      expect(tenthsOf(visit('a', 6, [raise(2, 1)]), visit('b', 2))).toEqual([240, 0])
    })

    test('lowered, what was cut since grows', () => {
      expect(tenthsOf(visit('a', 4), visit('b', 4))).toEqual([160, 80])
      expect(tenthsOf(visit('a', 2), visit('b', 4))).toEqual([80, 160])
    })

    test('its parts come to the hours of the whole', () => {
      expect(tenthsOf(visit('a', 1.5, [raise(0.5, 1), raise(0.5, 1, 1)], 0.5))).toEqual([7])
      expect(tenthsOf(visit('a', 9, [raise(3, 1)], 4, { capHours: null }))).toEqual([360])
    })

    test('what does not count takes nothing of it', () => {
      const failed = { ...visit('failed', 6), passed: false }
      expect(tenthsOf(failed, visit('a', 4, [raise(2, 3)]), visit('b', 4))).toEqual([80, 160])
    })

    test('where the hiring cuts it, what was added last goes first', () => {
      const counted = (raised?: readonly Raise[]) =>
        countCredits(
          {
            credits: [visit('a', 6, raised), { ...visit('b', 4), from: day('2026-05-28') }],
            asOf: day('2026-07-01'),
            person: { hiredOn: day('2026-05-28') },
          },
          edition2024,
        ).credits.map(({ tenths }) => tenths)
      // Four days are left of the month.
      expect(counted()).toEqual([160, 80])
      expect(counted([raise(2, 2)])).toEqual([160, 80])
      expect(counted([raise(4, 2)])).toEqual([80, 160])
    })
  })

  test('trainings are found to share a day in whatever order they were recorded', () => {
    const may = (from: number, to: number) => ({ from: day(`2026-05-${from}`), to: day(`2026-05-${to}`) })
    expect(
      found(
        credit('later', 2, undefined, may(20, 20)),
        credit('apart', 2, undefined, may(14, 14)),
        credit('twice', 2, undefined, may(20, 20)),
      ).cut,
    ).toEqual([['twice', 2]])
    expect(
      found(credit('later', 2, undefined, may(20, 20)), credit('earlier', 2, undefined, may(14, 19))).cut,
    ).toEqual([])
  })
})

describe('some credits of a list', () => {
  test('what was added keeps its place among those that are left', () => {
    const [first, second, third] = [
      credit('a', 1),
      credit('b', 1),
      credit('c', 2, [raise(1, 3), raise(1, 2)], { passed: false }),
    ]
    const without = (id: string) => onlyThose([first, second, third], (one) => one.id !== id)
    expect(without('a')).toEqual([second, { ...third, raised: [raise(1, 2), raise(1, 1)] }])
    expect(without('c')).toEqual([first, second])
    expect(onlyThose([first, second], () => true)).toEqual([first, second])
  })

  test('the part inside a period: all of it, its days inside, or nothing', () => {
    const [from, to] = [day('2026-05-11'), day('2026-05-12')]
    const whole = credit('a', 4, undefined, { to })
    const part = (first: string, last: string) => inside(whole, day(first), day(last), edition2024)
    expect(part('2026-05-11', '2026-05-12')).toBe(whole)
    expect(part('2026-05-12', '2026-06-30')).toMatchObject({ from: to, to, halfDays: 2, tenths: 80 })
    expect(part('2026-01-01', '2026-05-11')).toMatchObject({ from, to: from, halfDays: 2 })
    expect(part('2026-05-13', '2026-06-30')).toBeNull()
    expect(part('2026-01-01', '2026-05-10')).toBeNull()
  })
})
