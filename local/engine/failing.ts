import { childFailed } from './fan-out.ts'
import { dropChildren, end, halt } from './halting.ts'
import type { Retrier, State } from './machine.ts'
import type { StateFailureError } from './state-failure.ts'
import type { Transition } from './transition.ts'

/** What no wildcard matches: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
const beyondAll = ['States.DataLimitExceeded', 'States.Runtime']

const matches = (names: readonly string[], { error, alias }: StateFailureError): boolean =>
  names.some((name) => {
    if (name === error || (alias !== undefined && name === alias)) return true
    if (name === 'States.ALL') return !beyondAll.includes(error)
    return name === 'States.TaskFailed' && error !== 'States.Timeout' && !beyondAll.includes(error)
  })

/** Milliseconds before the try after `tries` others; with full jitter anything from nothing to that. */
const delay = ({ intervalSeconds, backoffRate, maxDelaySeconds, jitter }: Retrier, tries: number): number => {
  const whole = Math.min(intervalSeconds * backoffRate ** tries, maxDelaySeconds) * 1000
  return Math.round(jitter ? Math.random() * whole : whole)
}

const retries = (transition: Transition, id: number, state: State, failure: StateFailureError): boolean => {
  if (!('retry' in state)) return false
  const index = state.retry.findIndex(({ errors }) => matches(errors, failure))
  const retrier = state.retry[index]
  const tries = state.retry.map((_, each) => transition.thread(id).progress.tries[each] ?? 0)
  const tried = tries[index] ?? 0
  if (retrier === undefined || tried >= retrier.maxAttempts) return false
  dropChildren(transition, id)
  tries[index] = tried + 1
  transition.progress(id, { phase: { at: 'retrying' }, tries })
  transition.setTimer(id, 'retry', transition.now + delay(retrier, tried))
  return true
}

const catches = (transition: Transition, id: number, state: State, failure: StateFailureError): boolean => {
  const catcher = 'catch' in state ? state.catch.find(({ errors }) => matches(errors, failure)) : undefined
  if (catcher === undefined) return false
  dropChildren(transition, id)
  transition.phase(id, { at: 'ready' })
  const errorOutput = { Error: failure.error, Cause: failure.reason }
  transition.todo.push({ do: 'leave', thread: id, shaping: catcher, next: catcher.next, errorOutput })
  return true
}

/**
 * Handles a failed state: retries it, goes to what catches the error, or fails all that it is part of.
 * `caught`: it failed while catching, which nothing catches.
 */
export const fail = (
  transition: Transition,
  id: number,
  failure: StateFailureError,
  caught: boolean,
): void => {
  const { frame } = transition.thread(id)
  const state = transition.execution.machine.states.get(frame.state)
  transition.clearTimers(id)
  if (
    state !== undefined &&
    !caught &&
    (retries(transition, id, state, failure) || catches(transition, id, state, failure))
  )
    return

  const { error, reason: cause } = failure
  if (frame.parent !== undefined) {
    halt(transition, id, false)
    childFailed(transition, frame.parent, id, failure)
    return
  }
  end(transition, { status: 'FAILED', ...(error !== '' && { error }), ...(cause !== '' && { cause }) })
}
