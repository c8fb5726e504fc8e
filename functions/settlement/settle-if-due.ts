import type { Clock } from '../platform/clock.ts'
import type { StaffId } from '../platform/ids.ts'
import { type Table, write } from '../platform/table.ts'
import type { Workflows } from '../platform/workflows.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { clearUnsettled, unsettledActs } from '../staff/unsettled.ts'
import { findDue } from './find-due.ts'

interface Deps {
  readonly table: Table
  readonly workflows: Workflows
  readonly clock: Clock
}

/**
 * Starts `settle` for a person whose certificates or results differ from what the rules say now. Every act
 * that changes a ledger calls it. `occasion` names the act, so that a repeat starts no second execution:
 * letters, digits and hyphens of ids, no personal data. `known` is the person's record, where the act has
 * just written it.
 */
export const settleIfDue = async (
  deps: Deps,
  staffId: StaffId,
  occasion: string,
  known?: StaffRecord,
): Promise<void> => {
  const due = await findDue(deps)(staffId, known)
  if (due.action !== 'none') await deps.workflows.start('settle', occasion, { staffId })
}

/** Settles a person after an act that marked them as unsettled, then removes the mark. */
export const settleMarked = async (deps: Deps, staffId: StaffId, occasion: string): Promise<void> => {
  await settleIfDue(deps, staffId, occasion)
  await write(deps.table, [clearUnsettled({ staffId, occasion })])
}

/**
 * For the reconciler: settles the persons whose mark is older than `grace` (milliseconds), which a crash
 * left. Answers how many.
 */
export const resumeSettlements = async (deps: Deps, grace: number): Promise<number> => {
  const { items } = await unsettledActs(deps.table, { limit: 100 })
  const waiting = items.filter(({ since }) => Date.parse(since) + grace <= deps.clock.now())
  for (const { staffId, occasion } of waiting) await settleMarked(deps, staffId, occasion)
  return waiting.length
}
