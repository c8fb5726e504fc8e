import { inspectionTerms } from '../../rules/inspections.ts'
import { addWorkingDays } from '../platform/working-days.ts'
import { isAsked, type Matter } from './inspection.ts'

/**
 * Hours that were suspended and count again, by the authority or by an objection that was upheld, are not suspended by
 * the notice of before: whoever still has to answer has the time of a new demand, and another notice after it (Art. 35).
 */
export const askedAnew = (matter: Matter, day: string): Matter => {
  if (!isAsked(matter)) return matter
  const { noticeUntil: _, ...rest } = matter
  const until = addWorkingDays(day, inspectionTerms.proofWorkingDays)
  return { ...rest, dueOn: until > rest.dueOn ? until : rest.dueOn }
}
