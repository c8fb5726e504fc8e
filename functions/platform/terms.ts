import * as z from 'zod'

/** The words that the table and the API share, free of any SDK. */

/** The desks: a word of the workflows too, which may not look up to the table. */
export { Stage } from '../../workflows/request-line.ts'

export const Subject = z.enum(['public', 'professional'])
export type Subject = z.infer<typeof Subject>
export const Category = z.enum(['induction', 'in_service', 'transfer', 'special'])
export const Mode = z.enum(['online', 'offline'])

/** What people ask for; each has its own way through the desks. */
export const RequestType = z.enum([
  'recognition',
  'make_up_delay',
  'post_change',
  'deemed',
  'class_roster',
  'record_change',
  'justified_reason',
  'objection',
  'feed_batch',
  'programme_filing',
])
export type RequestType = z.infer<typeof RequestType>

/** What completes a year, or a subject of it, without hours (Art. 39(2)–(6)). */
export const DeemedKind = z.enum([
  'research_project',
  'degree_course',
  'qualification_exam',
  'skill_grade_exam',
  'entrepreneurship_leave',
  'discretionary',
])
export type DeemedKind = z.infer<typeof DeemedKind>

/** What a discretionary recognition grants (Art. 39(6)): the whole year, or hours. */
export const Scope = z.union([
  z.literal('all'),
  z.object({ public: z.number().nonnegative(), professional: z.number().nonnegative() }),
])
export type Scope = z.infer<typeof Scope>

/** What of a person's record exempts them or bends a date: it takes two (Art. 4, 9, 12, 18, 35). */
export const RecordFact = z.enum([
  'leader',
  'talent',
  'register',
  'quota',
  'hiredOn',
  'term',
  'post',
  'leave',
])
export type RecordFact = z.infer<typeof RecordFact>

export const PostChangeKind = z.enum(['post_type', 'duties'])
export const PostType = z.enum(['management', 'professional', 'worker'])
export type PostType = z.infer<typeof PostType>

/** Desks of the routes, and the roles without a desk. */
export const Role = z.enum(['institution', 'department', 'authority', 'auditor', 'operator'])
export type Role = z.infer<typeof Role>

/** What another system may call for: a scope is given by the identity provider and by the region's entry, both. */
export const MachineScope = z.enum(['eligibility'])
export type MachineScope = z.infer<typeof MachineScope>

export const OrganisationKind = z.enum(['authority', 'department', 'institution'])
export type OrganisationKind = z.infer<typeof OrganisationKind>
export const Level = z.enum(['region', 'city', 'county'])
export type Level = z.infer<typeof Level>

/** Whose staff a body's register holds: an institution's, or the workers of an organ, who follow the same rules (Art. 47). */
export const Population = z.enum(['institution', 'organ_worker'])
export type Population = z.infer<typeof Population>

export const LeaveKind = z.enum(['sick', 'maternity', 'entrepreneurship'])
export type LeaveKind = z.infer<typeof LeaveKind>

/** What happens to online training whose provider is not listed (Art. 41): the desks are told, or it is refused. */
export const ProviderCheck = z.enum(['advise', 'refuse'])

export const LineStatus = z.enum(['in_review', 'approved', 'rejected', 'returned', 'withdrawn'])
export type LineStatus = z.infer<typeof LineStatus>

/** `on_hold`: a post change that waits for its training. */
export const RequestStatus = z.enum(['in_review', 'on_hold', 'returned', 'withdrawn', 'rejected', 'approved'])
export type RequestStatus = z.infer<typeof RequestStatus>

/**
 * `passed`: nobody may act at the desk, and the next one decides what it would have looked at. `taken_back`: the desk
 * before took its decision back, and the task waits until that desk has decided again.
 */
export const TaskStatus = z.enum(['open', 'decided', 'withdrawn', 'passed', 'taken_back'])

/** Why nobody may act at a desk: nobody sits there, or all who do are parties or have acted on the line (Art. 38). */
export const WhyNobody = z.enum(['nobody_sits', 'all_involved'])
export type WhyNobody = z.infer<typeof WhyNobody>
/** Why another desk acts than that of the route. */
export const WhyActing = z.enum(['nobody_sits', 'all_involved', 'late'])

export const Decision = z.enum(['approve', 'return', 'reject'])
export type Decision = z.infer<typeof Decision>

export const ActivityKind = z.enum(['practice', 'conference', 'lecture', 'visit'])

/** Art. 37: an activity by its kind and quantity, days or sessions; its hours follow from the table in force. */
export const Activity = z.object({ kind: ActivityKind, quantity: z.number().positive() })
export type Activity = z.infer<typeof Activity>

/** Whether a line is an activity of Art. 37; the first ones stated nothing more than that. */
export const isActivity = (activity: Activity | boolean | undefined): boolean =>
  activity !== undefined && activity !== false

/** On which of the grounds of Article 39(6) a year is to be recognised at discretion. */
export const DiscretionGround = z.enum([
  'retirement',
  'sick_leave',
  'maternity_leave',
  'disability',
  'other_cause',
])
export type DiscretionGround = z.infer<typeof DiscretionGround>

/** What a training is, as a line claims it and the ledger holds it. */
export const training = {
  subject: Subject,
  category: Category,
  mode: Mode,
  from: z.string(),
  to: z.string(),
  halfDays: z.number().int().optional(),
  hours: z.number().optional(),
  fullTime: z.boolean().optional(),
  passed: z.boolean().optional(),
  forChange: z.string().optional(),
  makeUpFor: z.number().int().optional(),
}
