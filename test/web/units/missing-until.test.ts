import { describe, expect, test } from 'vitest'
import { missingUntil } from '../../../web/workbench/person/missing-until.ts'

describe('nobody is asked to complete a training by a day that has passed', () => {
  const times = { dueOn: '2026-09-16', limitOn: '2027-03-16' }
  const on = (asOf: string, status = 'open') => missingUntil(40, times, { asOf, status }, 'zh')

  test.each([
    ['2026-09-16', 'open', '还差 40 学时，请在 2026年9月16日 前完成'],
    ['2026-09-17', 'open', '还差 40 学时，2026年9月16日 的一般期限已过，最迟 2027年3月16日 完成'],
    ['2027-03-16', 'open', '还差 40 学时，2026年9月16日 的一般期限已过，最迟 2027年3月16日 完成'],
    ['2027-03-17', 'overdue', '还差 40 学时，2027年3月16日 的期限已过'],
    // Art. 9: high-level talent has no last day.
    ['2027-03-17', 'open', '还差 40 学时'],
  ])('Art. 12: on %s, %s', (asOf, status, text) => {
    expect(on(asOf, status)).toBe(text)
  })

  test('Art. 21: a transfer has one day', () => {
    const of = (asOf: string, status: string) =>
      missingUntil(8, { dueOn: '2026-06-30' }, { asOf, status }, 'en')
    expect(of('2026-06-30', 'open')).toBe('8 hours missing, due 30 June 2026')
    expect(of('2026-07-01', 'overdue')).toBe('8 hours missing, overdue since 30 June 2026')
  })
})
