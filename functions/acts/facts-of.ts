import type { StaffRecord } from '../store/ledger.ts'

/**
 * What the ledger says of a person, in the form that `rules/` assess: the facts of one year as they stood on a day.
 * Entries are read in the order in which they were made.
 */
export const factsOf = (
  { person, entries }: Pick<StaffRecord, 'person' | 'entries'>,
  year: number,
  asOf: string,
) => ({
  asOf,
  year,
  person: {
    postType: person.postType,
    leader: person.leader,
    onRegister: person.onRegister,
    hiredOn: person.hiredOn,
    highLevelTalent: person.highLevelTalent,
    terms: person.terms,
    postChanges: person.postChanges,
  },
  credits: entries.flatMap(({ fact }) => (fact.kind === 'credit' ? [fact.credit] : [])),
  deemed: entries.flatMap(({ fact }) => (fact.kind === 'deemed' ? [fact.deemed] : [])),
  delays: entries.flatMap(({ fact }) =>
    fact.kind === 'delay' ? [{ year: fact.year, approvedOn: fact.approvedOn }] : [],
  ),
  justified: entries.flatMap(({ fact }) => (fact.kind === 'justified' ? [fact.year] : [])),
})
