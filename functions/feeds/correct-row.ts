import type { OutcomeHost } from '../outcomes/outcome-host.ts'
import { write } from '../platform/table.ts'
import { isAssessable } from '../staff/due-obligations.ts'
import { factsInForce } from '../staff/facts-in-force.ts'
import { requireStaff } from '../staff/require-staff.ts'
import { recordEntry } from '../staff/staff.ts'
import { tellPerson } from '../staff/tell-person.ts'
import { clearUnsettled, markUnsettled } from '../staff/unsettled.ts'
import { feedCorrectedLetter } from './feed-letters.ts'
import { batchIdOf } from './feed-route.ts'
import { advanceRow, type FeedRow } from './feed-row.ts'
import { type JudgedOn, REGION_DESK } from './judge-record.ts'
import { correctionEntry, type Entering } from './ledger-of-row.ts'

/** What a correction makes of a row, and what of the ledger that holds its hours, if one does. */
interface Becomes {
  readonly after: FeedRow
  /** `null`: void; undefined: the ledger is not touched. */
  readonly ledger?: FeedRow | null
}

/** What a desk refused does not come back by a change: somebody looks at it (Art. 41). */
const barred = (on: JudgedOn, before: FeedRow, judged: FeedRow): FeedRow => {
  if (before.refusedBefore !== true && before.code !== 'DESK_REFUSED') return judged
  const marked: FeedRow = { ...judged, refusedBefore: true }
  const { credited } = before
  const isNoMore =
    credited !== undefined && judged.staffId === credited.staffId && judged.tenths <= credited.tenths
  if (judged.state === 'refused' || isTakenBack(judged) || (judged.state === 'accepted' && isNoMore))
    return marked
  const { day: _, route: __, ...rest } = marked
  const heldAt = on.institutions.get(judged.institutionId ?? '')?.authorityId ?? REGION_DESK
  return { ...rest, state: 'held', code: 'REFUSED_BEFORE', article: '41', heldAt }
}

/** Whether the provider takes a record back: not passed after all, or no hours. */
const isTakenBack = ({ passed, tenths }: FeedRow): boolean => !passed || tenths === 0

/**
 * What another content under a known number means (Art. 41). Fewer hours, other days and what is taken back hold at once;
 * more hours, and another person's, are recognised by the desks like any others (Art. 38). Undefined: a rule refuses it,
 * and what was delivered before stands.
 */
const becomesOf = (before: FeedRow, judged: FeedRow): Becomes | undefined => {
  const { credited } = before
  const kept = credited === undefined ? {} : { credited }
  if (isTakenBack(judged)) {
    const { code: _, article: __, ...taken } = judged
    return {
      after: { ...taken, state: 'withdrawn', staffId: before.staffId, institutionId: before.institutionId },
      ...(credited === undefined ? {} : { ledger: null }),
    }
  }
  if (judged.state === 'refused') return undefined
  if (credited === undefined || judged.state === 'held') return { after: { ...judged, ...kept } }
  if (judged.staffId !== credited.staffId) return { after: judged, ledger: null }
  if (judged.tenths > credited.tenths) return { after: { ...judged, ...kept } }
  const after: FeedRow = {
    ...judged,
    state: 'recognised',
    day: before.day,
    route: before.route,
    credited: { ...credited, tenths: judged.tenths },
  }
  return { after, ledger: after }
}

/** The batch under which a correction is entered: that of the row, else of the day. */
const batchOf = ({ day, route }: FeedRow, on: JudgedOn): string =>
  day === undefined || route === undefined ? batchIdOf(on.today, on.provider.id) : batchIdOf(day, route)

/** A row that moves on together with the ledger that holds its hours. */
interface Move {
  readonly before: FeedRow
  readonly after: FeedRow
  /** What the ledger holds instead; `null`: nothing. */
  readonly ledger: FeedRow | null
  /** The row where an authority has corrected these hours since, or the ledger does not fit. */
  readonly otherwise: FeedRow
}

/** Writes a row's step and the correction of the ledger in one transaction, and tells whose ledger it is. */
const correctLedger = async (
  deps: OutcomeHost,
  { before, after, ledger, otherwise }: Move,
  entering: Entering,
  day: string,
): Promise<FeedRow> => {
  const staffId = before.credited?.staffId ?? ''
  const staff = await requireStaff(deps.table, staffId)
  const entry = correctionEntry(staff.entries, before, ledger, entering)
  const fits = entry !== 'by_desk' && isAssessable(staff, factsInForce([...staff.entries, entry]), day)
  if (!fits) {
    await write(deps.table, advanceRow(before, otherwise, true))
    return otherwise
  }
  const occasion = entry.source.replace('.', '-')
  await write(deps.table, [
    ...advanceRow(before, after, true),
    ...recordEntry(staff, entry),
    markUnsettled({ staffId, occasion, since: entering.at }),
  ])
  await deps.settle(staffId, occasion)
  await write(deps.table, [clearUnsettled({ staffId, occasion })])
  await tellPerson(deps, staffId, feedCorrectedLetter(before, ledger, deps.publicUrl), occasion)
  return after
}

const heldByDesk = (row: FeedRow, { credited }: FeedRow): FeedRow => ({
  ...row,
  ...{ state: 'held', code: 'CORRECTED_BY_DESK', article: '35', heldAt: REGION_DESK, credited },
})

/**
 * Takes a provider's correction of a row: the row, what it said before, and the ledger's correction in one transaction.
 * Answers the row as it is now; undefined where a rule refuses the correction.
 */
export const correctRow = async (
  deps: OutcomeHost,
  on: JudgedOn,
  before: FeedRow,
  delivered: FeedRow,
): Promise<FeedRow | undefined> => {
  const judged = barred(on, before, delivered)
  const becomes = becomesOf(before, judged)
  if (becomes === undefined) return undefined
  const { after, ledger } = becomes
  if (ledger === undefined || before.credited === undefined) {
    await write(deps.table, advanceRow(before, after, true))
    return after
  }
  const entering = { batchId: batchOf(before, on), at: on.at, by: `provider.${on.provider.id}` }
  return correctLedger(
    deps,
    { before, after, ledger, otherwise: heldByDesk(judged, before) },
    entering,
    on.today,
  )
}

/**
 * Takes the hours of a row out of the ledger of somebody whose they are not: a desk has released the row as another
 * person's, and its hours are about to be entered in theirs (Art. 35).
 */
export const takeOutElsewhere = async (
  deps: OutcomeHost,
  before: FeedRow,
  entering: Entering,
  day: string,
): Promise<void> => {
  const { credited: _, ...after } = before
  await correctLedger(
    deps,
    { before, after, ledger: null, otherwise: heldByDesk(before, before) },
    entering,
    day,
  )
}
