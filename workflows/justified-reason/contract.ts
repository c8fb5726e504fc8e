import * as z from 'zod'
import type { WorkflowContract } from '../contract.ts'
import { endings, humanStep, requestLine } from '../request-line.ts'

/** What an execution of `justified-reason` starts with. */
export const JustifiedReasonInput = z.object({
  ...requestLine,
  /** Whether the institution is heard: who files for it has said its word already. */
  opinion: z.boolean(),
  /** One finding suffices: of the department or, where there is none, of the authority (Art. 7). */
  decidedBy: z.enum(['department', 'authority']),
})
export type JustifiedReasonInput = z.infer<typeof JustifiedReasonInput>

export const justifiedReason = {
  name: 'justified-reason',
  steps: { ...humanStep, RecordJustified: 'record-justified' },
  errors: endings,
} as const satisfies WorkflowContract
