import * as z from 'zod'
import type { WorkflowContract } from '../contract.ts'
import { endings, humanStep, requestLine } from '../request-line.ts'

/** What an execution of `make-up-delay` starts with. */
export const MakeUpDelayInput = z.object({
  ...requestLine,
  /** Whose one approval decides: the department's or, where there is none, the authority's (Art. 32). */
  decidedBy: z.enum(['department', 'authority']),
})
export type MakeUpDelayInput = z.infer<typeof MakeUpDelayInput>

export const makeUpDelay = {
  name: 'make-up-delay',
  steps: { ...humanStep, RecordDelay: 'record-delay' },
  errors: endings,
} as const satisfies WorkflowContract
