import * as z from 'zod'
import type { WorkflowContract } from '../contract.ts'
import { endings, humanStep, requestLine } from '../request-line.ts'

/** What an execution of `deemed` starts with. */
export const DeemedInput = z.object({
  ...requestLine,
  /**
   * Art. 38: the department recognises what completes the professional subject; leave and discretion, the
   * authority.
   */
  recognisedBy: z.enum(['department', 'authority']),
})
export type DeemedInput = z.infer<typeof DeemedInput>

export const deemed = {
  name: 'deemed',
  steps: { ...humanStep, RecordDeemed: 'record-deemed' },
  errors: endings,
} as const satisfies WorkflowContract
