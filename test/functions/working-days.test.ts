import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { getSolarDateFromLunar, getSolarTerms } from 'chinese-days'
import { describe, expect, test } from 'vitest'
import { movingHolidays } from '../../functions/platform/statutory-holidays.ts'
import { addWorkingDays, workingDaysLeft } from '../../functions/platform/working-days.ts'

describe('working days follow the State Council’s calendar', () => {
  test.each([
    ['over a weekend', '2026-06-05', 1, '2026-06-08'],
    ['five of them are a week', '2026-06-01', 5, '2026-06-08'],
    ['over the National Day holidays of 2025', '2025-09-30', 1, '2025-10-09'],
    ['a made-up Saturday counts', '2025-10-10', 1, '2025-10-11'],
    ['over the New Year of a year that is not arranged yet', '2026-12-31', 1, '2027-01-04'],
    ['five days from Saturday, 26 December 2026 on', '2026-12-26', 5, '2027-01-04'],
    ['over Labour Day 2028, a Monday and a Tuesday', '2028-04-28', 1, '2028-05-03'],
    ['over National Day 2029, a Monday to a Wednesday', '2029-09-28', 1, '2029-10-04'],
    ['over New Year’s eve and the Spring Festival 2027', '2027-02-04', 1, '2027-02-09'],
    ['over Tomb-sweeping Day 2027', '2027-04-02', 1, '2027-04-06'],
    ['over the Dragon Boat Festival 2027', '2027-06-08', 1, '2027-06-10'],
    ['over the Mid-Autumn Festival 2027', '2027-09-14', 1, '2027-09-16'],
    ['beyond what is known of the moon, the fixed days alone', '2040-04-30', 1, '2040-05-03'],
  ])('%s', (_, from, days, expected) => {
    expect(addWorkingDays(from, days)).toBe(expected)
  })

  test.each([
    ['none on the day itself', '2026-06-05', '2026-06-05', 0],
    ['a weekend does not count', '2026-06-05', '2026-06-08', 1],
    ['a week has five', '2026-06-01', '2026-06-08', 5],
    ['a day over is one less than none', '2026-06-08', '2026-06-05', -1],
    ['nor does a weekend count once it is over', '2026-06-07', '2026-06-05', 0],
  ])('left: %s', (_, from, to, expected) => {
    expect(workingDaysLeft(from, to)).toBe(expected)
  })
})

// The package reads a date in the machine's zone: west of Greenwich it is the day before.
const readsDates = new Date('2027-02-06').getDate() === 6
test.runIf(readsDates)(
  'the moving holidays are those of the calendar’s package, and known for years ahead',
  () => {
    const lunar = (year: number, day: string) => getSolarDateFromLunar(`${year}-${day}`).date.slice(5)
    for (let year: number = movingHolidays.first; year <= movingHolidays.last; year += 1) {
      const [sweeping] = getSolarTerms(`${year}-04-03`, `${year}-04-07`).filter(({ name }) => name === '清明')
      expect(movingHolidays.of[year], `${year}`).toEqual([
        ...[lunar(year, '01-01'), sweeping?.date.slice(5), lunar(year, '05-05'), lunar(year, '08-15')],
      ])
    }
    expect(movingHolidays.last - new Date().getFullYear()).toBeGreaterThan(3)
  },
)

test('no year is left out that the package knows: name the new one in working-days.ts', () => {
  const folder = dirname(createRequire(import.meta.url).resolve('chinese-days/dist/years/2026.json'))
  const known = readdirSync(folder).flatMap((name) => /^(\d{4})\.json$/.exec(name)?.[1] ?? [])
  expect(known.toSorted().at(-1)).toBe('2026')
})
