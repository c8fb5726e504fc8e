import { inspectionTerms } from '../../rules/inspections.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import type { OrganisationId, StaffId } from '../platform/ids.ts'
import type { Table } from '../platform/table.ts'
import { decidingDesk } from '../requests/deciding-desk.ts'
import { readRequest } from '../requests/stored-request.ts'
import { tenthsOf } from '../staff/credit-hours.ts'
import { factAbout } from '../staff/facts-in-force.ts'
import { type LedgerEntry, readEntries } from '../staff/ledger.ts'
import { recordsOf } from '../staff/one-person.ts'
import type { Matter } from './inspection.ts'
import type { Sign } from './terms.ts'
import { actedIn, authorityFor } from './who-checks.ts'

/** Which hours proof is asked for, by whom, until when; `drawId` and `signs` where they were drawn. */
interface HoursAsked extends Pick<Matter, 'id' | 'createdBy' | 'createdAt' | 'dueOn' | 'text'> {
  readonly staffId: StaffId
  /** Of the entry that stated them, or of one that corrected it. */
  readonly sequence: number
  readonly institutionId: OrganisationId
  /** The authority that asks, and the first that may check. */
  readonly from: Organisation
  readonly drawId?: string
  readonly signs: readonly Sign[]
  /** The desk that was drawn from; undefined: found out. */
  readonly desk?: { readonly id: OrganisationId; readonly name: string }
  readonly article?: string
}

/** The entry that first stated hours: what was taken over from a merged record was decided there. */
const firstStated = async (table: Table, entry: LedgerEntry): Promise<LedgerEntry> => {
  const { quotes } = entry
  if (quotes === undefined) return entry
  const quoted = (await readEntries(table, quotes.staffId)).entries[quotes.sequence - 1]
  return quoted === undefined ? entry : firstStated(table, quoted)
}

/**
 * The matter by which proof of recognised hours is asked for (Art. 35), lying with an authority at which somebody may
 * check it: nobody who acted in them. Undefined where they don't count now: void, or suspended.
 */
export const hoursMatter = async (table: Table, asked: HoursAsked): Promise<Matter | undefined> => {
  const { id, createdAt, createdBy, dueOn, text, staffId, from, drawId, signs } = asked
  const [{ entries }, institution] = await Promise.all([
    readEntries(table, staffId),
    readOrganisation(table, asked.institutionId),
  ])
  const about = factAbout(entries, asked.sequence)
  if (about === undefined) return undefined
  const { fact, sequence } = about
  const stated = entries[sequence - 1]
  if (fact?.kind !== 'credit' || stated === undefined || institution === undefined) return undefined
  const decided = await decidingDesk(table, await firstStated(table, stated), institution)
  const { request, organisation = institution } = decided
  const record = request && (await readRequest(table, request.id, await recordsOf(table, staffId)))
  const actedInHours = record === undefined ? [] : actedIn(record)
  const actedBefore = [
    ...new Set([
      ...actedInHours,
      ...entries
        .filter((entry) =>
          entry.sequence === sequence ? true : entry.fact.kind === 'correction' && entry.fact.of === sequence,
        )
        .map(({ recordedBy }) => recordedBy),
    ]),
  ]
  const authority = await authorityFor(table, from, { actedBefore, staffId })
  const { subject, mode, from: first, to } = fact.credit
  return {
    ...{ id, kind: 'sample', createdAt, createdBy, staffId, text, dueOn, actedBefore, evidence: [] },
    actedInHours,
    authority: { id: authority.id, name: authority.name },
    body: { id: institution.id, name: institution.name },
    sample: {
      ...(drawId === undefined ? {} : { drawId }),
      ...{ sequence, signs: [...signs], tenths: tenthsOf(fact.credit), subject, mode, from: first, to },
      desk: asked.desk ?? { id: organisation.id, name: organisation.name },
      ...(request === undefined ? {} : { requestId: request.id }),
    },
    ...{ article: asked.article ?? inspectionTerms.article, status: 'asked' },
    ...{ awaiting: createdAt, attempt: 1, entries: 0, version: 1 },
  }
}
