import { certifiedObligations, currentCertificates } from '../staff/certificate.ts'
import { type LedgerEntry, nextEntry, type StatedFact } from '../staff/ledger.ts'
import type { Person } from '../staff/person.ts'
import { addedIn, asAdded } from '../staff/raised.ts'
import type { Both, Ledgers, Taken } from './merge.ts'
import { sourceOf } from './merge.ts'

/** With a name of its own where a training here bears the same: two of one class, or of one file taken over. */
const named = (fact: StatedFact, source: string, here: readonly LedgerEntry[]): StatedFact =>
  fact.kind === 'credit' && here.some((entry) => statesCredit(entry, fact.credit.id))
    ? { kind: 'credit', credit: { ...fact.credit, id: source } }
    : fact

const statesCredit = ({ fact }: LedgerEntry, id: string): boolean => {
  const stated = fact.kind === 'correction' ? fact.fact : fact
  return stated?.kind === 'credit' && stated.credit.id === id
}

/**
 * A fact as the record that stays states it: what corrections had added there finds its days after all that is on record
 * now, for the sequences of that ledger mean nothing here (Art. 39(1)).
 */
const asTaken = (fact: StatedFact, sequence: number): StatedFact => {
  if (fact.kind !== 'credit' || fact.credit.raised === undefined) return fact
  const { credit } = fact
  const raised = [{ ...asAdded(credit, addedIn(fact.credit.raised)), entry: sequence }]
  return { kind: 'credit', credit: { ...credit, raised } }
}

/** The ledger that stays with these facts appended, each naming the entry that it repeats by its hash. */
export const withFacts = (
  { into, from }: Ledgers,
  facts: readonly Taken[],
  { at, by }: { readonly at: string; readonly by: string },
): LedgerEntry[] => {
  const entries = [...into.staff.entries]
  const fromId = from.staff.person.id
  for (const { fact, stated } of facts) {
    const entry = nextEntry(entries, {
      staffId: into.staff.person.id,
      recordedAt: at,
      recordedBy: by,
      source: sourceOf(fromId, stated.sequence),
      fact: named(asTaken(fact, entries.length + 1), sourceOf(fromId, stated.sequence), entries),
      quotes: {
        staffId: fromId,
        sequence: stated.sequence,
        hash: stated.hash,
        recordedAt: stated.quotes?.recordedAt ?? stated.recordedAt,
      },
    })
    entries.push(entry)
  }
  return entries
}

/** Obligations that are certified under the other record's number, and by no certificate of this one. */
const certifiedThere = ({ into, from }: Both): NonNullable<Person['certifiedElsewhere']> => {
  const own = new Set(certifiedObligations(into.staff.certificates))
  const theirs = new Set(certifiedObligations(from.staff.certificates))
  return currentCertificates(from.staff.certificates)
    .map(({ content }) => ({ obligation: content.obligation, number: content.number }))
    .filter(({ obligation }) => theirs.has(obligation) && !own.has(obligation))
}

const withoutTwice = <T>(list: readonly T[], keyOf: (one: T) => string): T[] =>
  [...new Map(list.toReversed().map((one) => [keyOf(one), one])).values()].toReversed()

/** The record that stays: its own facts hold; what trainings of the other refer to comes along. */
export const survivorOf = ({ into, from }: Both, accountId: Person['accountId']): Person => {
  const { person } = into.staff
  const other = from.staff.person
  const certifiedElsewhere = withoutTwice(
    [
      ...(person.certifiedElsewhere ?? []),
      ...(other.certifiedElsewhere ?? []),
      ...certifiedThere({ into, from }),
    ],
    ({ obligation }) => obligation,
  )
  return {
    ...person,
    postChanges: withoutTwice([...person.postChanges, ...other.postChanges], ({ id }) => id),
    ...(certifiedElsewhere.length === 0 ? {} : { certifiedElsewhere }),
    ...(accountId === undefined ? {} : { accountId }),
    mergedFrom: [...new Set([...(person.mergedFrom ?? []), other.id, ...(other.mergedFrom ?? [])])],
  }
}

/** The record that is closed: on no register, nobody's number, its ledger and certificates as they were. */
export const closedOf = ({ into, from }: Both, keepsAccount: boolean): Person => {
  const { registerPeriods: _, staffNo: __, releasedTo: ___, accountId, ...person } = from.staff.person
  return {
    ...person,
    onRegister: false,
    mergedInto: into.staff.person.id,
    ...(keepsAccount && accountId !== undefined ? { accountId } : {}),
  }
}
