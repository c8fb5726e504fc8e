import type { Json, JsonObject } from './json.ts'
import type { Machine } from './machine.ts'

export type Status = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED'

/** What a thread is about to do or waits for. Journaled before it is done. */
export type Phase =
  /** An iteration whose turn has not come. */
  | { readonly at: 'pending' }
  /** About to enter its state. */
  | { readonly at: 'enter' }
  /** In its state, about to do its work: for the first time, or again after a retry's wait. */
  | { readonly at: 'ready' }
  /** A call to a service is under way; `attempt` is the id of its TaskScheduled event. */
  | {
      readonly at: 'working'
      readonly attempt: number
      readonly parameters: JsonObject
      readonly token?: string
    }
  /** The call has returned; the token's answer will say how the task ended. */
  | { readonly at: 'token'; readonly attempt: number; readonly token: string }
  /** An execution is about to be started for it. */
  | { readonly at: 'launching'; readonly launch: Launch }
  /** The outcome of the launch, journaled in the same transaction. */
  | { readonly at: 'launched'; readonly outcome: Launched }
  /** Waits for the end of the execution that it started. */
  | { readonly at: 'execution'; readonly execution: number }
  | { readonly at: 'waiting' }
  | { readonly at: 'retrying' }
  /** Waits for its branches or iterations: the threads from `first` on. */
  | ({ readonly at: 'children' } & Children)
  /** A branch or iteration that has its result, until the others have theirs. */
  | { readonly at: 'done'; readonly output: Json }
  /** A tolerated failure of a distributed Map. */
  | { readonly at: 'failed' }
  /** Stopped with its execution, which failed; a redrive goes on from here. */
  | { readonly at: 'stopped'; readonly was: 'pending' | 'state' | 'child'; readonly execution?: number }

/** The execution that a thread in this phase has started, if it has. */
export const awaitedBy = (phase: Phase): number | undefined => {
  if (phase.at === 'execution') return phase.execution
  return phase.at === 'launched' && phase.outcome.ok ? phase.outcome.execution : undefined
}

export interface Children {
  readonly first: number
  readonly total: number
  /** How many have been started, and how many have ended. */
  readonly started: number
  readonly ended: number
  readonly run?: MapRun
}

/** The book-keeping of a distributed Map, in items, for a batch counts as many as it holds. */
export interface MapRun {
  readonly arn: string
  readonly items: number
  readonly failedItems: number
  readonly toleratedPercentage?: number
  readonly toleratedCount?: number
}

export interface Launch {
  readonly machine: string
  readonly name: string
  readonly input: Json
  /** A distributed Map's execution runs the iteration that begins here instead of the machine's own states. */
  readonly startAt?: string
  readonly label?: string
  /** Whether the thread waits for its end. */
  readonly awaited: boolean
}

export type Launched =
  | { readonly ok: true; readonly execution: number; readonly arn: string; readonly startedAt: number }
  | { readonly ok: false; readonly error: string; readonly cause: string }

/** The item of an iteration, as its context shows it. */
export interface Item {
  readonly index: number
  readonly value: Json
}

/** The data of a thread; changes when it enters another state. */
export interface Frame {
  readonly parent?: number
  /** Which branch or iteration of the parent it is. */
  readonly index: number
  readonly state: string
  readonly input: Json
  /** The variables it can see: its own scope's, then those of the scopes around it. */
  readonly variables: JsonObject
  readonly item?: Item
  /** In a distributed Map: how many items this batch holds. */
  readonly weight?: number
}

/** How far it has got; small, and written at every step. */
export interface Progress {
  readonly phase: Phase
  /** Histories name for every event the one that it follows from. */
  readonly lastEvent: number
  readonly enteredEvent: number
  readonly enteredAt: number
  /** How often each retrier of the state has been used. */
  readonly tries: readonly number[]
}

/** One line of control: the execution's own, a branch's, an iteration's. */
export interface Thread {
  readonly id: number
  readonly frame: Frame
  readonly progress: Progress
}

/** The thread of an execution's own states. */
export const ROOT = 0

/** The thread that waits for an execution's end. */
export interface Link {
  readonly execution: number
  readonly thread: number
}

/** A running execution in memory: exactly what the journal says of it. */
export interface Execution {
  readonly id: number
  readonly arn: string
  readonly name: string
  readonly machine: Machine
  readonly startAt: string
  readonly input: Json
  readonly startedAt: number
  readonly redrives: number
  readonly link: Link | undefined
  readonly nextEvent: number
  readonly nextThread: number
  /** States entered and tries so far, and how many bytes of history they have written. */
  readonly transitions: number
  readonly bytes: number
  readonly threads: ReadonlyMap<number, Thread>
}
