import { randomUUID } from 'node:crypto'
import { Activity } from './activity.ts'
import { executionArn } from './arns.ts'
import type { Clock } from './clock.ts'
import { endedOf } from './descriptions.ts'
import { type Execution, type Launch, type Launched, type Link, ROOT, type Thread } from './execution.ts'
import { decide } from './interpreter.ts'
import { type ExecutionRow, type Journal, WHOLE_EXECUTION } from './journal.ts'
import { type Json, parseJson } from './json.ts'
import type { Machines } from './machines.ts'
import type { Message } from './messages.ts'
import { StateFailureError } from './state-failure.ts'
import type { Outcome } from './tasks.ts'
import { type Effect, Transition } from './transition.ts'

/** A running execution in memory, with the messages that it has not handled yet. */
interface Live {
  execution: Execution
  /** The same map as the execution's own; written only when a commit has succeeded. */
  readonly threads: Map<number, Thread>
  readonly inbox: { readonly message: Message; readonly heard: (() => void) | undefined }[]
  /** Calls under way: thread → attempt, and how to forget it. */
  readonly flights: Map<number, { readonly attempt: number; readonly release: () => void }>
  /** The transition that is being decided. */
  deciding: Transition | undefined
  isDraining: boolean
}

interface Beginning {
  readonly machine: string
  readonly definition: number
  readonly name: string
  readonly arn: string
  readonly startAt: string
  readonly input: Json
  readonly link: Link | undefined
}

/** The most waiting executions kept in memory; others are read again when something happens. */
const KEPT_WAITING = 2_000

/**
 * Runs executions: takes one message at a time for each, decides, journals, then acts. `resume` acts again on
 * what was journaled and perhaps not done when the process died.
 */
export class Runner {
  readonly activity = new Activity()
  readonly #journal: Journal
  readonly #clock: Clock
  readonly #machines: Machines
  readonly #newToken: () => string
  readonly #onFault: (fault: unknown) => void
  readonly #live = new Map<number, Live>()
  readonly #waiting = new Set<number>()
  readonly #draining = new Set<Promise<void>>()
  #last: number
  #isClosed = false

  constructor(
    journal: Journal,
    clock: Clock,
    machines: Machines,
    tokenPrefix: string,
    onFault: (fault: unknown) => void,
  ) {
    this.#journal = journal
    this.#clock = clock
    this.#machines = machines
    this.#newToken = () => `${tokenPrefix}${randomUUID()}`
    this.#last = journal.lastExecution()
    this.#onFault = onFault
  }

  /** Stops deciding: memory may differ from the journal. */
  #fail(fault: unknown): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.activity.fail(fault)
    this.#onFault(fault)
  }

  /** Journals a new execution, ready to enter its first state. Call `post` with `run` afterwards. */
  begin(beginning: Beginning): number {
    const { machine, definition, name, arn, startAt, input, link } = beginning
    this.#last += 1
    const id = this.#last
    const started = this.#clock.now()
    const text = JSON.stringify(input)
    const threads = new Map<number, Thread>()
    const execution: Execution = {
      ...{ id, arn, name, startAt, input, link, threads },
      machine: this.#machines.of(definition),
      startedAt: started,
      redrives: 0,
      nextEvent: 1,
      nextThread: ROOT,
      transitions: 0,
      bytes: 0,
    }
    const transition = new Transition(execution, started)
    transition.spawn({ index: 0, state: startAt, input, variables: {} }, { at: 'enter' }, 0)
    const executionStartedEventDetails = {
      input: text,
      inputDetails: { truncated: false },
      roleArn: 'arn:aws:iam::000000000000:role/local',
    }
    transition.event(ROOT, 'ExecutionStarted', { executionStartedEventDetails }, true)
    transition.setTimer(WHOLE_EXECUTION, 'execution', started + execution.machine.timeoutSeconds * 1000)
    this.#journal.insert({ id, arn, machine, name, definition, startAt, input: text, started, link })
    this.#journal.commit(transition)
    const live: Live = {
      execution,
      threads,
      inbox: [],
      flights: new Map(),
      deciding: undefined,
      isDraining: false,
    }
    this.#apply(live, transition)
    this.#live.set(id, live)
    return id
  }

  /** Posts a message to a running execution; `heard` is called once it was handled, or could not be. */
  post(id: number, message: Message, heard?: () => void): void {
    if (this.#isClosed) return
    const live = this.#live.get(id) ?? this.#load(id)
    if (live === undefined) return void heard?.()
    this.#waiting.delete(id)
    live.inbox.push({ message, heard })
    if (live.isDraining) return
    live.isDraining = true
    const ended = this.activity.begin()
    const draining = this.#drain(live)
      .catch((fault: unknown) => this.#fail(fault))
      .finally(() => {
        this.#draining.delete(draining)
        ended()
      })
    this.#draining.add(draining)
  }

  /** Whether a time limit is just closing a token, before its answer came. */
  isClosing(id: number, token: string): boolean {
    return this.#live.get(id)?.deciding?.closedTokens.includes(token) ?? false
  }

  /** Begins where the last process stopped. Once, before anything else. */
  resume(): void {
    for (const id of this.#journal.unsettled()) {
      const live = this.#load(id)
      if (live !== undefined)
        for (const thread of [...live.threads.values()]) this.#resumeThread(live, thread)
    }
    const cause = 'The execution that started it has ended'
    for (const id of this.#journal.orphans()) this.post(id, { kind: 'stop', error: undefined, cause })
  }

  #resumeThread(live: Live, { id: thread, progress }: Thread): void {
    const { id } = live.execution
    const { phase } = progress
    if (phase.at === 'enter' || phase.at === 'ready') this.post(id, { kind: 'run', threads: [thread] })
    if (phase.at === 'launching') this.#launch(live, [thread])
    if (phase.at === 'launched') this.post(id, { kind: 'launched', thread })
    if (phase.at === 'execution') this.#reportEnd(this.#journal.execution(phase.execution))
    if (phase.at !== 'working' && phase.at !== 'token') return
    const answer = phase.token === undefined ? undefined : this.#journal.token(phase.token)
    if (answer?.outcome && answer.closed === 0) {
      const outcome: Outcome = JSON.parse(answer.outcome)
      this.post(id, { kind: 'answered', thread, token: answer.token, outcome })
    } else if (phase.at === 'working') this.#work(live, thread)
  }

  /** Refuses all further messages, and waits for the step that is being journaled. */
  async close(): Promise<void> {
    this.#isClosed = true
    await Promise.all(this.#draining)
  }

  #load(id: number): Live | undefined {
    const known = this.#live.get(id)
    if (known !== undefined) return known
    const row = this.#journal.execution(id)
    if (row?.status !== 'RUNNING') return undefined
    const threads = this.#journal.threads(id)
    const counts = this.#journal.counts(id)
    const link =
      row.link_execution === null || row.link_thread === null
        ? undefined
        : { execution: row.link_execution, thread: row.link_thread }
    const execution: Execution = {
      ...{ id, arn: row.arn, name: row.name, startAt: row.start_at, link, threads },
      input: parseJson(row.input),
      machine: this.#machines.of(row.definition),
      startedAt: row.started,
      redrives: row.redrives,
      nextEvent: counts.next_event,
      nextThread: counts.next_thread,
      transitions: counts.transitions,
      bytes: counts.bytes,
    }
    const live: Live = {
      execution,
      threads,
      inbox: [],
      flights: new Map(),
      deciding: undefined,
      isDraining: false,
    }
    this.#live.set(id, live)
    return live
  }

  /** Drops an execution from memory after the journal was changed beside it. */
  forget(id: number): void {
    this.#live.delete(id)
    this.#waiting.delete(id)
  }

  async #drain(live: Live): Promise<void> {
    for (let next = live.inbox.shift(); next !== undefined; next = live.inbox.shift()) {
      const { message, heard } = next
      const isIdle = this.#isClosed || this.#live.get(live.execution.id) !== live
      try {
        if (!isIdle && !this.#isOvertaken(live, message)) await this.#hear(live, message)
      } finally {
        heard?.()
      }
    }
    live.isDraining = false
    if (live.flights.size > 0 || this.#live.get(live.execution.id) !== live) return
    this.#waiting.add(live.execution.id)
    if (this.#waiting.size <= KEPT_WAITING) return
    for (const oldest of this.#waiting) {
      this.forget(oldest)
      break
    }
  }

  /**
   * Whether a timer's message is out of date: the timer was cleared or set anew while the message waited, or
   * the token's answer is in the journal, and so acknowledged.
   */
  #isOvertaken(live: Live, message: Message): boolean {
    if (message.kind !== 'due') return false
    const { id, thread, timer: kind, by } = message
    if (!this.#journal.isDue({ id, execution: live.execution.id, thread, kind }, by)) return true
    if (message.timer !== 'timeout' && message.timer !== 'heartbeat') return false
    const phase = live.threads.get(message.thread)?.progress.phase
    if ((phase?.at !== 'working' && phase?.at !== 'token') || phase.token === undefined) return false
    return this.#journal.token(phase.token)?.outcome != null
  }

  async #hear(live: Live, message: Message): Promise<void> {
    const transition = new Transition(live.execution, this.#clock.now())
    if (message.kind === 'due') transition.clearTimers(message.thread)
    live.deciding = transition
    await decide(transition, message, this.#newToken)
    live.deciding = undefined
    if (this.#isClosed) return
    this.#journal.commit(transition)
    this.#apply(live, transition)
    await this.#journal.durable()
    this.#act(live, transition)
  }

  #apply(live: Live, transition: Transition): void {
    for (const [id, thread] of transition.changed) {
      if (thread === undefined) live.threads.delete(id)
      else live.threads.set(id, thread)
    }
    const { nextEvent, nextThread } = transition
    const transitions = live.execution.transitions + transition.transitions
    const bytes = live.execution.bytes + transition.bytes
    live.execution = { ...live.execution, nextEvent, nextThread, transitions, bytes }
  }

  #act(live: Live, { effects, deferred, ending }: Transition): void {
    const { id, link } = live.execution
    for (const [thread, flight] of live.flights) {
      const phase = live.threads.get(thread)?.progress.phase
      if (ending === undefined && phase?.at === 'working' && phase.attempt === flight.attempt) continue
      flight.release()
      live.flights.delete(thread)
    }
    const stops = effects.filter(
      (effect): effect is Extract<Effect, { kind: 'stop' }> => effect.kind === 'stop',
    )
    // An execution that a task started without waiting for it is not stopped.
    for (const { execution, cause } of stops)
      if (this.#journal.execution(execution)?.link_execution === id)
        this.post(execution, { kind: 'stop', error: undefined, cause })
    if (ending !== undefined) {
      this.forget(id)
      if (link !== undefined) this.#reportEnd(this.#journal.execution(id))
      return
    }
    for (const effect of effects) if (effect.kind === 'work') this.#work(live, effect.thread)
    const launches = effects.flatMap((effect) => (effect.kind === 'launch' ? [effect.thread] : []))
    if (launches.length > 0) this.#launch(live, launches)
    if (deferred.length > 0) this.post(id, { kind: 'run', threads: deferred })
  }

  /** Calls the service, for the first time or after a restart; its result comes back as a message. */
  #work(live: Live, thread: number): void {
    const found = live.threads.get(thread)
    if (found?.progress.phase.at !== 'working') return
    const { attempt, parameters } = found.progress.phase
    const state = live.execution.machine.states.get(found.frame.state)
    if (state?.type !== 'Task' || state.integration.work === 'launch') return
    const release = this.activity.begin()
    live.flights.set(thread, { attempt, release })
    const back = (outcome: Outcome) => {
      if (live.flights.get(thread)?.attempt !== attempt) return
      live.flights.delete(thread)
      this.post(live.execution.id, { kind: 'returned', thread, attempt, outcome })
      release()
    }
    state.integration.work(parameters).then(
      (output) => back({ ok: true, output }),
      (fault: unknown) => {
        if (fault instanceof StateFailureError) back({ ok: false, error: fault.error, cause: fault.reason })
        else this.#fail(fault)
      },
    )
  }

  /**
   * Starts the executions that threads have asked for and journals the launch in the same transaction, so
   * that each is started exactly once.
   */
  #launch(live: Live, threads: readonly number[]): void {
    const { id } = live.execution
    const begun: number[] = []
    for (const thread of threads) {
      const found = live.threads.get(thread)
      if (found?.progress.phase.at !== 'launching') continue
      const outcome = this.#started(live.execution, thread, found.progress.phase.launch)
      if (outcome.ok && outcome.isNew) begun.push(outcome.launched.execution)
      const phase = { at: 'launched', outcome: outcome.launched } as const
      const launched: Thread = { ...found, progress: { ...found.progress, phase } }
      this.#journal.writeProgress(id, launched)
      live.threads.set(thread, launched)
      this.post(id, { kind: 'launched', thread })
    }
    for (const execution of begun) this.post(execution, { kind: 'run', threads: [ROOT] })
  }

  #started(by: Execution, thread: number, launch: Launch): StartedOutcome {
    const { machine, name, input, awaited, startAt, label } = launch
    const found = startAt === undefined ? this.#machines.named(machine) : this.#machines.idOf(by.machine)
    const refused = (error: string, cause: string) =>
      ({ ok: false, launched: { ok: false, error, cause } }) as const
    if (found === undefined)
      return refused(
        'StepFunctions.StateMachineDoesNotExistException',
        `State Machine Does Not Exist: '${machine}'`,
      )
    const arn = executionArn(machine, name, label)
    const existing = this.#journal.executionOf(arn)
    if (existing !== undefined) {
      const isSame = !awaited && existing.status === 'RUNNING' && existing.input === JSON.stringify(input)
      if (!isSame)
        return refused('StepFunctions.ExecutionAlreadyExistsException', `Execution Already Exists: '${arn}'`)
      return {
        ok: true,
        isNew: false,
        launched: { ok: true, execution: existing.id, arn, startedAt: existing.started },
      }
    }
    const link = awaited ? { execution: by.id, thread } : undefined
    const begins = { machine, definition: found, name, arn, input, link }
    const execution = this.begin({ ...begins, startAt: startAt ?? this.#machines.of(found).startAt })
    return { ok: true, isNew: true, launched: { ok: true, execution, arn, startedAt: this.#clock.now() } }
  }

  /** Tells the execution that waits for this one's end, if it has ended. */
  #reportEnd(row: ExecutionRow | undefined): void {
    if (
      row === undefined ||
      row.status === 'RUNNING' ||
      row.link_execution === null ||
      row.link_thread === null
    )
      return
    const ended = endedOf(row, this.#machines.of(row.definition).arn)
    this.post(row.link_execution, { kind: 'childEnded', thread: row.link_thread, ended })
  }
}

type StartedOutcome =
  | { readonly ok: true; readonly isNew: boolean; readonly launched: Extract<Launched, { ok: true }> }
  | { readonly ok: false; readonly launched: Extract<Launched, { ok: false }> }
