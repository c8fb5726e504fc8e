import { ratesOn } from './activity-rates.ts'
import { type CalendarDate, parseDate, yearOf } from './calendar.ts'
import { type Activity, type Credit, worthOf, worthOfActivity } from './credit.ts'
import type { CreditJson } from './credit-json.ts'
import type { Edition } from './edition.ts'
import { tenths } from './hours.ts'

class NotADateError extends Error {
  override name = 'NotADateError'
}

/** A date that a schema has seen. */
export const toDate = (text: string): CalendarDate => {
  const date = parseDate(text)
  if (date === undefined) throw new NotADateError(`Not a calendar date: ${text}`)
  return date
}

const activityOf = (json: CreditJson, from: CalendarDate, { activities }: Edition): Activity | null => {
  if (json.activity === undefined) return null
  const table = ratesOn(activities.rates, from)
  return table === undefined ? null : { ...json.activity, rate: table[json.activity.kind] }
}

const raisedOf = ({ raised }: CreditJson): Credit['raised'] =>
  raised?.map(({ halfDays, quantity, after, turn }) => ({ amount: quantity ?? halfDays ?? 0, after, turn }))

/** A training that a schema has seen, in whole numbers. */
export const toCredit = (json: CreditJson, edition: Edition): Credit => {
  const from = toDate(json.from)
  const offline = json.mode === 'offline'
  const activity = activityOf(json, from, edition)
  const { tenths: worth, halfDays } =
    activity === null
      ? worthOf({ offline, halfDays: json.halfDays ?? 0, certified: tenths(json.hours ?? 0) }, edition)
      : worthOfActivity(activity)
  return {
    id: json.id,
    subject: json.subject,
    category: json.category,
    offline,
    from,
    to: toDate(json.to),
    year: json.makeUpFor ?? yearOf(from),
    makesUp: json.makeUpFor !== undefined,
    tenths: worth,
    halfDays,
    fullTime: json.fullTime ?? false,
    passed: json.passed ?? true,
    forChange: json.forChange ?? null,
    training: json.training ?? null,
    activity,
    raised: raisedOf(json),
  }
}
