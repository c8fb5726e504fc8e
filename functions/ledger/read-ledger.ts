import { presentAssessment } from '../../rules/present.ts'
import type { Actor } from '../organisations/account.ts'
import { type Clock, today } from '../platform/clock.ts'
import type { StaffId } from '../platform/ids.ts'
import type { Language, Text } from '../platform/language.ts'
import { type Refusal, refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { editionsFor } from '../registers/edition-for.ts'
import { isOpen } from '../requests/request.ts'
import { claimsOf } from '../requests/request-lists.ts'
import { summarise } from '../requests/view-request.ts'
import { assessStaff } from '../staff/due-obligations.ts'
import { knownOn } from '../staff/facts-in-force.ts'
import { factsOf } from '../staff/facts-of.ts'
import { findStaff } from '../staff/find-staff.ts'
import { personChanges, personOn } from '../staff/person-change.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { suspendedHours } from './suspended-hours.ts'
import { ledgerFaults } from './words.ts'

interface Deps {
  readonly table: Table
  readonly clock: Clock
}

interface LedgerQuery {
  readonly year?: number | undefined
  /** A past day, `YYYY-MM-DD`: the ledger as it was known and due on it. */
  readonly asOf?: string | undefined
}

const dayRefusal = (asOf: string, day: string): Refusal<'INPUT_INVALID'> | undefined => {
  const at = (detail: Text) => refuse('INPUT_INVALID', { errors: [{ pointer: '/asOf', detail }] })
  if (asOf > day) return at(ledgerFaults.dayAhead(day))
  if (asOf < '2024-01-01') return at(ledgerFaults.beforeTheRules)
  return undefined
}

/**
 * A person as known at the end of a past day: the entries made by then and the record of that day; today's
 * record, where the register had none.
 */
const knownThen = async (table: Table, staff: StaffRecord, day: string): Promise<StaffRecord> => ({
  ...staff,
  person: personOn(staff.person, await personChanges(table, staff.person.id), day) ?? staff.person,
  entries: knownOn(staff.entries, day),
})

/** A person's year: the facts, their assessment by the rules, and the claims that are still open. */
export const readLedger =
  ({ table, clock }: Deps) =>
  async (staffId: StaffId, query: LedgerQuery, actor: Actor, language: Language) => {
    const found = await findStaff(table, staffId, actor)
    if (!found.ok) return found
    const { staff } = found.value
    const day = today(clock)
    const { asOf = day } = query
    const refusal = dayRefusal(asOf, day)
    if (refusal) return refusal
    const year = query.year ?? Number(asOf.slice(0, 4))
    const then = asOf < day ? await knownThen(table, staff, asOf) : staff
    const editionOf = await editionsFor(table, Number(day.slice(0, 4)))
    const claims = await claimsOf(table, staffId, { limit: 100 })
    return succeed({
      staffId,
      name: staff.person.name,
      facts: factsOf(then, year, asOf),
      assessment: presentAssessment(assessStaff(then, year, asOf, editionOf), language),
      suspended: suspendedHours(then.entries).filter((one) => one.year === year),
      open: claims.items.filter(isOpen).map(summarise),
    })
  }
