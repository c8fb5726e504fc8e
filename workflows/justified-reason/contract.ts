import * as z from 'zod'
import type { WorkflowContract } from '../contract.ts'
import { endings, humanStep, requestLine } from '../request-line.ts'

/** What an execution of `justified-reason` starts with. */
export const JustifiedReasonInput = z.object({
  ...requestLine,
  /** Whether the institution gives an opinion; false where it filed the request itself. */
  opinion: z.boolean(),
  /** Whose one finding decides: the department's or, where there is none, the authority's (Art. 7). */
  decidedBy: z.enum(['department', 'authority']),
})
export type JustifiedReasonInput = z.infer<typeof JustifiedReasonInput>

export const justifiedReason = {
  name: 'justified-reason',
  steps: { ...humanStep, RecordJustified: 'record-justified' },
  errors: endings,
} as const satisfies WorkflowContract
