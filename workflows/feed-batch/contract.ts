import * as z from 'zod'
import type { WorkflowContract } from '../contract.ts'
import { endings, humanStep, requestLine } from '../request-line.ts'

/** What an execution of `feed-batch` starts with: ids, and the desk that recognises first. */
export const FeedBatchInput = z.object({
  ...requestLine,
  /** `nobody`: the region has said that this provider's hours are recognised at once (Art. 38, 41). */
  recognisedBy: z.enum(['department', 'authority', 'nobody']),
})
export type FeedBatchInput = z.infer<typeof FeedBatchInput>

/** The payload of `credit-part`: the part of the batch whose rows are entered now, from 1. */
export const CreditPart = z.object({
  requestId: z.string(),
  line: z.number(),
  part: z.number().int().positive(),
})
export type CreditPart = z.infer<typeof CreditPart>

/** Its answer: the next part, until all are entered. */
export const PartCredited = z.object({ part: z.number().int().positive(), finished: z.boolean() })
export type PartCredited = z.infer<typeof PartCredited>

export const feedBatch = {
  name: 'feed-batch',
  steps: { ...humanStep, CreditPart: 'credit-part' },
  errors: endings,
} as const satisfies WorkflowContract
