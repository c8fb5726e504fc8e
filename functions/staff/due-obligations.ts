import { type Assessment, assess } from '../../rules/assess.ts'
import { type Edition, edition2024 } from '../../rules/edition.ts'
import { type Facts, readRecord } from '../../rules/facts.ts'
import type { StaffId } from '../platform/ids.ts'
import type { EditionOf } from '../registers/edition-for.ts'
import { factsFrom, factsOf } from './facts-of.ts'
import type { StatedFact } from './ledger.ts'
import type { Person } from './person.ts'
import type { StaffRecord } from './staff-record.ts'

class LedgerInvalidError extends Error {
  override name = 'LedgerInvalidError'
}

type Known = Pick<StaffRecord, 'person' | 'entries'> & Partial<StaffRecord>

const parsed = (staffId: StaffId, facts: ReturnType<typeof factsFrom>, edition: Edition): Facts => {
  const outcome = readRecord(facts, facts.asOf, edition)
  if (outcome.ok) return outcome.facts
  const pointers = outcome.errors.map(({ pointer }) => pointer).join(', ')
  throw new LedgerInvalidError(`The ledger of ${staffId} does not parse: ${pointers}`)
}

/**
 * A person's facts of one year as seen on a day, in the rules' own form.
 * @throws LedgerInvalidError an entry refers to what is not there
 */
export const requireFacts = (
  staff: Known,
  year: number,
  asOf: string,
  edition: Edition = edition2024,
): Facts => parsed(staff.person.id, factsOf(staff, year, asOf), edition)

/** Assesses a year from given facts, which need not be all that is on record. */
export const assessFacts = (
  person: Person,
  facts: readonly StatedFact[],
  year: number,
  asOf: string,
  edition: Edition = edition2024,
): Assessment => assess(parsed(person.id, factsFrom(person, facts, year, asOf), edition), edition)

/** A person's year by the rules, as it stands on a day. */
export const assessStaff = (
  staff: Known,
  year: number,
  asOf: string,
  edition: Edition = edition2024,
): Assessment => assess(requireFacts(staff, year, asOf, edition), edition)

/** Whether the rules can read these facts of a person: each reference has what it refers to. */
export const isAssessable = (
  { person }: Pick<StaffRecord, 'person'>,
  facts: readonly StatedFact[],
  asOf: string,
): boolean => readRecord(factsFrom(person, facts, edition2024.firstYear, asOf), asOf).ok

/** Assesses every year so far, from the first of the edition on; the facts are parsed once for all. */
export const assessYears = (staff: Known, asOf: string, editionOf: EditionOf): readonly Assessment[] => {
  const { firstYear } = edition2024
  const parsedBy = new Map<Edition, Facts>()
  const years = Math.max(0, Number(asOf.slice(0, 4)) - firstYear + 1)
  return Array.from({ length: years }, (_, position) => {
    const edition = editionOf(firstYear + position)
    const facts = parsedBy.get(edition) ?? requireFacts(staff, firstYear, asOf, edition)
    parsedBy.set(edition, facts)
    return assess({ ...facts, year: firstYear + position }, edition)
  })
}
