import { Temporal } from 'temporal-polyfill'
import { edition2024 } from '../../rules/edition.ts'
import type { Table } from '../platform/table.ts'
import { editionsFor } from '../registers/edition-for.ts'
import { assessStaff, isAssessable } from '../staff/due-obligations.ts'
import { factsInForce } from '../staff/facts-in-force.ts'
import type { Person } from '../staff/person.ts'
import { personChanges } from '../staff/person-change.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { isOpen, type Request, yearsOf } from './request.ts'
import { claimsOf } from './request-lists.ts'

/** Days after a late refusal, revocation or correction in which a delay may still be asked for (Art. 32). */
const DAYS = edition2024.makeUp.daysAfter

const MOST = 100

const dayOf = (moment: string): string => moment.slice(0, 10)

/** What could have completed the year: claims of hours or deemings, and objections to what became of them. */
const countsFor = (request: Request, year: number): boolean =>
  (request.type === 'recognition' ||
    request.type === 'class_roster' ||
    request.type === 'deemed' ||
    request.type === 'objection') &&
  yearsOf(request).includes(year)

/** The days on which something of a year was refused, corrected or revoked. */
const lateDays = (requests: readonly Request[], { entries, certificates }: StaffRecord, year: number) => [
  ...requests.flatMap(({ acts }) =>
    acts.flatMap(({ act, at }) => (act === 'reject' || act === 'refuse' ? [dayOf(at)] : [])),
  ),
  ...entries.flatMap(({ fact, recordedAt }) => (fact.kind === 'correction' ? [dayOf(recordedAt)] : [])),
  ...certificates
    .filter(({ content }) => content.obligation === `annual:${year}`)
    .flatMap(({ history }) => history.flatMap(({ kind, at }) => (kind === 'revoked' ? [dayOf(at)] : []))),
]

/**
 * Whether a change of the register since a day made a year due that was not asked of the person before (Art. 32): nobody
 * can ask in its window for the delay of a year that they do not owe yet. The registration itself is no such change.
 */
const becameDue = async (
  table: Table,
  staff: StaffRecord,
  year: number,
  { since, day }: { readonly since: string; readonly day: string },
): Promise<boolean> => {
  const changes = await personChanges(table, staff.person.id)
  const editionOf = await editionsFor(table, Number(day.slice(0, 4)))
  const facts = factsInForce(staff.entries)
  const isAsked = (person: Person): boolean =>
    !isAssessable({ person }, facts, day) ||
    assessStaff({ ...staff, person }, year, day, editionOf).annual.status !== 'not_applicable'
  return changes.some(({ at, before }, place) => {
    const on = dayOf(at)
    if (before === null || on < since || on > day) return false
    const after = changes[place + 1]?.before ?? staff.person
    return !isAsked(before) && isAsked(after)
  })
}

/**
 * Whether a delay of a year may be asked for after its window (Art. 32): while a claim of the year is at a
 * desk, and for 30 days after a late refusal, correction or revocation, or a change of the register by which the year
 * is owed at all. A slow approver costs the person nothing.
 */
export const isExtended = async (
  table: Table,
  staff: StaffRecord,
  year: number,
  day: string,
): Promise<boolean> => {
  const { items } = await claimsOf(table, staff.person.id, { limit: MOST })
  const claims = items.filter((request) => countsFor(request, year))
  if (claims.some(isOpen)) return true
  const since = Temporal.PlainDate.from(day).subtract({ days: DAYS }).toString()
  return (
    lateDays(claims, staff, year).some((late) => late >= since && late <= day) ||
    (await becameDue(table, staff, year, { since, day }))
  )
}
