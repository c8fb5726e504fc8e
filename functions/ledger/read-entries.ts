import { Account, type Actor } from '../organisations/account.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import { sees } from '../organisations/visibility.ts'
import type { StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { readAll, type Table } from '../platform/table.ts'
import {
  type ChainHead,
  chainHead,
  firstBrokenEntry,
  type LedgerEntry,
  readEntries,
} from '../staff/ledger.ts'
import { readPerson } from '../staff/person.ts'
import { readStanding } from '../staff/standing.ts'
import type { EntryView } from './api.ts'

/** Names by account id; accounts that no longer exist are left out. */
export const namesOf = async (table: Table, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const accounts = await readAll(table, [...new Set(ids)].map(keys.account))
  return new Map(
    accounts.map((item) => {
      const { id, name } = Account.parse(item)
      return [id, name]
    }),
  )
}

export const viewEntry = (entry: LedgerEntry, names: ReadonlyMap<string, string>): EntryView => {
  const { sequence, recordedAt, recordedBy, source, fact, quotes, hash } = entry
  const correction = fact.kind === 'correction' ? fact : undefined
  return {
    sequence,
    recordedAt,
    recordedBy,
    recordedByName: names.get(recordedBy) ?? null,
    source,
    fact: fact.kind === 'correction' ? fact.fact : fact,
    correctionOf: correction?.of ?? null,
    suspension: correction?.suspension ?? null,
    reason: ('reason' in fact ? fact.reason : undefined) ?? null,
    quotes: quotes ?? null,
    hash,
  }
}

/** The head of a ledger without entries, for which none is stored. */
const NOTHING_YET: ChainHead = chainHead([])

/**
 * A ledger as the history that it is: every entry as it was made, corrections among them, and whether the chain is
 * whole. Seen by the person and those above them.
 */
export const readHistory =
  (table: Table) =>
  async (
    staffId: StaffId,
    actor: Actor,
  ): Promise<
    Outcome<{ items: EntryView[]; chain: { whole: boolean; firstBroken: number | null } }, 'NOT_FOUND'>
  > => {
    const person = await readPerson(table, staffId)
    const institution = person && (await readOrganisation(table, person.institutionId))
    if (person === undefined || !sees(actor, staffId, institution)) return refuse('NOT_FOUND')
    const [{ entries, unreadable }, standing] = await Promise.all([
      readEntries(table, staffId),
      readStanding(table, staffId),
    ])
    const names = await namesOf(
      table,
      entries.map(({ recordedBy }) => recordedBy),
    )
    const broken = firstBrokenEntry(entries, standing?.chain ?? NOTHING_YET)
    const firstBroken = Math.min(unreadable ?? Number.POSITIVE_INFINITY, broken ?? Number.POSITIVE_INFINITY)
    const whole = firstBroken === Number.POSITIVE_INFINITY
    return succeed({
      items: entries.map((entry) => viewEntry(entry, names)),
      chain: { whole, firstBroken: whole ? null : firstBroken },
    })
  }
