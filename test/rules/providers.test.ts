import { describe, expect, test } from 'vitest'
import { isListed, isListedThroughout, type Listing, unlistedLines } from '../../rules/providers.ts'

const listing = (more: Partial<Listing> = {}): Listing => ({
  name: '内蒙古干部网络学院',
  aliases: ['Cadre Academy'],
  listedFrom: '2026-03-01',
  listedUntil: '2026-06-30',
  ...more,
})
const list = [listing()]

describe('Art. 41: online professional training counts from a provider that the region lists', () => {
  test.each([
    ['2026-02-28', false],
    ['2026-03-01', true],
    ['2026-06-30', true],
    ['2026-07-01', false],
  ])('listed from a day to a day, both included: %s', (day, listed) => {
    expect(isListed(list, '内蒙古干部网络学院', day)).toBe(listed)
  })

  test('until further notice has no end', () => {
    expect(isListed([listing({ listedUntil: null })], '内蒙古干部网络学院', '2099-01-01')).toBe(true)
  })

  test('width of letters, capitals, spaces and aliases make no difference', () => {
    for (const name of [' 内蒙古 干部网络学院', 'cadre academy', 'ＣＡＤＲＥ　Academy'])
      expect(isListed(list, name, '2026-05-01')).toBe(true)
    expect(isListed(list, '内蒙古干部网络学院分院', '2026-05-01')).toBe(false)
  })

  test.each([
    ['2026-03-01', '2026-06-30', true],
    ['2026-02-28', '2026-03-02', false],
    ['2026-06-30', '2026-07-01', false],
  ])('a training is listed on all of its days: %s to %s', (from, to, listed) => {
    expect(isListedThroughout(list, '内蒙古干部网络学院', from, to)).toBe(listed)
  })

  test('listings that follow one another count together; a gap of a day does not', () => {
    const next = (listedFrom: string) => [listing(), listing({ listedFrom, listedUntil: null })]
    const through = (listedFrom: string) =>
      isListedThroughout(next(listedFrom), '内蒙古干部网络学院', '2026-06-01', '2026-07-31')
    expect(through('2026-07-01')).toBe(true)
    expect(through('2026-07-02')).toBe(false)
  })

  const line = (more: object = {}) => ({
    subject: 'professional' as const,
    mode: 'online' as const,
    from: '2026-08-01',
    to: '2026-08-05',
    ...more,
  })

  test('public and offline training, and what the department organises, need no listing', () => {
    expect(unlistedLines([line()], 'x', list)).toEqual([0])
    expect(unlistedLines([line()], undefined, list)).toEqual([0])
    expect(unlistedLines([line({ subject: 'public' }), line({ mode: 'offline' })], 'x', list)).toEqual([])
    expect(unlistedLines([line()], 'x', list, 'department')).toEqual([])
  })

  test('each line by its own dates', () => {
    const lines = [line({ from: '2026-04-01', to: '2026-04-02' }), line()]
    expect(unlistedLines(lines, '内蒙古干部网络学院', list)).toEqual([1])
  })
})
