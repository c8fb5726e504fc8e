import * as z from 'zod'

/** What every execution for a request carries: which line of it, in which round, and the time of its first desk. */
export const requestLine = {
  requestId: z.string(),
  round: z.number().int(),
  line: z.number().int(),
  patienceSeconds: z.number().int().positive(),
  waits: z.literal(0),
}

/** What a desk's task is answered with when it approves: the time that the next desk has. */
export const DeskApproved = z.object({ patienceSeconds: z.number().int().positive(), waits: z.literal(0) })
export type DeskApproved = z.infer<typeof DeskApproved>

/** How desks, and submitters, end a way before its end: the machines catch these by name. */
export const endings = ['Returned', 'Rejected', 'Withdrawn'] as const

/** The functions of the human step, the same in every workflow. */
export const humanStep = {
  OpenTask: 'open-task',
  RemindDesk: 'remind-desk',
  EscalateDesk: 'escalate-desk',
  EndLine: 'end-line',
} as const

/** An execution is named after what it carries, so that a second start does nothing. */
export const executionName = ({
  requestId,
  round,
  line,
}: {
  readonly requestId: string
  readonly round: number
  readonly line: number
}): string => `${requestId}-${round}-${line}`

/** The request that an execution of such a name works for; undefined where the name is not made so. */
export const requestOf = (execution: string): string | undefined => /^(.+)-\d+-\d+$/.exec(execution)?.[1]
