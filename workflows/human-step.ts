import { call, handedOn, retryUnless, startedWith, stepOf } from './call.ts'
import type { Catcher, Choice, Expression, Task, Template } from './definition.ts'
import { endings, type Stage } from './request-line.ts'

/**
 * The human step, the same in every workflow. A desk gets a task and a time. When it approves, the line goes
 * on; when it returns or refuses, or the submitter withdraws, the person is told. When its time passes, it is
 * reminded, and each later time its head is asked to step in (Art. 35, 38). A desk's state is handed the
 * seconds that it has (`patienceSeconds`) and how often its time has passed (`waits`).
 */

/** The longest that an execution for a request may live, in seconds: some days less than AWS's one year. */
export const REQUEST_SECONDS = 30_000_000

const TOLD = 'Tell the person how it ended'
const LATE = 'Has the desk been reminded'
const REMIND = 'Remind the desk'
const ESCALATE = "Escalate to the desk's head"

interface Wait<To extends string> {
  readonly comment: string
  /** The placeholder of the step that stores the token. */
  readonly to: string
  /** The step's payload, besides the token. */
  readonly payload: Readonly<Record<string, string>>
  readonly seconds: Expression
  /** Where the state goes when nobody has answered in time. */
  readonly late: Omit<Catcher<To>, 'ErrorEquals'>
  readonly next: To
}

/**
 * Waits until a desk's act answers the token. Then it goes on, or to the end by `Returned`, `Rejected` or
 * `Withdrawn`, or to `late` after a timeout. None of these is retried.
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
    Payload: {
      step: stepOf(to),
      ...payload,
      token: '{% $states.context.Task.Token %}',
      execution: '{% $states.context.Execution.Name %}',
    },
  },
  Retry: retryUnless(...endings, 'States.Timeout'),
  Catch: [
    { ErrorEquals: endings, Next: TOLD },
    { ErrorEquals: ['States.Timeout'], ...late },
  ],
  Next: next,
})

interface StageWait<To extends string> {
  readonly comment: string
  /** The placeholder of the step that stores the token. */
  readonly to: string
  /** The field of the execution's input that names the matter. */
  readonly of: string
  readonly stage: string
  /** The state after its time has passed; it is handed the stage. */
  readonly late: To
  /** The state that asks the table where the matter stands. */
  readonly next: To
}

/**
 * Waits at a stage of a matter whose state the table holds (a complaint, an inspection): until an act answers the token,
 * or its time, `patienceSeconds`, has passed.
 */
export const waitAtStage = <const To extends string>({
  comment,
  to,
  of,
  stage,
  late,
  next,
}: StageWait<To>): Task<To> => ({
  Comment: comment,
  Type: 'Task',
  Resource: 'arn:${Partition}:states:::lambda:invoke.waitForTaskToken',
  TimeoutSeconds: '{% $states.input.patienceSeconds %}',
  Arguments: {
    FunctionName: `\${${to}}`,
    Payload: {
      step: stepOf(to),
      ...startedWith(of),
      stage,
      token: '{% $states.context.Task.Token %}',
      execution: '{% $states.context.Execution.Name %}',
    },
  },
  Retry: retryUnless('States.Timeout'),
  Catch: [{ ErrorEquals: ['States.Timeout'], Output: { stage }, Next: late }],
  Next: next,
})

const line = startedWith('requestId', 'round', 'line')

interface Desk<To extends string> {
  /** The article by which the desk decides. */
  readonly comment: string
  readonly stage: Stage
  /** Where the line goes when the desk approves. */
  readonly next: To
}

/**
 * Gives a desk its task: the token stays on the server, and those who may decide get a link by mail (Art.
 * 38).
 */
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

/**
 * The states after a desk's time has passed; each leads back to the desk's state `back` with a new due date.
 */
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

/**
 * A choice that leads from lateness back to the late desk's state; `last`: of the stage that `desks` leaves
 * out.
 */
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

/** The state that ends a line which no desk approved. */
export const ending = {
  [TOLD]: call({
    comment: 'A return says what to correct, a refusal says why; a withdrawal needs no word',
    to: 'EndLine',
    payload: line,
  }),
}
