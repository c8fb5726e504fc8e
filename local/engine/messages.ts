import { iterationEnded, iterationLaunched } from './fan-out.ts'
import { end } from './halting.ts'
import type { TaskState } from './machine.ts'
import { stateOf } from './states.ts'
import { answered, childEnded, type Ended, launched, type Outcome, returned, timedOut } from './tasks.ts'
import type { TimerKind, Transition } from './transition.ts'

/** What an execution is told. One at a time, in the order of arrival. */
export type Message =
  /** Threads that are about to enter their states go on. */
  | { readonly kind: 'run'; readonly threads: readonly number[] }
  | {
      readonly kind: 'returned'
      readonly thread: number
      readonly attempt: number
      readonly outcome: Outcome
    }
  | { readonly kind: 'answered'; readonly thread: number; readonly token: string; readonly outcome: Outcome }
  | { readonly kind: 'launched'; readonly thread: number }
  | { readonly kind: 'childEnded'; readonly thread: number; readonly ended: Ended }
  | {
      readonly kind: 'due'
      readonly thread: number
      readonly timer: TimerKind
      /** Of the timer; and the moment by which it is due. */
      readonly id: number
      readonly by: number
    }
  | { readonly kind: 'stop'; readonly error: string | undefined; readonly cause: string | undefined }

type TaskMessage = Extract<Message, { kind: 'returned' | 'answered' | 'launched' | 'childEnded' }>

const due = (transition: Transition, id: number, timer: TimerKind): void => {
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

const hearTask = (transition: Transition, id: number, state: TaskState, message: TaskMessage): void => {
  switch (message.kind) {
    case 'returned':
      returned(transition, id, state, message.attempt, message.outcome)
      break
    case 'answered':
      answered(transition, id, state, message.token, message.outcome)
      break
    case 'launched':
      launched(transition, id, state)
      break
    case 'childEnded':
      childEnded(transition, id, state, message.ended)
  }
}

const hearThread = (transition: Transition, message: Extract<Message, { thread: number }>): void => {
  const { thread: id } = message
  // It may have been stopped meanwhile, as a branch whose sibling failed.
  const thread = transition.find(id)
  if (thread === undefined) return
  const { parent, weight } = thread.frame
  if (weight !== undefined && parent !== undefined) {
    if (message.kind === 'launched') iterationLaunched(transition, id)
    if (message.kind === 'childEnded') iterationEnded(transition, parent, id, message.ended)
    return
  }
  const state = stateOf(transition, id)
  if (message.kind === 'due') due(transition, id, message.timer)
  else if (state.type === 'Task') hearTask(transition, id, state, message)
}

/** Decides the first consequence of a message; the transition's `todo` holds the rest. */
export const hear = (transition: Transition, message: Message): void => {
  if (message.kind === 'stop')
    end(transition, { status: 'ABORTED', error: message.error, cause: message.cause })
  else if (message.kind === 'run')
    for (const thread of message.threads) transition.todo.push({ do: 'enter', thread })
  else if (message.kind === 'due' && message.timer === 'execution') end(transition, { status: 'TIMED_OUT' })
  else hearThread(transition, message)
}
