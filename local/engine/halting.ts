import { awaitedBy, type Children, ROOT } from './execution.ts'
import type { Ending, Transition } from './transition.ts'

const childrenOf = (transition: Transition, { first, total }: Children): number[] =>
  Array.from({ length: total }, (_, offset) => first + offset).filter(
    (id) => transition.find(id) !== undefined,
  )

const abortedEvents = {
  Task: 'TaskStateAborted',
  Wait: 'WaitStateAborted',
  Parallel: 'ParallelStateAborted',
  Map: 'MapStateAborted',
} as const

/**
 * Stops a thread and all below it: none of their timers, tokens, calls or executions counts any more. They
 * stay as stopped, for a redrive. `told`: the history names the interrupted states, as for the siblings of a
 * failed branch.
 */
export const halt = (transition: Transition, id: number, told: boolean): void => {
  const { frame, progress } = transition.thread(id)
  const { phase } = progress
  transition.clearTimers(id)
  if (phase.at === 'done' || phase.at === 'failed' || phase.at === 'stopped') return
  if (phase.at === 'children')
    for (const child of childrenOf(transition, phase)) halt(transition, child, told)
  if ((phase.at === 'working' || phase.at === 'token') && phase.token !== undefined)
    transition.closedTokens.push(phase.token)

  const state = transition.execution.machine.states.get(frame.state)
  const isRunning = phase.at !== 'pending' && phase.at !== 'enter'
  const isProxy = frame.weight !== undefined
  if (told && isRunning && !isProxy && state !== undefined && state.type in abortedEvents) {
    const { type } = state
    if (type === 'Task' || type === 'Wait' || type === 'Parallel' || type === 'Map')
      transition.event(id, abortedEvents[type])
  }
  if (phase.at === 'children') return
  const execution = awaitedBy(phase)
  if (execution !== undefined)
    transition.effects.push({ kind: 'stop', execution, cause: 'The execution that started it has ended' })
  const was = phase.at === 'pending' ? 'pending' : isProxy ? 'child' : 'state'
  transition.phase(id, { at: 'stopped', was, ...(execution !== undefined && { execution }) })
}

/** Removes all threads below one that goes on without them, by a retry or a catch. */
export const dropChildren = (transition: Transition, id: number): void => {
  const { phase } = transition.thread(id).progress
  if (phase.at !== 'children') return
  for (const child of childrenOf(transition, phase)) {
    halt(transition, child, false)
    dropChildren(transition, child)
    transition.remove(child)
  }
}

const endEvents = {
  SUCCEEDED: 'ExecutionSucceeded',
  FAILED: 'ExecutionFailed',
  TIMED_OUT: 'ExecutionTimedOut',
  ABORTED: 'ExecutionAborted',
} as const

const detailsOf = ({ status, output, error, cause }: Ending) => {
  const failure = { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) }
  switch (status) {
    case 'SUCCEEDED':
      return { executionSucceededEventDetails: { output, outputDetails: { truncated: false } } }
    case 'FAILED':
      return { executionFailedEventDetails: failure }
    case 'TIMED_OUT':
      return { executionTimedOutEventDetails: failure }
    case 'ABORTED':
      return { executionAbortedEventDetails: failure }
  }
}

/** Ends the execution; what still ran in it is stopped. */
export const end = (transition: Transition, ending: Ending): void => {
  if (transition.ending !== undefined) return
  halt(transition, ROOT, false)
  transition.event(ROOT, endEvents[ending.status], detailsOf(ending))
  transition.ending = ending
}
