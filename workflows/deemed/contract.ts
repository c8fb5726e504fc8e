import * as z from 'zod'
import type { WorkflowContract } from '../contract.ts'
import { endings, humanStep, requestLine } from '../request-line.ts'

/** What an execution of `deemed` starts with. */
export const DeemedInput = z.object({
  ...requestLine,
  /** What completes the professional subject is recognised by the department; leave and discretion are the authority's. */
  recognisedBy: z.enum(['department', 'authority']),
})
export type DeemedInput = z.infer<typeof DeemedInput>

export const deemed = {
  name: 'deemed',
  steps: { ...humanStep, RecordDeemed: 'record-deemed' },
  errors: endings,
} as const satisfies WorkflowContract
