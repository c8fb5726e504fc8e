import { assess } from '../../rules/assess.ts'
import { addDays, firstDayOf, formatDate, parseDate, yearOf } from '../../rules/calendar.ts'
import { type Edition, edition2024 } from '../../rules/edition.ts'
import { type Facts, type FactsJson, parseFacts } from '../../rules/facts.ts'
import { presentAssessment } from '../../rules/present.ts'
import type { Language } from '../../rules/text.ts'

export type Credit = NonNullable<FactsJson['credits']>[number]

class FactsRefused extends Error {
  override name = 'FactsRefused'
}

/** The day on which these tests stand unless they say otherwise. */
export const TODAY = '2026-07-01'

export const factsOf = (json: unknown, edition?: Edition): Facts => {
  const parsed = parseFacts(json, TODAY, edition && (() => edition))
  if (!parsed.ok) throw new FactsRefused(JSON.stringify(parsed.errors))
  return parsed.facts
}

/** From JSON to JSON, as the calculator does it. */
export const assessed = (json: unknown, edition: Edition = edition2024, language?: Language) =>
  presentAssessment(
    assess(factsOf(json, edition), () => edition),
    language,
  )

/** A professional post since 2019, in 2026. */
export const staff = (person: object = {}, more: object = {}) => ({
  asOf: TODAY,
  year: 2026,
  person: { postType: 'professional', hiredOn: '2019-08-01', ...person },
  ...more,
})

let made = 0
const nextId = (): string => {
  made += 1
  return `t${made}`
}

/** The dates of an online training that ends on a day: as many as its hours need, at 24 a day, inside its year. */
const datesUntil = (on: string, hours: number): { from: string; to: string } => {
  const end = parseDate(on)
  if (end === undefined) return { from: on, to: on }
  const days = Math.max(1, Math.ceil(hours / 24))
  const start = Math.max(firstDayOf(yearOf(end)), addDays(end, 1 - days))
  return { from: formatDate(start), to: formatDate(Math.max(end, addDays(start, days - 1))) }
}

/** So many hours online, ending on a day. */
export const online = (
  subject: Credit['subject'],
  hours: number,
  on = '2026-03-02',
  more: Partial<Credit> = {},
): Credit => ({
  id: nextId(),
  subject,
  category: 'in_service',
  mode: 'online',
  ...datesUntil(on, hours),
  hours,
  ...more,
})

export const offline = (
  subject: Credit['subject'],
  halfDays: number,
  from: string,
  to: string,
  more: Partial<Credit> = {},
): Credit => ({ id: nextId(), subject, category: 'in_service', mode: 'offline', from, to, halfDays, ...more })

/** Exactly what a year asks for, in that year. */
export const wholeYear = (year: number): Credit[] => [
  online('public', 30, `${year}-03-02`),
  online('professional', 60, `${year}-03-03`),
]
