import { call, handedOn, retryUnless, startedWith, stepOf } from './call.ts'
import type { Catcher, Choice, Expression, Task, Template } from './definition.ts'
import { endings, type Stage } from './request-line.ts'

/**
 * The human step, the same in every workflow: a desk is given a task and a time. It approves, and the line goes
 * on; it returns or refuses, or the submitter withdraws, and the person is told; it lets its time pass, is
 * reminded, and the next time its head is asked to step in, for as long as it takes (Art. 35, 38). What a desk is
 * handed is the seconds it has (`patienceSeconds`), and how often it was waited for in vain (`waits`).
 */

/** The longest that an execution for a request may live, in seconds: some days less than the year that AWS gives it. */
export const REQUEST_SECONDS = 30_000_000

const TOLD = 'Tell the person how it ended'
const LATE = 'Has the desk been reminded'
const REMIND = 'Remind the desk'
const ESCALATE = "Escalate to the desk's head"

interface Wait<To extends string> {
  readonly comment: string
  /** The placeholder of the function that takes the token. */
  readonly to: string
  /** What it is told, besides the token. */
  readonly payload: Readonly<Record<string, string>>
  readonly seconds: Expression
  /** What happens when nobody has answered in that time. */
  readonly late: Omit<Catcher<To>, 'ErrorEquals'>
  readonly next: To
}

/**
 * Waits until somebody answers the token: goes on, or tells the person that it ended (`Returned`, `Rejected`,
 * `Withdrawn`), or is late. None of these is a fault, so none is retried.
 */
export const waitForAnswer = <const To extends string>({
  comment,
  to,
  payload,
  seconds,
  late,
  next,
}: Wait<To>): Task<To | typeof TOLD> => ({
  Comment: comment,
  Type: 'Task',
  Resource: 'arn:${Partition}:states:::lambda:invoke.waitForTaskToken',
  TimeoutSeconds: seconds,
  Arguments: {
    FunctionName: `\${${to}}`,
    Payload: { step: stepOf(to), ...payload, token: '{% $states.context.Task.Token %}' },
  },
  Retry: retryUnless(...endings, 'States.Timeout'),
  Catch: [
    { ErrorEquals: endings, Next: TOLD },
    { ErrorEquals: ['States.Timeout'], ...late },
  ],
  Next: next,
})

const line = startedWith('requestId', 'round', 'line')

interface Desk<To extends string> {
  /** Whose desk it is by which article. */
  readonly comment: string
  readonly stage: Stage
  /** Where the line goes when the desk approves. */
  readonly next: To
}

/** A desk has the task: the token stays on the server, and whoever may act there gets a link by mail (Art. 38). */
export const desk = <const To extends string>({
  comment,
  stage,
  next,
}: Desk<To>): Task<To | typeof TOLD | typeof LATE> =>
  waitForAnswer<To | typeof LATE>({
    comment,
    to: 'OpenTask',
    payload: { ...line, stage },
    seconds: '{% $states.input.patienceSeconds %}',
    late: { Output: { stage, waits: '{% $states.input.waits + 1 %}' }, Next: LATE },
    next,
  })

const again: Template = {
  ...handedOn('stage', 'waits'),
  patienceSeconds: '{% $states.result.Payload.patienceSeconds %}',
}

/** What happens to a desk that lets its time pass; it has the task again at `back`, with a new due date. */
export const lateness = <const To extends string>(back: To) => ({
  [LATE]: {
    Comment:
      "A desk's delay never costs the person anything: it is reminded once, then its head is asked to step in",
    Type: 'Choice',
    Choices: [{ Condition: '{% $states.input.waits = 1 %}', Next: REMIND }],
    Default: ESCALATE,
  } satisfies Choice<typeof REMIND | typeof ESCALATE>,
  [REMIND]: call({
    comment: 'The due date has passed for the first time',
    to: 'RemindDesk',
    payload: { ...line, ...handedOn('stage', 'waits') },
    output: again,
    next: back,
  }),
  [ESCALATE]: call({
    comment: 'The due date has passed again; the higher authority sees it too (Art. 35)',
    to: 'EscalateDesk',
    payload: { ...line, ...handedOn('stage', 'waits') },
    output: again,
    next: back,
  }),
})

/** From lateness to the state of the desk that was late; `last` is that of the only stage that is not named. */
export const backToTheDesk = <const To extends string>(
  desks: readonly { readonly stage: Stage; readonly state: To }[],
  last: To,
): Choice<To> => ({
  Type: 'Choice',
  Choices: desks.map(({ stage, state }) => ({
    Condition: `{% $states.input.stage = '${stage}' %}`,
    Next: state,
  })),
  Default: last,
})

/** How a line ends that nobody approves. */
export const ending = {
  [TOLD]: call({
    comment: 'A return says what to correct, a refusal says why; a withdrawal needs no word',
    to: 'EndLine',
    payload: line,
  }),
}
