import { type Assessment, assess } from '../../rules/assess.ts'
import { type Edition, type EditionOf, edition2024 } from '../../rules/edition.ts'
import { type Facts, readRecord } from '../../rules/facts.ts'
import type { StaffId } from '../platform/ids.ts'
import { factsFrom, factsOf } from './facts-of.ts'
import type { StatedFact } from './ledger.ts'
import type { Person } from './person.ts'
import type { StaffRecord } from './staff-record.ts'

class LedgerInvalidError extends Error {
  override name = 'LedgerInvalidError'
}

type Known = Pick<StaffRecord, 'person' | 'entries'> & Partial<StaffRecord>

const parsed = (staffId: StaffId, facts: ReturnType<typeof factsFrom>, editionOf: EditionOf): Facts => {
  const outcome = readRecord(facts, facts.asOf, editionOf)
  if (outcome.ok) return outcome.facts
  const pointers = outcome.errors.map(({ pointer }) => pointer).join(', ')
  throw new LedgerInvalidError(`The ledger of ${staffId} does not parse: ${pointers}`)
}

/**
 * A person's facts of one year as seen on a day, in the rules' own form.
 * @throws LedgerInvalidError an entry refers to what is not there
 */
export const requireFacts = (staff: Known, year: number, asOf: string, editionOf: EditionOf): Facts =>
  parsed(staff.person.id, factsOf(staff, year, asOf), editionOf)

/** Assesses a year from given facts, which need not be all that is on record; each year by its own readings. */
export const assessFacts = (
  person: Person,
  facts: readonly StatedFact[],
  year: number,
  asOf: string,
  editionOf: EditionOf,
): Assessment => assess(parsed(person.id, factsFrom(person, facts, year, asOf), editionOf), editionOf)

/** A person's year by the rules, as it stands on a day; each year by its own readings. */
export const assessStaff = (staff: Known, year: number, asOf: string, editionOf: EditionOf): Assessment =>
  assess(requireFacts(staff, year, asOf, editionOf), editionOf)

/** Whether the rules can read these facts of a person: each reference has what it refers to. */
export const isAssessable = (
  { person }: Pick<StaffRecord, 'person'>,
  facts: readonly StatedFact[],
  asOf: string,
): boolean => readRecord(factsFrom(person, facts, edition2024.firstYear, asOf), asOf).ok

/** Every year so far, from the first of the edition on; the facts are read once for all years of the same readings. */
const everyYear = (
  factsIn: (year: number) => Facts,
  asOf: string,
  editionOf: EditionOf,
): readonly Assessment[] => {
  const { firstYear } = edition2024
  const readBy = new Map<Edition, Facts>()
  const years = Math.max(0, Number(asOf.slice(0, 4)) - firstYear + 1)
  return Array.from({ length: years }, (_, position) => {
    const year = firstYear + position
    const edition = editionOf(year)
    const facts = readBy.get(edition) ?? factsIn(year)
    readBy.set(edition, facts)
    return assess({ ...facts, year }, editionOf)
  })
}

/** Assesses every year so far from given facts, which need not be all that is on record. */
export const assessFactsOfYears = (
  person: Person,
  facts: readonly StatedFact[],
  asOf: string,
  editionOf: EditionOf,
): readonly Assessment[] =>
  everyYear((year) => parsed(person.id, factsFrom(person, facts, year, asOf), editionOf), asOf, editionOf)

/** Assesses every year of a person so far, from the first of the edition on. */
export const assessYears = (staff: Known, asOf: string, editionOf: EditionOf): readonly Assessment[] =>
  everyYear((year) => requireFacts(staff, year, asOf, editionOf), asOf, editionOf)
