import { describe, expect, test } from 'vitest'
import { assessed, type Credit, offline, online, staff } from './people.ts'

/** The change takes effect on 30 November 2025: due on 28 February 2026. */
const CHANGE = { id: 'pc1', kind: 'post_type', effectiveOn: '2025-11-30' }
const moved = (credits: Credit[], more: object = {}, postChanges: unknown[] = [CHANGE]) =>
  assessed(staff({ postChanges }, { credits, ...more }))
const training = (hours: number, on: string, more: Partial<Credit> = {}) =>
  online('professional', hours, on, { category: 'transfer', forChange: 'pc1', ...more })

describe('Article 21: 40 hours or 5 days, before the change or within 3 months after it', () => {
  test.each([
    [39.9, 'overdue', 0.1],
    [40, 'met', 0],
    [40.1, 'met', 0],
  ])('%d hours', (hours, status, missingHours) => {
    expect(moved([training(hours, '2026-01-10')]).transfers).toEqual([
      { id: 'pc1', status, hours, days: 0, missingHours, dueOn: '2026-02-28' },
    ])
  })

  test.each([
    [9, 'overdue'],
    [10, 'met'],
    [11, 'met'],
  ])('%i half-days', (halfDays, status) => {
    const credits = [
      offline('professional', halfDays, '2025-10-13', '2025-10-18', {
        category: 'transfer',
        forChange: 'pc1',
      }),
    ]
    expect(moved(credits).transfers).toMatchObject([{ status, days: halfDays / 2, hours: halfDays * 4 }])
  })

  test.each([
    ['2025-06-01', 'met'],
    ['2026-02-27', 'met'],
    ['2026-02-28', 'met'],
    ['2026-03-01', 'after_limit'],
  ])('completed on %s it is %s', (on, status) => {
    expect(moved([training(40, on)]).transfers).toMatchObject([{ status, missingHours: 0 }])
  })

  test('by the training that reached it', () => {
    expect(moved([training(5, '2026-03-01'), training(40, '2026-02-28')]).transfers).toMatchObject([
      { status: 'met', hours: 45 },
    ])
    expect(moved([training(5, '2026-03-01'), training(39, '2026-02-28')]).transfers).toMatchObject([
      { status: 'after_limit', hours: 44 },
    ])
  })

  test.each([
    ['2025-11-01', 'open'],
    ['2026-02-27', 'open'],
    ['2026-02-28', 'open'],
    ['2026-03-01', 'overdue'],
  ])('not complete as of %s it is %s', (asOf, status) => {
    expect(moved([training(10, '2025-10-01')], { asOf }).transfers).toMatchObject([
      { status, missingHours: 30 },
    ])
  })

  test('only transfer training that names the change', () => {
    const changes = [CHANGE, { ...CHANGE, id: 'pc2', effectiveOn: '2026-06-01', kind: 'duties' }]
    const credits = [
      training(40, '2026-01-02', { category: 'transfer', forChange: undefined, id: 'x' }),
      training(40, '2026-05-01', { forChange: 'pc2' }),
    ]
    expect(moved(credits, {}, changes).transfers).toMatchObject([
      { id: 'pc1', hours: 0, status: 'overdue' },
      { id: 'pc2', hours: 40, status: 'met', dueOn: '2026-09-01' },
    ])
    expect(moved(credits, {}, changes).ignored).toEqual([{ creditId: 'x', reason: 'change_unnamed' }])
  })

  test.each([
    ['2024-01-24', 0],
    ['2024-01-25', 1],
    ['2024-01-26', 1],
  ])('a change of %s: before the rules came into force none is judged (Art. 49)', (effectiveOn, rows) => {
    const answer = moved([], {}, [{ ...CHANGE, effectiveOn }])
    expect(answer.transfers).toHaveLength(rows)
    expect(answer.eligibility.filter(({ changeId }) => changeId === 'pc1')).toHaveLength(2 * rows)
  })

  test('its hours count toward the year too, once', () => {
    expect(moved([training(40, '2026-01-10')]).annual.hours).toMatchObject({ professional: 40, total: 40 })
  })
})

describe('what follows (Art. 35, 45)', () => {
  test.each([
    ['2026-01-10', '2026-06-01', 'allow', true],
    ['2026-03-01', '2026-06-01', 'review', true],
    [undefined, '2026-02-28', 'hold', false],
    [undefined, '2026-03-01', 'refuse', false],
  ])('completed on %s, as of %s: %s', (on, asOf, verdict, certified) => {
    const answer = moved(on === undefined ? [] : [training(40, on)], { asOf })
    const rows = answer.eligibility.filter(
      ({ business }) => business === 'transfer_appointment' || business === 'post_change_filing',
    )
    expect(rows.map((row) => [row.business, row.verdict, row.articles])).toEqual([
      ['transfer_appointment', verdict, [35, 45]],
      ['post_change_filing', verdict, [45]],
    ])
    for (const row of rows) expect(row.reasons.length).toBe(verdict === 'allow' ? 0 : 1)
    expect(answer.certificates).toEqual(certified ? ['transfer:pc1'] : [])
  })

  test('every change has its own verdict, in the order of the facts', () => {
    const other = { ...CHANGE, id: 'pc2', effectiveOn: '2026-05-01' }
    const rows = moved([training(40, '2025-12-01')], {}, [other, CHANGE]).eligibility.filter(
      ({ changeId }) => changeId !== undefined,
    )
    expect(rows.map(({ business, changeId, verdict }) => [business, changeId, verdict])).toEqual([
      ['transfer_appointment', 'pc2', 'hold'],
      ['post_change_filing', 'pc2', 'hold'],
      ['transfer_appointment', 'pc1', 'allow'],
      ['post_change_filing', 'pc1', 'allow'],
    ])
  })

  test('a certificate revoked for fraud refuses its change alone (Art. 32, 35)', () => {
    const other = { ...CHANGE, id: 'pc2' }
    const credits = [training(40, '2025-12-01'), training(40, '2025-12-09', { forChange: 'pc2' })]
    const answer = moved(credits, { revoked: ['transfer:pc1'] }, [CHANGE, other])
    const verdicts = answer.eligibility.filter(({ business }) => business === 'transfer_appointment')
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['refuse', 'allow'])
    expect(answer.certificates).toEqual(['transfer:pc2'])
  })

  test('nothing where nothing changed', () => {
    expect(moved([], {}, []).eligibility.map(({ business }) => business)).not.toContain('post_change_filing')
  })
})
