import { addMonths, type CalendarDate } from './calendar.ts'
import type { Credit } from './credit.ts'
import type { Edition } from './edition.ts'
import type { Facts, PostChange } from './facts.ts'
import { type Progress, progressOf } from './requirement.ts'

export interface TransferAssessment extends Progress {
  readonly change: PostChange
  readonly status: 'met' | 'open' | 'overdue' | 'after_limit'
  readonly dueOn: CalendarDate
}

const statusOf = (
  completedOn: CalendarDate | null,
  dueOn: CalendarDate,
  asOf: CalendarDate,
): TransferAssessment['status'] => {
  if (completedOn === null) return asOf <= dueOn ? 'open' : 'overdue'
  return completedOn <= dueOn ? 'met' : 'after_limit'
}

/** The last day of the training for a post change (Art. 21). */
export const transferDueOn = ({ effectiveOn }: PostChange, { transfer }: Edition): CalendarDate =>
  addMonths(effectiveOn, transfer.dueMonths)

/** The training for one post change (Art. 21): 40 hours or 5 days, before the change or within 3 months after it. */
const assessTransfer = (
  change: PostChange,
  credits: readonly Credit[],
  asOf: CalendarDate,
  edition: Edition,
): TransferAssessment => {
  const serving: Credit[] = []
  for (const credit of credits)
    if (credit.category === 'transfer' && credit.forChange === change.id) serving.push(credit)
  const { tenths, halfDays, missingTenths, completedOn } = progressOf(serving, edition.transfer)
  const dueOn = transferDueOn(change, edition)
  const status = statusOf(completedOn, dueOn, asOf)
  return { change, status, dueOn, tenths, halfDays, missingTenths, completedOn }
}

const NONE: readonly TransferAssessment[] = []

/** One row for every post change, in the order of the facts; those before the rules came into force are not judged (Art. 49). */
export const assessTransfers = (
  facts: Facts,
  credits: readonly Credit[],
  edition: Edition,
): readonly TransferAssessment[] =>
  facts.person.postChanges.length === 0
    ? NONE
    : facts.person.postChanges
        .filter(({ effectiveOn }) => effectiveOn >= edition.inForceFrom)
        .map((change) => assessTransfer(change, credits, facts.asOf, edition))
