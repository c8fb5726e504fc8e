import * as z from 'zod'
import type { WorkflowContract } from '../contract.ts'

/** What an execution of `recognition` starts with: ids, its route, and the time that its first desk has. */
export const RecognitionInput = z.object({
  requestId: z.string(),
  round: z.number().int(),
  line: z.number().int(),
  /** The desk that recognises first, once the institution has confirmed (Art. 38). */
  recognisedBy: z.enum(['department', 'authority']),
  patienceSeconds: z.number().int().positive(),
  waits: z.literal(0),
})
export type RecognitionInput = z.infer<typeof RecognitionInput>

/** What a desk's task is answered with when it approves: the time that the next desk has. */
export const DeskApproved = z.object({ patienceSeconds: z.number().int().positive(), waits: z.literal(0) })
export type DeskApproved = z.infer<typeof DeskApproved>

/** An execution is named after what it carries, so that a second start does nothing. */
export const recognitionName = ({
  requestId,
  round,
  line,
}: Pick<RecognitionInput, 'requestId' | 'round' | 'line'>): string => `${requestId}-${round}-${line}`

export const recognition = {
  name: 'recognition',
  functions: {
    OpenTask: 'open-task',
    CreditLine: 'credit-line',
    RemindDesk: 'remind-desk',
    EscalateDesk: 'escalate-desk',
    EndLine: 'end-line',
  },
  errors: ['Returned', 'Rejected', 'Withdrawn'],
} as const satisfies WorkflowContract
