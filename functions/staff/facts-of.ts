import { currentCertificates, isRevokedForEver } from './certificate.ts'
import { isTalent } from './dated.ts'
import { factsInForce } from './facts-in-force.ts'
import type { LedgerCredit, StatedFact } from './ledger.ts'
import type { Person } from './person.ts'
import { type PlacedCredit, placedCredit } from './raised.ts'
import type { StaffRecord } from './staff-record.ts'

/** The post changes that count: a refused or withdrawn filing has closed its own (Art. 45). */
const postChangesIn = ({ postChanges }: Person) =>
  postChanges
    .filter(({ dropped }) => !dropped)
    .map(({ id, kind, effectiveOn }) => ({ id, kind, effectiveOn }))

/** A training for a closed change counts for its year and for no change, until a new filing takes the change over. */
const forOpenChange = (credit: LedgerCredit, { postChanges }: Person): LedgerCredit => {
  const { forChange, ...others } = credit
  return postChanges.some(({ id, dropped }) => id === forChange && dropped) ? others : credit
}

/** Dated facts of the register; an empty list is left out, so that the flag holds. */
const dated = ({ posts = [], leaderPeriods = [], registerPeriods = [], talentPeriods = [] }: Person) => ({
  ...(posts.length === 0 ? {} : { posts }),
  ...(leaderPeriods.length === 0 ? {} : { leaderPeriods }),
  ...(registerPeriods.length === 0 ? {} : { registerPeriods }),
  ...(talentPeriods.length === 0 ? {} : { talentPeriods }),
})

/** Of an activity its kind and quantity are stated: its hours are the rules' to say (Art. 37). */
const asStated = ({ halfDays, hours, ...credit }: PlacedCredit) =>
  credit.activity === undefined
    ? {
        ...credit,
        ...(halfDays === undefined ? {} : { halfDays }),
        ...(hours === undefined ? {} : { hours }),
      }
    : credit

/** A person's facts of one year as seen on a day, in the form that `rules/` assess. */
export const factsFrom = (person: Person, facts: readonly StatedFact[], year: number, asOf: string) => ({
  asOf,
  year,
  person: {
    postType: person.postType,
    leader: person.leader,
    onRegister: person.onRegister,
    hiredOn: person.hiredOn,
    highLevelTalent: isTalent(person),
    terms: person.terms,
    postChanges: postChangesIn(person),
    ...(person.population === undefined ? {} : { populations: person.population }),
    ...dated(person),
  },
  credits: facts.flatMap((fact) =>
    fact.kind === 'credit' ? [asStated(placedCredit(forOpenChange(fact.credit, person)))] : [],
  ),
  deemed: facts.flatMap((fact) => (fact.kind === 'deemed' ? [fact.deemed] : [])),
  delays: facts.flatMap((fact) =>
    fact.kind === 'delay' ? [{ year: fact.year, approvedOn: fact.approvedOn }] : [],
  ),
  justified: facts.flatMap((fact) => (fact.kind === 'justified' ? [fact.year] : [])),
})

/**
 * A person's facts from the ledger, all corrections applied, in the order of first entry. Every entry counts,
 * whenever it was recorded: a close must not depend on how long a claim lay at a desk. For what was known on
 * a past day, pass `knownOn(entries, day)`.
 */
export const factsOf = (
  { person, entries, certificates = [] }: Pick<StaffRecord, 'person' | 'entries'> & Partial<StaffRecord>,
  year: number,
  asOf: string,
) => {
  const revoked = currentCertificates(certificates)
    .filter(isRevokedForEver)
    .map(({ content }) => content.obligation)
  return {
    ...factsFrom(person, factsInForce(entries), year, asOf),
    ...(revoked.length === 0 ? {} : { revoked }),
  }
}
