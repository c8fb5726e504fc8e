import { expect, test } from 'vitest'
import { isDay, readDay } from '../../../web/workbench/parts/read-day.ts'

test.each([
  '2026-05-11',
  '2026-5-11',
  '2026.5.11',
  '2026/05/11',
  '20260511',
  '2026年5月11日',
  ' 2026 年 5 月 11 日 ',
  '2026年05月11',
])('%s is the eleventh of May', (typed) => {
  expect(readDay(typed)).toBe('2026-05-11')
})

test.each(['2026', '2026-05', '2026-05-111', '26-05-11', '2026年5-11', '五月十一日'])(
  '%s is no date yet, and is not lost',
  (typed) => {
    expect(readDay(typed)).toBe(typed)
    expect(isDay(typed)).toBe(false)
  },
)

test('an empty field has no day', () => {
  expect(readDay('')).toBeNull()
  expect(readDay('  ')).toBeNull()
})
