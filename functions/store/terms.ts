import * as z from 'zod'

/** The words that the table and the API share, free of any SDK. */

export const Subject = z.enum(['public', 'professional'])
export const Category = z.enum(['induction', 'in_service', 'transfer', 'special'])
export const Mode = z.enum(['online', 'offline'])

/** The desks of the routes, in the order in which a line may meet them. */
export const Stage = z.enum(['institution', 'department', 'authority'])
export type Stage = z.infer<typeof Stage>

export const LineStatus = z.enum(['in_review', 'approved', 'rejected', 'returned', 'withdrawn'])
export type LineStatus = z.infer<typeof LineStatus>

/** `on_hold`: a post change that waits for its training. */
export const RequestStatus = z.enum(['in_review', 'on_hold', 'returned', 'withdrawn', 'rejected', 'approved'])
export type RequestStatus = z.infer<typeof RequestStatus>

export const TaskStatus = z.enum(['open', 'decided', 'withdrawn'])

export const Decision = z.enum(['approve', 'return', 'reject'])
export type Decision = z.infer<typeof Decision>

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
