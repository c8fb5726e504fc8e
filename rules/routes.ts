import type { DeemedKind, Subject } from './edition.ts'
import { edition2024 } from './edition.ts'

/** Who decides after the institution has registered: the competent department, or the personnel authority. */
export type Desk = 'department' | 'authority'

/** The desks in the order in which they decide; there is always one. */
export type Route = readonly [Desk, ...Desk[]]

const AUTHORITY: Route = ['authority']
const DEPARTMENT: Route = ['department']
const DEPARTMENT_THEN_AUTHORITY: Route = ['department', 'authority']

/**
 * The route of a line of a claim (Art. 37, 38): the public subject and the activities of Art. 37 go to the
 * personnel authority; the professional subject is recognised by the competent department, then verified by the
 * authority. Where an institution has no department over it, its authority does both in one step.
 */
export const desksFor = (line: { subject: Subject; activity: boolean; hasDepartment: boolean }): Route =>
  line.subject === 'public' || line.activity || !line.hasDepartment ? AUTHORITY : DEPARTMENT_THEN_AUTHORITY

/**
 * The article by which a desk acts on a line of a claim: the institution registers (34), the authority recognises
 * activities (37), department and authority recognise and verify all else (38).
 */
export const articleAt = (desk: Desk | 'institution', { activity }: { activity: boolean }): string => {
  if (desk === 'institution') return '34'
  return activity ? '37' : '38'
}

/** A make-up delay needs one approval, of the department or the authority (Art. 32). */
export const desksForDelay = ({ hasDepartment }: { hasDepartment: boolean }): Route =>
  hasDepartment ? DEPARTMENT : AUTHORITY

/** What completes the professional subject takes its route (Art. 38); leave and discretion are the authority's. */
export const desksForDeemed = (claim: { kind: DeemedKind; hasDepartment: boolean }): Route =>
  desksFor({
    subject: edition2024.deemed[claim.kind].completes === 'professional' ? 'professional' : 'public',
    activity: false,
    hasDepartment: claim.hasDepartment,
  })
