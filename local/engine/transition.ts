import type { HistoryEvent, HistoryEventType } from '@aws-sdk/client-sfn'
import type { Execution, Frame, Phase, Progress, Status, Thread } from './execution.ts'
import type { Json } from './json.ts'
import type { Shaping } from './machine.ts'
import type { StateFailureError } from './state-failure.ts'

/** A history event as the journal keeps it: epoch milliseconds for the date. */
export type JournaledEvent = Omit<HistoryEvent, 'timestamp'> & { readonly timestamp: number }
export type EventDetails = Omit<HistoryEvent, 'timestamp' | 'type' | 'id' | 'previousEventId'>

export type TimerKind = 'wait' | 'retry' | 'timeout' | 'heartbeat' | 'execution'

export interface Ending {
  readonly status: Exclude<Status, 'RUNNING'>
  readonly output?: string
  readonly error?: string | undefined
  readonly cause?: string | undefined
}

/** What is done once the decisions stand in the journal. */
export type Effect =
  | { readonly kind: 'work'; readonly thread: number }
  | { readonly kind: 'launch'; readonly thread: number }
  | { readonly kind: 'stop'; readonly execution: number; readonly cause: string }

/** What is to be decided next within the same transition; only `enter` can wait for the next one. */
export type Step =
  | { readonly do: 'enter'; readonly thread: number }
  | {
      readonly do: 'leave'
      readonly thread: number
      readonly shaping: Shaping
      readonly next: string | undefined
      readonly result?: Json
      readonly errorOutput?: Json
    }
  | { readonly do: 'finish'; readonly thread: number; readonly output: Json }
  | {
      readonly do: 'fail'
      readonly thread: number
      readonly failure: StateFailureError
      readonly caught?: boolean
    }

/**
 * The decisions of one step of an execution, gathered until they are committed together. Nothing in it has
 * happened yet; reads answer the execution as it will be.
 */
export class Transition {
  readonly execution: Execution
  readonly now: number
  readonly events: JournaledEvent[] = []
  readonly changed = new Map<number, Thread | undefined>()
  /** The threads whose frame changed too. */
  readonly reframed = new Set<number>()
  readonly timers: { readonly thread: number; readonly kind: TimerKind; readonly due: number }[] = []
  readonly cleared = new Set<number>()
  readonly tokens: { readonly token: string; readonly thread: number }[] = []
  readonly closedTokens: string[] = []
  readonly effects: Effect[] = []
  readonly todo: Step[] = []
  /** The threads that go on at once, in a transition of their own. */
  readonly deferred: number[] = []
  ending: Ending | undefined
  transitions = 0
  /** Of the history that it has written. */
  bytes = 0
  nextThread: number
  #nextEvent: number

  constructor(execution: Execution, now: number) {
    this.execution = execution
    this.now = now
    this.nextThread = execution.nextThread
    this.#nextEvent = execution.nextEvent
  }

  get nextEvent(): number {
    return this.#nextEvent
  }

  find(id: number): Thread | undefined {
    return this.changed.has(id) ? this.changed.get(id) : this.execution.threads.get(id)
  }

  thread(id: number): Thread {
    const thread = this.find(id)
    if (thread === undefined) throw new Error(`${this.execution.arn} has no thread ${id}`)
    return thread
  }

  /** Writes a thread's next event; `aside`: an event of AWS that the following ones are not chained to. */
  event(id: number, type: HistoryEventType, details: EventDetails = {}, aside = false): number {
    const event = this.#nextEvent
    this.#nextEvent += 1
    const { lastEvent } = this.thread(id).progress
    this.events.push({ id: event, previousEventId: lastEvent, timestamp: this.now, type, ...details })
    if (!aside) this.progress(id, { lastEvent: event })
    return event
  }

  progress(id: number, progress: Partial<Progress>): void {
    const thread = this.thread(id)
    this.changed.set(id, { ...thread, progress: { ...thread.progress, ...progress } })
  }

  phase(id: number, phase: Phase): void {
    this.progress(id, { phase })
  }

  /** Moves a thread to another state, to enter it at once. */
  move(id: number, state: string, input: Json, variables: Frame['variables']): void {
    const thread = this.thread(id)
    const progress = { ...thread.progress, phase: { at: 'enter' } as const, tries: [] }
    this.changed.set(id, { id, frame: { ...thread.frame, state, input, variables }, progress })
    this.reframed.add(id)
    this.todo.push({ do: 'enter', thread: id })
  }

  /** Begins a branch or an iteration. */
  spawn(frame: Frame, phase: Phase, lastEvent: number): number {
    const id = this.nextThread
    this.nextThread += 1
    this.changed.set(id, {
      id,
      frame,
      progress: { phase, lastEvent, enteredEvent: 0, enteredAt: this.now, tries: [] },
    })
    this.reframed.add(id)
    return id
  }

  remove(id: number): void {
    this.changed.set(id, undefined)
  }

  /** Every thread as it will be, in the order of their making. */
  threads(): Thread[] {
    const ids = new Set([...this.execution.threads.keys(), ...this.changed.keys()])
    return [...ids].flatMap((id) => this.find(id) ?? [])
  }

  setTimer(thread: number, kind: TimerKind, due: number): void {
    this.timers.push({ thread, kind, due })
  }

  clearTimers(thread: number): void {
    this.cleared.add(thread)
    for (let index = this.timers.length - 1; index >= 0; index -= 1)
      if (this.timers[index]?.thread === thread) this.timers.splice(index, 1)
  }
}
