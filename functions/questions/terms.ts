import * as z from 'zod'

/** The words of questions (Art. 8, 48) that table, API and pages share. */

/** `referred`: it is about a single case, and belongs to that request. */
export const QuestionStatus = z.enum(['received', 'answered', 'referred'])
export type QuestionStatus = z.infer<typeof QuestionStatus>

export const QuestionAct = z.enum([
  'ask',
  'answer',
  'refer',
  'pass_on',
  'publish',
  'retract',
  'overdue',
  'take_over',
])
export type QuestionAct = z.infer<typeof QuestionAct>
