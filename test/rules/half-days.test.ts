import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assessed, type Credit, offline, online, staff } from './people.ts'

const of = (credits: Credit[], asOf = '2026-12-31') => {
  const { annual, ignored } = assessed(staff({}, { credits, asOf }))
  return { hours: annual.hours, days: annual.days, ignored }
}

const at = (id: string, halfDays: number, from: string, to: string, more: Partial<Credit> = {}) =>
  offline('public', halfDays, from, to, { id, ...more })

describe('Article 39(1): a calendar day is worth two half-days at most, across all credits', () => {
  test('in the order of the list, what finds no room is cut and named', () => {
    expect(
      of([at('a', 2, '2026-05-11', '2026-05-11'), at('b', 2, '2026-05-11', '2026-05-11')]),
    ).toMatchObject({
      hours: { total: 8 },
      days: 1,
      ignored: [{ creditId: 'b', reason: 'day_full', halfDaysCut: 2 }],
    })
    expect(
      of([at('b', 2, '2026-05-11', '2026-05-11'), at('a', 1, '2026-05-11', '2026-05-11')]).ignored,
    ).toEqual([{ creditId: 'a', reason: 'day_full', halfDaysCut: 1 }])
  })

  test('two credits share a day that both fit in', () => {
    expect(
      of([at('a', 1, '2026-05-11', '2026-05-11'), at('b', 1, '2026-05-11', '2026-05-11')]),
    ).toMatchObject({ days: 1, ignored: [] })
    expect(
      of([at('a', 1, '2026-05-11', '2026-05-11'), at('b', 2, '2026-05-11', '2026-05-11')]),
    ).toMatchObject({ days: 1, ignored: [{ creditId: 'b', halfDaysCut: 1 }] })
  })

  test('an earlier credit moves to other days of its own where that makes room', () => {
    const three = at('a', 3, '2026-05-11', '2026-05-12')
    expect(of([three, at('b', 2, '2026-05-11', '2026-05-11')]).ignored).toEqual([
      { creditId: 'b', reason: 'day_full', halfDaysCut: 1 },
    ])
    expect(of([three, at('b', 1, '2026-05-11', '2026-05-11')]).ignored).toEqual([])
    expect(
      of([at('a', 3, '2026-05-11', '2026-05-15'), at('b', 2, '2026-05-11', '2026-05-11')]),
    ).toMatchObject({
      days: 2.5,
      ignored: [],
    })
  })

  test('over the end of a month', () => {
    expect(
      of([at('a', 4, '2026-05-31', '2026-06-01'), at('b', 2, '2026-06-01', '2026-06-02')]),
    ).toMatchObject({ days: 3, ignored: [] })
  })

  test('credits of different subjects, years and obligations meet on the same days', () => {
    const makeUp = offline('professional', 2, '2026-05-11', '2026-05-11', { id: 'm', makeUpFor: 2025 })
    const json = staff(
      {},
      {
        credits: [makeUp, at('a', 2, '2026-05-11', '2026-05-11')],
        delays: [{ year: 2025, approvedOn: '2026-01-08' }],
      },
    )
    expect(assessed(json)).toMatchObject({
      annual: { days: 0 },
      ignored: [{ creditId: 'a', halfDaysCut: 2 }],
    })
  })

  test('on the last day of a training that shares its days', () => {
    const twice = [at('a', 2, '2026-05-11', '2026-05-11'), at('b', 2, '2026-05-11', '2026-05-12')]
    expect(of(twice, '2026-05-12')).toMatchObject({ days: 2, ignored: [] })
  })

  test('online hours take no room', () => {
    expect(
      of([
        online('public', 8, '2026-05-11'),
        at('a', 2, '2026-05-11', '2026-05-11'),
        online('public', 8, '2026-05-11'),
      ]),
    ).toMatchObject({ days: 1, ignored: [] })
  })

  test('what does not count takes no room', () => {
    const failed = at('f', 2, '2026-05-11', '2026-05-11', { passed: false })
    expect(of([failed, at('a', 2, '2026-05-11', '2026-05-11')])).toMatchObject({ days: 1, ignored: [] })
    const later = at('l', 4, '2026-05-11', '2026-05-13')
    const more = [later, at('a', 2, '2026-05-11', '2026-05-11'), at('b', 1, '2026-05-11', '2026-05-11')]
    expect(of(more, '2026-05-12')).toMatchObject({
      days: 1,
      ignored: [
        { creditId: 'l', reason: 'after_as_of' },
        { creditId: 'b', reason: 'day_full', halfDaysCut: 1 },
      ],
    })
  })

  test('every credit that lies ahead is named, passed or not', () => {
    const credits = [
      at('a', 2, '2026-05-11', '2026-05-11'),
      at('b', 2, '2026-05-12', '2026-05-12'),
      online('public', 1, '2026-06-01', { id: 'c', passed: false }),
    ]
    expect(of(credits, '2026-05-11')).toMatchObject({
      days: 1,
      ignored: [
        { creditId: 'b', reason: 'after_as_of' },
        { creditId: 'c', reason: 'after_as_of' },
      ],
    })
    expect(of(credits, '2026-05-12').ignored).toEqual([{ creditId: 'c', reason: 'after_as_of' }])
    expect(of(credits, '2026-06-01').ignored).toEqual([])
  })
})

const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-05-${String(day).padStart(2, '0')}`)
const training = fc
  .record({ ends: fc.tuple(days, days), share: fc.integer({ min: 1, max: 56 }), public: fc.boolean() })
  .map(({ ends, share, public: isPublic }) => {
    const [from = '', to = ''] = ends.toSorted()
    const room = 2 * (Number(to.slice(8)) - Number(from.slice(8)) + 1)
    return offline(isPublic ? 'public' : 'professional', 1 + (share % room), from, to)
  })

test('whatever is claimed, no more than two half-days a day are counted, and what is cut is what is missing', () => {
  fc.assert(
    fc.property(fc.array(training, { maxLength: 12 }), (credits) => {
      const { hours, days, ignored } = of(credits)
      const touched = new Set(
        credits.flatMap(({ from, to }) =>
          Array.from(
            { length: Number(to.slice(8)) - Number(from.slice(8)) + 1 },
            (_, day) => Number(from.slice(8)) + day,
          ),
        ),
      )
      const claimed = credits.reduce((sum, { halfDays = 0 }) => sum + halfDays, 0)
      const cut = ignored.reduce((sum, { halfDaysCut = 0 }) => sum + halfDaysCut, 0)
      expect(days).toBeLessThanOrEqual(touched.size)
      expect(days * 2).toBe(claimed - cut)
      expect(hours.total).toBe(days * 8)
      expect(hours.public + hours.professional).toBe(hours.total)
    }),
  )
})
