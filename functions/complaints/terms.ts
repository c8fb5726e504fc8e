import * as z from 'zod'

/** The words of complaints (Art. 36) that table, API and pages share. */

/** How it came in: by the public page, or entered by a desk. */
export const ComplaintChannel = z.enum(['web', 'telephone', 'letter'])
export type ComplaintChannel = z.infer<typeof ComplaintChannel>

/** `passed_on`: to a body that is not on the platform, and over here. */
export const ComplaintStatus = z.enum(['received', 'inquiry', 'found', 'closed', 'passed_on'])
export type ComplaintStatus = z.infer<typeof ComplaintStatus>

export const Finding = z.enum(['found', 'partly', 'not_found'])
export type Finding = z.infer<typeof Finding>

/** What was done about what was found, by acts of their own; nothing follows by itself. */
export const MeasureKind = z.enum([
  'suspend_hours',
  'revoke_certificate',
  'remove_provider',
  'remove_lecturer',
  'discipline',
  'other',
])
export type MeasureKind = z.infer<typeof MeasureKind>

/** Files that one complaint may have. */
export const MOST_FILES = 10

export const ComplaintAct = z.enum([
  'file',
  'reply',
  'attach',
  'accept',
  'assign',
  'pass_on',
  'note',
  'ask_papers',
  'message',
  'concern',
  'extend',
  'find',
  'measure',
  'tell_body',
  'report',
  'overdue',
  'take_over',
  'move',
])
export type ComplaintAct = z.infer<typeof ComplaintAct>
