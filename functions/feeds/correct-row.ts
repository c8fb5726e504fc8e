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
import { correctionEntry } from './ledger-of-row.ts'

/** What a correction makes of a row, and what of the ledger that holds its hours, if one does. */
interface Becomes {
  readonly after: FeedRow
  /** `null`: void; undefined: the ledger is not touched. */
  readonly ledger?: FeedRow | null
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

/**
 * Takes a provider's correction of a row: the row, what it said before, and the ledger's correction in one transaction.
 * Answers the row as it is now; undefined where a rule refuses the correction.
 */
export const correctRow = async (
  deps: OutcomeHost,
  on: JudgedOn,
  before: FeedRow,
  judged: FeedRow,
): Promise<FeedRow | undefined> => {
  const becomes = becomesOf(before, judged)
  if (becomes === undefined) return undefined
  const { after, ledger } = becomes
  const { credited } = before
  if (ledger === undefined || credited === undefined) {
    await write(deps.table, advanceRow(before, after, true))
    return after
  }
  const staff = await requireStaff(deps.table, credited.staffId)
  const entering = { batchId: batchOf(before, on), at: on.at, by: `provider.${on.provider.id}` }
  const entry = correctionEntry(staff.entries, before, ledger, entering)
  const fits = entry !== 'by_desk' && isAssessable(staff, factsInForce([...staff.entries, entry]), on.today)
  if (!fits) {
    const held: FeedRow = {
      ...judged,
      state: 'held',
      code: 'CORRECTED_BY_DESK',
      article: '35',
      heldAt: REGION_DESK,
      credited,
    }
    await write(deps.table, advanceRow(before, held, true))
    return held
  }
  const { staffId } = credited
  const occasion = entry.source.replace('.', '-')
  await write(deps.table, [
    ...advanceRow(before, after, true),
    ...recordEntry(staff, entry),
    markUnsettled({ staffId, occasion, since: on.at }),
  ])
  await deps.settle(staffId, occasion)
  await write(deps.table, [clearUnsettled({ staffId, occasion })])
  await tellPerson(deps, staffId, feedCorrectedLetter(before, ledger, deps.publicUrl), occasion)
  return after
}
