import { describe, expect, test } from 'vitest'
import { parseDate } from '../../rules/calendar.ts'
import { inTrainings } from '../../rules/one-training.ts'

const day = (text: string): number => parseDate(text) ?? Number.NaN
const trainings = (...lines: readonly (readonly [string, string])[]) =>
  inTrainings(lines.map(([from, to]) => ({ from: day(from), to: day(to) })))

describe('Art. 16, 34: which lines of a claim are one training', () => {
  test('two of other days are two', () => {
    expect(trainings(['2026-03-02', '2026-03-03'], ['2026-05-04', '2026-05-05'])).toEqual([[0], [1]])
    expect(trainings()).toEqual([])
  })

  test.each([
    ['2026-03-03', [[0, 1]]],
    ['2026-03-04', [[0, 1]]],
    ['2026-03-05', [[0], [1]]],
  ])('until 3 March and from %s on', (from, expected) => {
    expect(trainings(['2026-03-02', '2026-03-03'], [from, '2026-03-06'])).toEqual(expected)
  })

  test.each([
    ['2026-01-01', '2025-12-31', [[1, 0]]],
    ['2026-01-08', '2025-12-31', [[1, 0]]],
    ['2026-01-09', '2025-12-31', [[1], [0]]],
    ['2026-01-02', '2025-12-25', [[1, 0]]],
    ['2026-01-02', '2025-12-24', [[1], [0]]],
  ])('over New Year: from %s on, after one until %s', (from, to, expected) => {
    expect(trainings([from, '2026-01-10'], ['2025-12-20', to])).toEqual(expected)
  })

  test('a year later, and in the middle of a year, a week between is another training', () => {
    expect(trainings(['2024-12-30', '2024-12-31'], ['2026-01-01', '2026-01-02'])).toEqual([[0], [1]])
    expect(trainings(['2026-06-29', '2026-06-30'], ['2026-07-02', '2026-07-03'])).toEqual([[0], [1]])
  })

  test('a long one holds what lies within it, and goes on from its own last day', () => {
    expect(
      trainings(['2026-03-02', '2026-03-31'], ['2026-03-04', '2026-03-05'], ['2026-04-01', '2026-04-02']),
    ).toEqual([[0, 1, 2]])
  })
})
