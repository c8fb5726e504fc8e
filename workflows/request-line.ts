import * as z from 'zod'

/** What every execution for a request carries: which line of it, in which round, and the time of its first desk. */
export const requestLine = {
  requestId: z.string(),
  round: z.number().int(),
  line: z.number().int(),
  patienceSeconds: z.number().int().positive(),
  waits: z.literal(0),
}

/** The desks of the routes, in the order in which a line may meet them. */
export const Stage = z.enum(['institution', 'department', 'authority'])
export type Stage = z.infer<typeof Stage>

/** One line of a request, in one of its rounds: what `end-line` is told, and every desk's step with it. */
export const EndLine = z.object({ requestId: z.string(), round: z.number(), line: z.number() })
export type EndLine = z.infer<typeof EndLine>

/** What `open-task` is told: the desk that the line has reached, and where the execution waits for its answer. */
export const OpenTask = EndLine.extend({ stage: Stage, token: z.string() })
export type OpenTask = z.infer<typeof OpenTask>

/** What `remind-desk` and `escalate-desk` are told. */
export const LateTask = EndLine.extend({
  stage: Stage,
  /** How often this execution has waited for the desk in vain: 1, 2, 3 … */
  waits: z.number().int().positive(),
})
export type LateTask = z.infer<typeof LateTask>

/** What they answer: the time that the desk is given anew. */
export const LateTold = z.object({ patienceSeconds: z.number().int().positive() })
export type LateTold = z.infer<typeof LateTold>

/** What a step is told that judges one line, or enters what became of it. */
export const LineStep = z.object({ requestId: z.string(), line: z.number() })
export type LineStep = z.infer<typeof LineStep>

/** What a desk's task is answered with when it approves: the time that the next desk has. */
export const DeskApproved = z.object({ patienceSeconds: z.number().int().positive(), waits: z.literal(0) })
export type DeskApproved = z.infer<typeof DeskApproved>

/** How desks, and submitters, end a way before its end: the machines catch these by name. */
export const endings = ['Returned', 'Rejected', 'Withdrawn'] as const

/** The steps of the human step, the same in every workflow. */
export const humanStep = {
  OpenTask: 'open-task',
  RemindDesk: 'remind-desk',
  EscalateDesk: 'escalate-desk',
  EndLine: 'end-line',
} as const

/**
 * An execution is named after what it carries, so that a second start does nothing. What goes on after a hold is an
 * execution of its own: `-h1` after the first one. What is started again, because the one before was lost or failed,
 * ends in `-a2`, `-a3`.
 */
export const executionName = ({
  requestId,
  round,
  line,
  hold = 0,
  again = 1,
}: {
  readonly requestId: string
  readonly round: number
  readonly line: number
  readonly hold?: number | undefined
  readonly again?: number | undefined
}): string =>
  `${requestId}-${round}-${line}${hold === 0 ? '' : `-h${hold}`}${again === 1 ? '' : `-a${again}`}`

/** The request that an execution of such a name works for; undefined where the name is not made so. */
export const requestOf = (execution: string): string | undefined =>
  /^(.+?)-\d+-\d+(?:-[a-z]\d+)*$/.exec(execution)?.[1]
