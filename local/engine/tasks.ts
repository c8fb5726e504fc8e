import { randomUUID } from 'node:crypto'
import { awaitedBy, type Launched } from './execution.ts'
import type { Template } from './expressions.ts'
import type { Json } from './json.ts'
import type { TaskState } from './machine.ts'
import { record, scopeOf, serialise, text, wholeNumber } from './scope.ts'
import { StateFailureError } from './state-failure.ts'
import type { Transition } from './transition.ts'

/** The result of a call, or the answer to a token. */
export type Outcome =
  | { readonly ok: true; readonly output: Json }
  | { readonly ok: false; readonly error: string | undefined; readonly cause: string | undefined }

/** How an execution ended that a task or distributed Map waits for, in the shape of DescribeExecution. */
export interface Ended {
  readonly execution: number
  readonly outcome: Outcome
  readonly description: Json
}

const resourceOf = ({ integration }: TaskState) => ({
  resourceType: integration.resourceType,
  resource: integration.resource,
})

const secondsOf = async (
  template: Template | undefined,
  field: string,
  transition: Transition,
  id: number,
) => (template === undefined ? undefined : wholeNumber(await template(scopeOf(transition, id)), field))

/** The state machine's name in its ARN, whatever its partition. */
const machineOf = (arn: string): string => arn.slice(arn.lastIndexOf(':') + 1)

/**
 * Schedules a task: journals its arguments, time limits and token before anything is called. Another attempt
 * has a new token and evaluates its arguments anew.
 */
export const schedule = async (
  transition: Transition,
  id: number,
  state: TaskState,
  newToken: () => string,
): Promise<void> => {
  const { pattern, work } = state.integration
  const token = pattern === 'token' ? newToken() : undefined
  const context = token === undefined ? undefined : { Task: { Token: token } }
  const parameters = record(await state.arguments(scopeOf(transition, id, { context })), 'Arguments')
  const timeout = await secondsOf(state.timeoutSeconds, 'TimeoutSeconds', transition, id)
  const heartbeat = await secondsOf(state.heartbeatSeconds, 'HeartbeatSeconds', transition, id)

  const attempt = transition.event(id, 'TaskScheduled', {
    taskScheduledEventDetails: {
      ...resourceOf(state),
      region: 'local',
      parameters: serialise(parameters),
      ...(timeout !== undefined && { timeoutInSeconds: timeout }),
      ...(heartbeat !== undefined && { heartbeatInSeconds: heartbeat }),
    },
  })
  transition.event(id, 'TaskStarted', { taskStartedEventDetails: resourceOf(state) })
  if (timeout !== undefined) transition.setTimer(id, 'timeout', transition.now + timeout * 1000)
  if (heartbeat !== undefined) transition.setTimer(id, 'heartbeat', transition.now + heartbeat * 1000)
  if (token !== undefined) transition.tokens.push({ token, thread: id })

  if (work === 'launch') {
    const machine = machineOf(text(parameters.StateMachineArn ?? null, 'Arguments/StateMachineArn'))
    const name = parameters.Name === undefined ? randomUUID() : text(parameters.Name, 'Arguments/Name')
    const input = parameters.Input ?? {}
    transition.phase(id, { at: 'launching', launch: { machine, name, input, awaited: pattern === 'sync' } })
    transition.effects.push({ kind: 'launch', thread: id })
    return
  }
  transition.phase(id, { at: 'working', attempt, parameters, ...(token !== undefined && { token }) })
  transition.effects.push({ kind: 'work', thread: id })
}

/** Ends the attempt, well or not, and says how the state goes on. */
const conclude = (transition: Transition, id: number, state: TaskState, outcome: Outcome): void => {
  const { phase } = transition.thread(id).progress
  transition.clearTimers(id)
  // An answered token is closed already; one whose call failed is closed here.
  if (phase.at === 'working' && phase.token !== undefined) transition.closedTokens.push(phase.token)
  transition.phase(id, { at: 'ready' })
  if (outcome.ok) {
    const { output } = outcome
    transition.event(id, 'TaskSucceeded', {
      taskSucceededEventDetails: {
        ...resourceOf(state),
        output: serialise(output),
        outputDetails: { truncated: false },
      },
    })
    transition.todo.push({ do: 'leave', thread: id, shaping: state, next: state.next, result: output })
    return
  }
  const { error, cause } = outcome
  transition.event(id, 'TaskFailed', { taskFailedEventDetails: { ...resourceOf(state), error, cause } })
  transition.todo.push({ do: 'fail', thread: id, failure: new StateFailureError(error ?? '', cause ?? '') })
}

/** Handles a call that returned or threw; the result of an attempt that has ended is ignored. */
export const returned = (
  transition: Transition,
  id: number,
  state: TaskState,
  attempt: number,
  outcome: Outcome,
): void => {
  const { phase } = transition.thread(id).progress
  if (phase.at !== 'working' || phase.attempt !== attempt) return
  if (phase.token === undefined || !outcome.ok) {
    conclude(transition, id, state, outcome)
    return
  }
  transition.event(id, 'TaskSubmitted', {
    taskSubmittedEventDetails: {
      ...resourceOf(state),
      output: serialise(outcome.output),
      outputDetails: { truncated: false },
    },
  })
  transition.phase(id, { at: 'token', attempt, token: phase.token })
}

/** The token's answer, which may come before the call that handed it out has returned. */
export const answered = (
  transition: Transition,
  id: number,
  state: TaskState,
  token: string,
  outcome: Outcome,
): void => {
  const { phase } = transition.thread(id).progress
  if ((phase.at === 'working' || phase.at === 'token') && phase.token === token)
    conclude(transition, id, state, outcome)
}

/** Handles a launch: the execution is in the journal, or could not be started. */
export const launched = (transition: Transition, id: number, state: TaskState): void => {
  const { phase } = transition.thread(id).progress
  if (phase.at !== 'launched') return
  const outcome: Launched = phase.outcome
  if (!outcome.ok) {
    conclude(transition, id, state, outcome)
    return
  }
  const output = { ExecutionArn: outcome.arn, StartDate: outcome.startedAt }
  if (state.integration.pattern === 'response') {
    conclude(transition, id, state, { ok: true, output })
    return
  }
  transition.event(id, 'TaskSubmitted', {
    taskSubmittedEventDetails: {
      ...resourceOf(state),
      output: serialise(output),
      outputDetails: { truncated: false },
    },
  })
  transition.phase(id, { at: 'execution', execution: outcome.execution })
}

/** The execution that the task waits for has ended. */
export const childEnded = (transition: Transition, id: number, state: TaskState, ended: Ended): void => {
  const { phase } = transition.thread(id).progress
  if (phase.at !== 'execution' || phase.execution !== ended.execution) return
  const { description: output } = ended
  const failed = { ok: false, error: 'States.TaskFailed', cause: JSON.stringify(output) } as const
  conclude(transition, id, state, ended.outcome.ok ? { ok: true, output } : failed)
}

/** Handles a timeout of the task or of its heartbeat. */
export const timedOut = (transition: Transition, id: number, state: TaskState, heartbeat: boolean): void => {
  const { phase } = transition.thread(id).progress
  if (!['working', 'token', 'launching', 'launched', 'execution'].includes(phase.at)) return
  transition.clearTimers(id)
  if ((phase.at === 'working' || phase.at === 'token') && phase.token !== undefined)
    transition.closedTokens.push(phase.token)
  const execution = awaitedBy(phase)
  if (execution !== undefined)
    transition.effects.push({ kind: 'stop', execution, cause: 'The task that started it timed out' })
  transition.phase(id, { at: 'ready' })
  transition.event(id, 'TaskTimedOut', {
    taskTimedOutEventDetails: { ...resourceOf(state), error: 'States.Timeout' },
  })
  const alias = heartbeat ? 'States.HeartbeatTimeout' : undefined
  transition.todo.push({
    do: 'fail',
    thread: id,
    failure: new StateFailureError('States.Timeout', '', undefined, alias),
  })
}
