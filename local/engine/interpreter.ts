import { fail } from './failing.ts'
import { childDone } from './fan-out.ts'
import { end } from './halting.ts'
import { hear, type Message } from './messages.ts'
import { record, scopeOf, serialise } from './scope.ts'
import { StateFailureError } from './state-failure.ts'
import { enter, stateOf } from './states.ts'
import type { Step, Transition } from './transition.ts'

/** The most events committed together, so that a machine that loops does not hold up the others. */
const EVENTS_TOGETHER = 200

/** Where AWS ends an execution. */
const MAXIMUM_EVENTS = 25_000

const exitedEvents = {
  Task: 'TaskStateExited',
  Choice: 'ChoiceStateExited',
  Pass: 'PassStateExited',
  Wait: 'WaitStateExited',
  Parallel: 'ParallelStateExited',
  Map: 'MapStateExited',
  Succeed: 'SucceedStateExited',
} as const

/** Output and Assign both see the variables from before; assigned ones count from the next state on. */
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

/** Fails the state whose expression failed; as on AWS, the cause says where. */
const failed = (transition: Transition, step: Step, failure: StateFailureError): void => {
  const { frame, progress } = transition.thread(step.thread)
  const caught = step.do === 'leave' && step.errorOutput !== undefined
  if (failure.location === undefined && stateOf(transition, step.thread).type === 'Fail')
    return void transition.todo.unshift({ do: 'fail', thread: step.thread, failure, caught })
  const where = `An error occurred while executing the state '${frame.state}' (entered at the event id #${progress.enteredEvent}).`
  const { error, location } = failure
  const cause = `${where} ${failure.reason}`
  if (location !== undefined)
    transition.event(step.thread, 'EvaluationFailed', {
      evaluationFailedEventDetails: { error, cause, location, state: frame.state },
    })
  transition.todo.unshift({
    do: 'fail',
    thread: step.thread,
    failure: new StateFailureError(error, cause),
    caught,
  })
}

/** Decides on until every thread waits for something outside. */
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
      if (!(fault instanceof StateFailureError)) throw fault
      failed(transition, step, fault)
    }
  }
}

/**
 * Decides what a message does to an execution, and everything that follows at once. Only the transition
 * changes: it is journaled next, and its effects are carried out after that.
 */
export const decide = async (
  transition: Transition,
  message: Message,
  newToken: () => string,
): Promise<void> => {
  try {
    hear(transition, message)
  } catch (fault) {
    // A result over the size limit fails its task; any other error here is a defect of the engine.
    if (!(fault instanceof StateFailureError) || !('thread' in message)) throw fault
    failed(transition, { do: 'enter', thread: message.thread }, fault)
  }
  await settle(transition, newToken)
}
