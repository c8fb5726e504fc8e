import * as z from 'zod'
import type { WorkflowContract } from '../contract.ts'
import { endings, humanStep, requestLine } from '../request-line.ts'

/** What an execution of `recognition` starts with: ids, its route, and the time that its first desk has. */
export const RecognitionInput = z.object({
  ...requestLine,
  /** The desk that recognises first, once the institution has confirmed (Art. 38). */
  recognisedBy: z.enum(['department', 'authority']),
})
export type RecognitionInput = z.infer<typeof RecognitionInput>

export const recognition = {
  name: 'recognition',
  steps: { ...humanStep, CreditLine: 'credit-line' },
  errors: endings,
} as const satisfies WorkflowContract
