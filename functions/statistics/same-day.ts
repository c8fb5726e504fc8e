/** The same day so many years later; 29 February is the 28th where there is none. */
const shifted = (day: string, years: number): string => {
  const moved = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
  const year = Number(moved.slice(0, 4))
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return moved.endsWith('-02-29') && !isLeap ? `${year}-02-28` : moved
}

const earlier = (one: string, other: string): string => (one < other ? one : other)

/**
 * The days as of which a year and another beside it are counted, so that both are as far gone: the same day of each year,
 * and none after today. A year's own day is moved back where the other has not come as far yet.
 */
export const sameDays = (
  year: number,
  beside: number,
  asOf: string,
  today: string,
): { readonly asOf: string; readonly beside: string } => {
  const years = beside - year
  const own = earlier(earlier(asOf, today), shifted(today, -years))
  return { asOf: own, beside: earlier(shifted(own, years), today) }
}
