import { isUnlikelyBeside, type OnlineHours } from '../../rules/completions.ts'
import type { OutcomeHost } from '../outcomes/outcome-host.ts'
import { timestamp, today } from '../platform/clock.ts'
import type { RequestId, StaffId } from '../platform/ids.ts'
import { lookups } from '../platform/keys.ts'
import { LedgerBrokenError } from '../platform/ledger-broken.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { beginningWith, readIndexKeys } from '../platform/ranges.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { eventually, readAll, type Table, type Write, write } from '../platform/table.ts'
import { type Provider, readProviders } from '../registers/provider.ts'
import type { RowRef } from '../requests/batch-parts.ts'
import { twinsOf } from '../requests/likeness.ts'
import { isAssessable } from '../staff/due-obligations.ts'
import { currentFacts, factsInForce } from '../staff/facts-in-force.ts'
import { appendEntry, type LedgerEntry } from '../staff/ledger.ts'
import { requireStaff } from '../staff/require-staff.ts'
import { putStanding } from '../staff/standing.ts'
import { tellPerson } from '../staff/tell-person.ts'
import { clearUnsettled, markUnsettled } from '../staff/unsettled.ts'
import { takeOutElsewhere } from './correct-row.ts'
import { feedCreditedLetter } from './feed-letters.ts'
import { batchIdOf, routeFrom } from './feed-route.ts'
import { advanceRow, type FeedRow, rowFrom, rowKey } from './feed-row.ts'
import { isListedRow, REGION_DESK } from './judge-record.ts'
import { correctionEntry, creditEntry, type Entering } from './ledger-of-row.ts'

/** A batch whose rows are entered: by whom it was decided, and whether the caller repeats itself after a crash. */
export interface Crediting {
  readonly batchId: RequestId
  readonly by: string
  /** The caller may not come again: what follows is marked, and the reconciler finishes it. */
  readonly once: boolean
}

/** People who are credited at once. */
const WIDTH = 8
/** Rows of one person in one transaction, which holds a hundred items: each is an entry and a row. */
const ROWS_A_WRITE = 40

const isOf =
  (batchId: string, staffId: string) =>
  ({ day, route, staffId: whose }: FeedRow): boolean =>
    day !== undefined && route !== undefined && batchIdOf(day, route) === batchId && whose === staffId

/** One row entered in a ledger as it is, or refused where the ledger cannot take it. */
const enterRow = (
  entries: readonly LedgerEntry[],
  row: FeedRow,
  staffId: StaffId,
  entering: Entering,
  fits: (entries: readonly LedgerEntry[]) => boolean,
): { readonly entry?: LedgerEntry; readonly after: FeedRow } => {
  const entry =
    row.credited === undefined
      ? creditEntry(entries, row, staffId, entering)
      : correctionEntry(entries, row, row, { ...entering, accepted: row.resolved?.at })
  if (entry === 'by_desk')
    return { after: { ...row, state: 'held', code: 'CORRECTED_BY_DESK', heldAt: REGION_DESK } }
  if (!fits([...entries, entry])) return { after: { ...row, state: 'refused', code: 'LEDGER_REFUSES' } }
  const sequence = row.credited?.sequence ?? entry.sequence
  return {
    entry,
    after: { ...row, state: 'recognised', credited: { staffId, sequence, tenths: row.tenths } },
  }
}

/**
 * Rows whose person has claimed training of the same days by the same provider or title: not entered before somebody has
 * looked (Art. 40). Whoever looked at a row already has decided that.
 */
const claimedAlready = async (
  table: Table,
  staffId: StaffId,
  rows: readonly FeedRow[],
  listings: readonly Provider[],
): Promise<ReadonlySet<FeedRow>> => {
  const asked = rows.filter(({ resolved, credited }) => resolved === undefined && credited === undefined)
  const [earliest] = asked.map(({ from }) => from).toSorted()
  if (earliest === undefined) return new Set()
  // Most people have claimed nothing since: one query says so.
  const since = { ...beginningWith(''), from: earliest }
  const claims = await readIndexKeys(eventually(table), 'found', lookups.claimsOf(staffId), since)
  if (claims.length === 0) return new Set()
  const found = new Set<FeedRow>()
  for (const row of asked) {
    const { name, aliases } = listings.find(({ id }) => id === row.providerId) ?? { name: '', aliases: [] }
    for (const provider of [name, ...aliases])
      if ((await twinsOf(table, staffId, { title: row.course, provider, lines: [row] }, '')).length > 0)
        found.add(row)
  }
  return found
}

/** The authority above the person's institution. */
const deskOf = ({ route = '' }: FeedRow): string => routeFrom(route).authorityId

/** Left to the authority above the person's institution. */
const heldAsClaimed = (row: FeedRow): FeedRow => ({
  ...row,
  state: 'held',
  code: 'CLAIMED_ALREADY',
  article: '40',
  heldAt: deskOf(row),
})

/** What a person learned online by their ledger, but for a row's own hours. */
const onlineBeside = (entries: readonly LedgerEntry[], { credited, from }: FeedRow): OnlineHours[] =>
  currentFacts(entries).flatMap(({ sequence, fact }) =>
    fact?.kind === 'credit' &&
    fact.credit.mode === 'online' &&
    sequence !== credited?.sequence &&
    fact.credit.from.slice(0, 4) === from.slice(0, 4)
      ? [
          {
            from: fact.credit.from,
            to: fact.credit.to,
            tenths: Math.round((fact.credit.hours ?? 0) * 10),
          },
        ]
      : [],
  )

/**
 * A row that is not entered: its provider was taken off the list since (Art. 41), the person has claimed the same, or
 * their days have no room for it, unless somebody has looked at it.
 */
const keptBack = (
  row: FeedRow,
  entries: readonly LedgerEntry[],
  listings: readonly Provider[],
  twins: ReadonlySet<FeedRow>,
): FeedRow | undefined => {
  if (!isListedRow(listings, row))
    return { ...row, state: 'refused', code: 'PROVIDER_NOT_LISTED', article: '41' }
  if (twins.has(row)) return heldAsClaimed(row)
  return row.resolved === undefined && isUnlikelyBeside(row, onlineBeside(entries, row))
    ? { ...row, state: 'held', code: 'UNLIKELY_HOURS', article: '41', heldAt: deskOf(row) }
    : undefined
}

/** Enters some rows of one person, each once: entries, standing and rows in one transaction. */
const enter = async (
  deps: OutcomeHost,
  crediting: Crediting,
  staffId: StaffId,
  refs: readonly RowRef[],
  listings: readonly Provider[],
): Promise<{ readonly entered: readonly FeedRow[]; readonly before: readonly FeedRow[] }> => {
  const { table, clock } = deps
  const { batchId, by, once } = crediting
  const rows = (await readAll(table, refs.map(rowKey))).map(rowFrom).filter(isOf(batchId, staffId))
  const before = rows.filter(({ state }) => state === 'recognised')
  const waiting = rows.filter(({ state }) => state === 'accepted')
  if (waiting.length === 0) return { entered: [], before }
  const day = today(clock)
  const entering = { batchId, by, at: timestamp(clock) }
  const others = waiting.filter(({ credited }) => credited !== undefined && credited.staffId !== staffId)
  if (others.length > 0) {
    for (const row of others)
      await takeOutElsewhere(deps, row, { ...entering, accepted: row.resolved?.at }, day)
    return enter(deps, crediting, staffId, refs, listings)
  }
  const staff = await requireStaff(table, staffId)
  const twins = await claimedAlready(table, staffId, waiting, listings)
  const fits = (entries: readonly LedgerEntry[]) => isAssessable(staff, factsInForce(entries), day)
  let entries = staff.entries
  const added: LedgerEntry[] = []
  const entered: FeedRow[] = []
  const moved: Write[] = []
  for (const row of waiting) {
    const kept = keptBack(row, entries, listings, twins)
    const { entry, after } =
      kept === undefined ? enterRow(entries, row, staffId, entering, fits) : { entry: undefined, after: kept }
    if (entry !== undefined) {
      entries = [...entries, entry]
      added.push(entry)
      entered.push(after)
    }
    moved.push(...advanceRow(row, after, false))
  }
  await write(table, [
    ...added.map(appendEntry),
    ...(added.length === 0 ? [] : [putStanding({ ...staff, entries })]),
    ...moved,
    ...(once && added.length > 0
      ? [markUnsettled({ staffId, occasion: occasionOf(batchId, staffId), since: entering.at })]
      : []),
  ])
  return { entered, before }
}

const occasionOf = (batchId: string, staffId: string): string => `feed-${batchId}-${staffId}`

const chunksOf = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / ROWS_A_WRITE) }, (_, index) =>
    items.slice(index * ROWS_A_WRITE, (index + 1) * ROWS_A_WRITE),
  )

const creditPerson = async (
  deps: OutcomeHost,
  crediting: Crediting,
  staffId: StaffId,
  refs: readonly RowRef[],
  listings: readonly Provider[],
): Promise<void> => {
  const told: FeedRow[] = []
  for (const chunk of chunksOf(refs)) {
    const { entered, before } = await retryOnConflict(() => enter(deps, crediting, staffId, chunk, listings))
    // A step that repeats after a crash settles and tells again: executions and messages have natural names.
    told.push(...entered, ...(crediting.once ? [] : before))
  }
  if (told.length === 0) return
  const occasion = occasionOf(crediting.batchId, staffId)
  await deps.settle(staffId, crediting.once ? `${occasion}-${told.length}` : occasion)
  if (crediting.once) await write(deps.table, [clearUnsettled({ staffId, occasion })])
  const letter = feedCreditedLetter(told, deps.publicUrl)
  await tellPerson(
    deps,
    staffId,
    letter,
    crediting.once ? `${occasion}-${told[0]?.recordNo ?? ''}` : occasion,
  )
}

/**
 * Enters rows of a batch in their ledgers (Art. 41), a person at a time. Rows that were corrected into another batch,
 * withdrawn or refused meanwhile are left out; what is entered already stays. A broken ledger stops nobody else.
 * @throws LedgerBrokenError after all others were entered
 */
export const creditRows =
  (deps: OutcomeHost) =>
  async (crediting: Crediting, refs: readonly RowRef[]): Promise<void> => {
    const broken: LedgerBrokenError[] = []
    const listings = await readProviders(eventually(deps.table))
    await mapConcurrently(
      Map.groupBy(refs, ({ staffId }) => staffId),
      WIDTH,
      async ([staffId, own]) => {
        try {
          await creditPerson(deps, crediting, staffId, own, listings)
        } catch (error) {
          if (!(error instanceof LedgerBrokenError)) throw error
          broken.push(error)
        }
      },
    )
    if (broken[0] !== undefined) throw broken[0]
  }
