import { type Phase, ROOT } from './execution.ts'
import { fail } from './failing.ts'
import { childDone, iterationEnded, iterationLaunched, startMap, startParallel } from './fan-out.ts'
import { end } from './halting.ts'
import type { ChoiceState, FailState, State, WaitState } from './machine.ts'
import { number, record, scopeOf, serialise, text, truth } from './scope.ts'
import { StateFailure } from './state-failure.ts'
import { answered, childEnded, type Ended, launched, type Outcome, returned, schedule, timedOut } from './tasks.ts'
import type { Step, TimerKind, Transition } from './transition.ts'

/** What an execution is told. One at a time, in the order of arrival. */
export type Message =
  /** Threads that are about to enter their states go on. */
  | { readonly kind: 'run'; readonly threads: readonly number[] }
  | { readonly kind: 'returned'; readonly thread: number; readonly attempt: number; readonly outcome: Outcome }
  | { readonly kind: 'answered'; readonly thread: number; readonly token: string; readonly outcome: Outcome }
  | { readonly kind: 'launched'; readonly thread: number }
  | { readonly kind: 'childEnded'; readonly thread: number; readonly ended: Ended }
  | { readonly kind: 'due'; readonly thread: number; readonly timer: TimerKind }
  | { readonly kind: 'stop'; readonly error: string | undefined; readonly cause: string | undefined }

/** So many events are committed together at most: a machine that only turns in circles shall not hold it up. */
const EVENTS_TOGETHER = 200

/** Where AWS ends an execution. */
const MAXIMUM_EVENTS = 25_000

const stateOf = (transition: Transition, id: number): State => {
  const { state: name } = transition.thread(id).frame
  const state = transition.execution.machine.states.get(name)
  if (state === undefined) throw new Error(`${transition.execution.arn} stands in "${name}", which is no state`)
  return state
}

/** The first choice whose condition holds; conditions after it are not looked at. */
const choose = async (transition: Transition, id: number, state: ChoiceState): Promise<void> => {
  for (const rule of state.rules) {
    if (!truth(await rule.condition(scopeOf(transition, id)), rule.location)) continue
    transition.todo.push({ do: 'leave', thread: id, shaping: rule, next: rule.next })
    return
  }
  if (state.otherwise === undefined)
    throw new StateFailure('States.NoChoiceMatched', `No choice of the state '${state.name}' holds, and it has no Default`)
  transition.todo.push({ do: 'leave', thread: id, shaping: state, next: state.otherwise })
}

const wait = async (transition: Transition, id: number, { until }: WaitState): Promise<void> => {
  const value = await until.value(scopeOf(transition, id))
  const due =
    until.kind === 'seconds'
      ? transition.now + number(value, 'Seconds') * 1000
      : Date.parse(text(value, 'Timestamp'))
  if (Number.isNaN(due) || (until.kind === 'seconds' && due < transition.now))
    throw new StateFailure('States.Runtime', `${JSON.stringify(value)} is not a time to wait for`)
  transition.phase(id, { at: 'waiting' })
  transition.setTimer(id, 'wait', due)
}

const failHere = async (transition: Transition, id: number, state: FailState): Promise<void> => {
  const scope = scopeOf(transition, id)
  const error = state.error && text(await state.error(scope), 'Error')
  const cause = state.cause && text(await state.cause(scope), 'Cause')
  throw new StateFailure(error ?? '', cause ?? '')
}

const enteredEvents = {
  Task: 'TaskStateEntered',
  Choice: 'ChoiceStateEntered',
  Pass: 'PassStateEntered',
  Wait: 'WaitStateEntered',
  Parallel: 'ParallelStateEntered',
  Map: 'MapStateEntered',
  Succeed: 'SucceedStateEntered',
  Fail: 'FailStateEntered',
} as const

const exitedEvents = {
  Task: 'TaskStateExited',
  Choice: 'ChoiceStateExited',
  Pass: 'PassStateExited',
  Wait: 'WaitStateExited',
  Parallel: 'ParallelStateExited',
  Map: 'MapStateExited',
  Succeed: 'SucceedStateExited',
} as const

const enter = async (transition: Transition, id: number, newToken: () => string): Promise<void> => {
  const { frame, progress } = transition.thread(id)
  const state = stateOf(transition, id)
  transition.transitions += 1
  if (progress.phase.at === 'enter') {
    transition.progress(id, { phase: { at: 'ready' }, enteredAt: transition.now, enteredEvent: transition.nextEvent })
    const input = JSON.stringify(frame.input)
    transition.event(id, enteredEvents[state.type], {
      stateEnteredEventDetails: { name: state.name, input, inputDetails: { truncated: false } },
    })
  }
  switch (state.type) {
    case 'Task':
      return schedule(transition, id, state, newToken)
    case 'Choice':
      return choose(transition, id, state)
    case 'Wait':
      return wait(transition, id, state)
    case 'Parallel':
      return startParallel(transition, id, state)
    case 'Map':
      return startMap(transition, id, state)
    case 'Fail':
      return failHere(transition, id, state)
    case 'Pass':
      transition.todo.push({ do: 'leave', thread: id, shaping: state, next: state.next })
      return
    case 'Succeed': {
      const shaping = { output: state.output, assign: undefined }
      transition.todo.push({ do: 'leave', thread: id, shaping, next: undefined })
    }
  }
}

/** Output and Assign see the same variables, those from before; what is assigned counts from the next state on. */
const leave = async (transition: Transition, step: Extract<Step, { do: 'leave' }>): Promise<void> => {
  const { thread: id, shaping, next, result, errorOutput } = step
  const { frame } = transition.thread(id)
  const { type, name } = stateOf(transition, id)
  if (type === 'Fail') throw new Error(`The state "${name}" cannot be left`)
  const scope = scopeOf(transition, id, { result, errorOutput })
  const assigned = shaping.assign && record(await shaping.assign(scope), 'Assign')
  const output = shaping.output ? await shaping.output(scope) : (errorOutput ?? result ?? frame.input)
  const assignedVariables =
    assigned && Object.fromEntries(Object.entries(assigned).map(([key, value]) => [key, serialise(value)]))
  transition.event(id, exitedEvents[type], {
    stateExitedEventDetails: {
      name,
      output: serialise(output),
      outputDetails: { truncated: false },
      ...(assignedVariables && { assignedVariables, assignedVariablesDetails: { truncated: false } }),
    },
  })
  if (next === undefined) transition.todo.push({ do: 'finish', thread: id, output })
  else transition.move(id, next, output, assigned ? { ...frame.variables, ...assigned } : frame.variables)
}

const take = async (transition: Transition, step: Step, newToken: () => string): Promise<void> => {
  switch (step.do) {
    case 'enter':
      return enter(transition, step.thread, newToken)
    case 'leave':
      return leave(transition, step)
    case 'finish': {
      const { parent } = transition.thread(step.thread).frame
      if (parent !== undefined) childDone(transition, parent, step.thread, step.output)
      else end(transition, { status: 'SUCCEEDED', output: JSON.stringify(step.output) })
      return
    }
    case 'fail':
      fail(transition, step.thread, step.failure, step.caught === true)
  }
}

/** What an evaluation that failed means for its state; AWS tells in the cause where it happened. */
const failed = (transition: Transition, step: Step, failure: StateFailure): void => {
  const { frame, progress } = transition.thread(step.thread)
  const caught = step.do === 'leave' && step.errorOutput !== undefined
  const isOwn = !failure.error.startsWith('States.')
  if (isOwn || stateOf(transition, step.thread).type === 'Fail') {
    if (failure.location === undefined)
      return void transition.todo.unshift({ do: 'fail', thread: step.thread, failure, caught })
  }
  const where = `An error occurred while executing the state '${frame.state}' (entered at the event id #${progress.enteredEvent}).`
  const { error, location } = failure
  const cause = `${where} ${failure.reason}`
  if (location !== undefined)
    transition.event(step.thread, 'EvaluationFailed', {
      evaluationFailedEventDetails: { error, cause, location, state: frame.state },
    })
  transition.todo.unshift({ do: 'fail', thread: step.thread, failure: new StateFailure(error, cause), caught })
}

/** Decides all that follows, until every thread waits for something outside. */
const settle = async (transition: Transition, newToken: () => string): Promise<void> => {
  for (let step = transition.todo.shift(); step !== undefined; step = transition.todo.shift()) {
    if (transition.ending !== undefined) return
    const { phase } = transition.find(step.thread)?.progress ?? {}
    if (phase === undefined || phase.at === 'stopped') continue
    if (transition.nextEvent > MAXIMUM_EVENTS - 5) {
      const cause = `The execution reached the maximum number of history events (${MAXIMUM_EVENTS}).`
      end(transition, { status: 'FAILED', error: 'States.Runtime', cause })
      return
    }
    if (step.do === 'enter' && transition.events.length >= EVENTS_TOGETHER) {
      transition.deferred.push(step.thread)
      continue
    }
    try {
      await take(transition, step, newToken)
    } catch (fault) {
      if (!(fault instanceof StateFailure)) throw fault
      failed(transition, step, fault)
    }
  }
}

const due = (transition: Transition, id: number, timer: TimerKind): void => {
  if (timer === 'execution') return end(transition, { status: 'TIMED_OUT' })
  const state = stateOf(transition, id)
  const { phase } = transition.thread(id).progress
  transition.clearTimers(id)
  if (timer === 'wait' && state.type === 'Wait' && phase.at === 'waiting') {
    transition.phase(id, { at: 'ready' })
    transition.todo.push({ do: 'leave', thread: id, shaping: state, next: state.next })
  } else if (timer === 'retry' && phase.at === 'retrying') {
    transition.phase(id, { at: 'ready' })
    transition.todo.push({ do: 'enter', thread: id })
  } else if (state.type === 'Task') timedOut(transition, id, state, timer === 'heartbeat')
}

const hear = (transition: Transition, message: Message): void => {
  if (message.kind === 'stop') {
    const { error, cause } = message
    return end(transition, { status: 'ABORTED', error, cause })
  }
  if (message.kind === 'run') {
    for (const thread of message.threads) transition.todo.push({ do: 'enter', thread })
    return
  }
  if (message.kind === 'due' && message.timer === 'execution') return due(transition, ROOT, 'execution')
  // The thread may have ended meanwhile: a branch whose sibling failed.
  const thread = transition.find(message.thread)
  if (thread === undefined) return
  if (message.kind === 'due') return due(transition, message.thread, message.timer)

  const { parent } = thread.frame
  const state = stateOf(transition, message.thread)
  if (thread.frame.weight !== undefined && parent !== undefined) {
    if (message.kind === 'launched') iterationLaunched(transition, message.thread)
    if (message.kind === 'childEnded') iterationEnded(transition, parent, message.thread, message.ended)
    return
  }
  if (state.type !== 'Task') return
  switch (message.kind) {
    case 'returned':
      return returned(transition, message.thread, state, message.attempt, message.outcome)
    case 'answered':
      return answered(transition, message.thread, state, message.token, message.outcome)
    case 'launched':
      return launched(transition, message.thread, state)
    case 'childEnded':
      return childEnded(transition, message.thread, state, message.ended)
  }
}

/**
 * Decides what a message means for an execution, and all that follows from it at once. Nothing is done here:
 * the decisions are in the transition, to be journaled, and its effects to be carried out after that.
 */
export const decide = async (transition: Transition, message: Message, newToken: () => string): Promise<void> => {
  try {
    hear(transition, message)
  } catch (fault) {
    // A result over the size limit fails its task; what else goes wrong here is a fault of this engine.
    if (!(fault instanceof StateFailure) || !('thread' in message)) throw fault
    failed(transition, { do: 'enter', thread: message.thread }, fault)
  }
  await settle(transition, newToken)
}

/** Whether a thread in this phase goes on by itself after a restart. */
export const goesOn = (phase: Phase): boolean => phase.at === 'enter' || phase.at === 'ready'
