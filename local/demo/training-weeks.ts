import { Temporal } from 'temporal-polyfill'
import { isWorkday } from '../../functions/platform/working-days.ts'
import type { Chance } from './chance.ts'

const isWorkingWeek = (monday: Temporal.PlainDate): boolean =>
  [0, 1, 2, 3, 4].every((days) => isWorkday(monday.add({ days })))

const workingWeeks = (year: number): string[] => {
  const weeks: string[] = []
  const newYear = Temporal.PlainDate.from({ year, month: 1, day: 1 })
  let monday = newYear.add({ days: (8 - newYear.dayOfWeek) % 7 })
  for (; monday.year === year; monday = monday.add({ days: 7 }))
    if (isWorkingWeek(monday)) weeks.push(monday.toString())
  return weeks
}

/** The Mondays of the weeks without a holiday, by year. */
const weeksByYear: ReadonlyMap<number, readonly string[]> = new Map(
  [2024, 2025, 2026].map((year) => [year, workingWeeks(year)]),
)

/**
 * Draws working weeks after a date, each one once: courses of up to five days never meet. Answers with the Monday.
 */
export const openWeeks = (chance: Chance, after: string) => {
  const taken = new Set<string>()
  return (year: number, [first, last]: readonly [number, number]): string => {
    const free = (weeksByYear.get(year) ?? []).filter((monday) => {
      const month = Number(monday.slice(5, 7))
      return month >= first && month <= last && monday > after && !taken.has(monday)
    })
    const week = chance.pick(free)
    taken.add(week)
    return week
  }
}
