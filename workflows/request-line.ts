import * as z from 'zod'

/**
 * What every execution for a request starts with: a line, its round, and the seconds that its first desk has.
 */
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

/** A line of a request in one of its rounds: the payload of `end-line`, and a part of every desk's. */
export const EndLine = z.object({ requestId: z.string(), round: z.number(), line: z.number() })
export type EndLine = z.infer<typeof EndLine>

/** The payload of `open-task`: the desk that the line has reached, and the execution's task token. */
export const OpenTask = EndLine.extend({
  stage: Stage,
  token: z.string(),
  /** The execution's name; machines of the version before do not say it. */
  execution: z.string().optional(),
})
export type OpenTask = z.infer<typeof OpenTask>

/** The payload of `remind-desk` and `escalate-desk`. */
export const LateTask = EndLine.extend({
  stage: Stage,
  /** How often this desk's time has passed in the execution: 1, 2, 3 … */
  waits: z.number().int().positive(),
})
export type LateTask = z.infer<typeof LateTask>

/** The answer of both: the seconds that the desk has from now. */
export const LateTold = z.object({ patienceSeconds: z.number().int().positive() })
export type LateTold = z.infer<typeof LateTold>

/** The payload of a step that judges one line or records its outcome. */
export const LineStep = z.object({ requestId: z.string(), line: z.number() })
export type LineStep = z.infer<typeof LineStep>

/** The answer to a token when a desk approves: the seconds that the next desk has. */
export const DeskApproved = z.object({ patienceSeconds: z.number().int().positive(), waits: z.literal(0) })
export type DeskApproved = z.infer<typeof DeskApproved>

/** Error names by which a desk or the submitter ends a line's way; the state machines catch them. */
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
 * ends in `-a2`, `-a3`; what begins anew because a desk took its decision back has `-t1`, `-t2` before that.
 */
export const executionName = ({
  requestId,
  round,
  line,
  hold = 0,
  takenBack = 0,
  again = 1,
}: {
  readonly requestId: string
  readonly round: number
  readonly line: number
  readonly hold?: number | undefined
  readonly takenBack?: number | undefined
  readonly again?: number | undefined
}): string =>
  [
    `${requestId}-${round}-${line}`,
    hold === 0 ? '' : `-h${hold}`,
    takenBack === 0 ? '' : `-t${takenBack}`,
    again === 1 ? '' : `-a${again}`,
  ].join('')

/** How often a decision on the line had been taken back when the execution of this name was started. */
export const takenBackIn = (execution: string | undefined): number =>
  Number(/-t(\d+)(?:-a\d+)?$/.exec(execution ?? '')?.[1] ?? 0)

/** The request of an execution's name; undefined where the name has another form. */
export const requestOf = (execution: string): string | undefined =>
  /^(.+?)-\d+-\d+(?:-[a-z]\d+)*$/.exec(execution)?.[1]
