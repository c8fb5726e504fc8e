import { objectionTerms } from '../../../rules/objections.ts'
import type { Request } from '../../shared/api/types.gen.ts'

const DAY = 24 * 60 * 60 * 1000

/** The last day on which a decision may be objected to (Art. 35); `at`: its moment, or its day. */
export const lastDayToObject = (at: string): string =>
  new Date(Date.parse(`${at.slice(0, 10)}T00:00:00Z`) + objectionTerms.days * DAY).toISOString().slice(0, 10)

const isAgainst = ({ status, hours, grantedHours }: Request['lines'][number]): boolean =>
  status === 'rejected' || (grantedHours !== null && grantedHours < hours)

/**
 * Until when a request may be objected to, where something was decided against its person: a refusal, or fewer hours
 * than claimed. Of several decisions by the latest one.
 */
export const objectableUntil = ({ type, status, lines, timeline }: Request): string | undefined => {
  if (type === 'objection' || !(status === 'rejected' || lines.some(isAgainst))) return undefined
  const decided = timeline.findLast(({ act }) => act === 'reject' || act === 'refuse' || act === 'approve')
  return decided && lastDayToObject(decided.at)
}
