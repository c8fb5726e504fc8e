import * as z from 'zod'
import type { WorkflowContract } from '../contract.ts'
import { endings, humanStep, requestLine } from '../request-line.ts'

/** What an execution of `post-change` starts with. */
export const PostChangeInput = z.object(requestLine)
export type PostChangeInput = z.infer<typeof PostChangeInput>

/** How the transfer training stands when the filing looks at it (Art. 21, 45). */
export const TransferStanding = z.object({
  training: z.enum(['complete', 'awaited', 'missing']),
  /** For executions of the version before, which wait themselves: seconds until they ask again. */
  secondsLeft: z.number().int().positive(),
  /** Seconds that the authority has, if the filing goes to it now. */
  patienceSeconds: z.number().int().positive(),
  waits: z.literal(0),
})
export type TransferStanding = z.infer<typeof TransferStanding>

/**
 * The payload of `hold-change`. `token`: of an execution of the version before, which waits for the training
 * itself.
 */
export const HoldChange = z.object({ requestId: z.string(), token: z.string().optional() })
export type HoldChange = z.infer<typeof HoldChange>

export const postChange = {
  name: 'post-change',
  steps: {
    ...humanStep,
    JudgeChange: 'judge-change',
    HoldChange: 'hold-change',
    RecordChange: 'record-change',
    RefuseChange: 'refuse-change',
  },
  errors: endings,
} as const satisfies WorkflowContract
