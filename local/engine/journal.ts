import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import * as z from 'zod'
import type { Frame, Link, Progress, Status, Thread } from './execution.ts'
import { schema } from './schema.ts'
import type { Outcome } from './tasks.ts'
import type { JournaledEvent, TimerKind, Transition } from './transition.ts'

const executionRow = z.object({
  id: z.int(),
  arn: z.string(),
  machine: z.string(),
  name: z.string(),
  definition: z.int(),
  start_at: z.string(),
  input: z.string(),
  status: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] satisfies Status[]),
  started: z.int(),
  stopped: z.int().nullable(),
  output: z.string().nullable(),
  error: z.string().nullable(),
  cause: z.string().nullable(),
  redrives: z.int(),
  link_execution: z.int().nullable(),
  link_thread: z.int().nullable(),
})
/** An execution as the journal keeps it; moments in epoch milliseconds, input and output as JSON text. */
export type ExecutionRow = z.infer<typeof executionRow>

const countsRow = z.object({
  next_event: z.int(),
  next_thread: z.int(),
  transitions: z.int(),
  bytes: z.int(),
})
export type CountsRow = z.infer<typeof countsRow>

const definitionRow = z.object({ id: z.int(), name: z.string(), arn: z.string(), text: z.string() })
const timerKind = z.enum(['wait', 'retry', 'timeout', 'heartbeat', 'execution'] satisfies TimerKind[])
const timerRow = z.object({
  id: z.int(),
  execution: z.int(),
  thread: z.int(),
  kind: timerKind,
  due: z.number(),
})
export type TimerRow = z.infer<typeof timerRow>
type TimerKey = Omit<TimerRow, 'due'>

const tokenRow = z.object({
  token: z.string(),
  execution: z.int(),
  thread: z.int(),
  outcome: z.string().nullable(),
  closed: z.int(),
})
export type TokenRow = z.infer<typeof tokenRow>

export interface NewExecution {
  readonly id: number
  readonly arn: string
  readonly machine: string
  readonly name: string
  readonly definition: number
  readonly startAt: string
  readonly input: string
  readonly started: number
  readonly link: Link | undefined
}

export interface Listing {
  readonly machine?: string | undefined
  readonly status?: Status | undefined
  /** Only executions that were started before the one with this id. */
  readonly before?: number | undefined
  readonly max: number
}

/** The timers of an execution as a whole stand under no thread. */
export const WHOLE_EXECUTION = -1

/**
 * Everything that must outlive the process, in one SQLite file (WAL, synchronous=NORMAL). A commit is written
 * to the log before it returns, so a SIGKILL of this process loses none; an incomplete one is rolled back at
 * the next open. A power cut may lose the last commits and leaves the file consistent. FULL would prevent
 * that by an fsync a commit, many times slower, which a development machine does not need.
 */
export class Journal {
  readonly #database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  #group: Promise<void> | undefined
  #lastTimer: number

  constructor(file: string) {
    this.#database = new DatabaseSync(file)
    // Locks the file: two engines on it would both do all the work. The lock ends with the process.
    this.#database.exec(
      'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL',
    )
    this.#database.exec(schema)
    this.#lastTimer = Number(this.#prepared('SELECT coalesce(max(id), 0) AS id FROM timers').get()?.id)
  }

  close(): void {
    this.flush()
    this.#database.close()
  }

  #prepared(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }

  #run(sql: string, ...values: SQLInputValue[]): void {
    this.#begin()
    this.#prepared(sql).run(...values)
  }

  /**
   * Resolves when everything written so far is committed; nothing may be done or acknowledged before. Writes
   * of one turn of the event loop share a transaction.
   */
  durable(): Promise<void> {
    return this.#group ?? Promise.resolve()
  }

  #begin(): void {
    if (this.#group !== undefined) return
    this.#prepared('BEGIN IMMEDIATE').run()
    this.#group = new Promise((resolve, reject) => {
      setImmediate(() => {
        try {
          this.flush()
          resolve()
        } catch (fault) {
          reject(fault)
        }
      })
    })
    // Whoever awaits the group hears of the fault; an unawaited one must not end the process.
    this.#group.catch(() => {})
  }

  /** Commits what has been written, now. */
  flush(): void {
    if (this.#group === undefined) return
    this.#group = undefined
    this.#prepared('COMMIT').run()
  }

  /** Keeps a definition for as long as executions may need it, and says under which id. */
  keepDefinition(name: string, arn: string, text: string): number {
    this.#run(
      'INSERT INTO definitions (name, arn, text) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      name,
      arn,
      text,
    )
    const row = this.#prepared('SELECT id FROM definitions WHERE name = ? AND arn = ? AND text = ?').get(
      name,
      arn,
      text,
    )
    return z.object({ id: z.int() }).parse(row).id
  }

  definition(id: number): z.infer<typeof definitionRow> {
    return definitionRow.parse(this.#prepared('SELECT * FROM definitions WHERE id = ?').get(id))
  }

  lastExecution(): number {
    const row = this.#prepared('SELECT coalesce(max(id), 0) AS id FROM executions').get()
    return z.object({ id: z.int() }).parse(row).id
  }

  insert(execution: NewExecution): void {
    const { id, arn, machine, name, definition, startAt, input, started, link } = execution
    this.#run(
      `INSERT INTO executions (id, arn, machine, name, definition, start_at, input, status, started, redrives,
         link_execution, link_thread) VALUES (?, ?, ?, ?, ?, ?, ?, 'RUNNING', ?, 0, ?, ?)`,
      ...[
        ...[id, arn, machine, name, definition, startAt, input, started],
        ...[link?.execution ?? null, link?.thread ?? null],
      ],
    )
  }

  execution(id: number): ExecutionRow | undefined {
    const row = this.#prepared('SELECT * FROM executions WHERE id = ?').get(id)
    return row && executionRow.parse(row)
  }

  executionOf(arn: string): ExecutionRow | undefined {
    const row = this.#prepared('SELECT * FROM executions WHERE arn = ?').get(arn)
    return row && executionRow.parse(row)
  }

  /** How far an execution's history has come. */
  counts(execution: number): CountsRow {
    const row = this.#prepared(
      `SELECT next_event, next_thread, transitions, bytes FROM history WHERE execution = ?
       ORDER BY first DESC LIMIT 1`,
    ).get(execution)
    return countsRow.parse(row)
  }

  /** Latest first. */
  list({ machine, status, before, max }: Listing): ExecutionRow[] {
    const rows = this.#prepared(
      `SELECT * FROM executions WHERE (?1 IS NULL OR machine = ?1) AND (?2 IS NULL OR status = ?2) AND id < ?3
       ORDER BY id DESC LIMIT ?4`,
    ).all(machine ?? null, status ?? null, before ?? Number.MAX_SAFE_INTEGER, max)
    return rows.map((row) => executionRow.parse(row))
  }

  events(execution: number): JournaledEvent[] {
    const rows = this.#prepared('SELECT events FROM history WHERE execution = ? ORDER BY first').all(
      execution,
    )
    return rows.flatMap(({ events }): JournaledEvent[] => JSON.parse(String(events)))
  }

  threads(execution: number): Map<number, Thread> {
    const rows = this.#prepared('SELECT id, frame, progress FROM threads WHERE execution = ?').all(execution)
    const threads = new Map<number, Thread>()
    for (const row of rows) {
      const frame: Frame = JSON.parse(String(row.frame))
      const progress: Progress = JSON.parse(String(row.progress))
      threads.set(Number(row.id), { id: Number(row.id), frame, progress })
    }
    return threads
  }

  /** Running executions with a thread that waits for more than a timer or an open token. */
  unsettled(): number[] {
    const rows = this.#prepared(
      `SELECT execution FROM threads JOIN executions ON executions.id = execution
       WHERE status = 'RUNNING' AND at IN ('enter', 'ready', 'working', 'launching', 'launched', 'execution')
       UNION
       SELECT threads.execution FROM threads JOIN tokens ON tokens.token = json_extract(progress, '$.phase.token')
       WHERE at = 'token' AND outcome IS NOT NULL
       ORDER BY execution`,
    ).all()
    return rows.map(({ execution }) => Number(execution))
  }

  /** Running executions whose parent no longer waits for them. */
  orphans(): number[] {
    const rows = this.#prepared(
      `SELECT executions.id FROM executions LEFT JOIN threads ON threads.execution = link_execution AND threads.id = link_thread
       WHERE status = 'RUNNING' AND link_execution IS NOT NULL
         AND (at IS NULL OR at NOT IN ('launched', 'execution'))`,
    ).all()
    return rows.map(({ id }) => Number(id))
  }

  /** Writes everything that a step has decided. */
  commit(transition: Transition): void {
    const { execution, events, ending } = transition
    const { id } = execution
    if (events.length > 0) this.#writeEvents(transition)
    for (const { token, thread } of transition.tokens)
      this.#run(
        'INSERT INTO tokens (token, execution, thread, closed) VALUES (?, ?, ?, 0)',
        token,
        id,
        thread,
      )
    for (const token of transition.closedTokens)
      this.#run('UPDATE tokens SET closed = 1 WHERE token = ?', token)
    if (ending !== undefined) {
      const { status, output, error, cause } = ending
      this.#run(
        'UPDATE executions SET status = ?, stopped = ?, output = ?, error = ?, cause = ? WHERE id = ?',
        ...[status, transition.now, output ?? null, error ?? null, cause ?? null, id],
      )
      this.#run('DELETE FROM timers WHERE execution = ?', id)
      if (status === 'SUCCEEDED') this.#run('DELETE FROM threads WHERE execution = ?', id)
      else this.#writeThreads(transition)
      return
    }
    this.#writeThreads(transition)
    for (const thread of transition.cleared)
      this.#run('DELETE FROM timers WHERE execution = ? AND thread = ?', id, thread)
    for (const { thread, kind, due } of transition.timers)
      this.setTimer(id, thread, kind, due, due - transition.now)
  }

  #writeEvents(transition: Transition): void {
    const { execution, events } = transition
    const text = JSON.stringify(events)
    transition.bytes = text.length
    this.#run(
      `INSERT INTO history (execution, first, next_event, next_thread, transitions, bytes, events)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      ...[execution.id, execution.nextEvent, transition.nextEvent, transition.nextThread],
      ...[execution.transitions + transition.transitions, execution.bytes + text.length, text],
    )
  }

  #writeThreads({ execution, changed, reframed }: Transition): void {
    for (const [id, thread] of changed) {
      if (thread === undefined)
        this.#run('DELETE FROM threads WHERE execution = ? AND id = ?', execution.id, id)
      else if (reframed.has(id)) this.#writeThread(execution.id, thread)
      else this.writeProgress(execution.id, thread)
    }
  }

  #writeThread(execution: number, { id, frame, progress }: Thread): void {
    this.#run(
      'INSERT OR REPLACE INTO threads (execution, id, at, frame, progress) VALUES (?, ?, ?, ?, ?)',
      ...[execution, id, progress.phase.at, JSON.stringify(frame), JSON.stringify(progress)],
    )
  }

  writeProgress(execution: number, { id, progress }: Thread): void {
    this.#run(
      'UPDATE threads SET at = ?, progress = ? WHERE execution = ? AND id = ?',
      ...[progress.phase.at, JSON.stringify(progress), execution, id],
    )
  }

  setTimer(execution: number, thread: number, kind: TimerKind, due: number, span: number): void {
    this.#lastTimer += 1
    this.#run(
      'INSERT OR REPLACE INTO timers (id, execution, thread, kind, due, span) VALUES (?, ?, ?, ?, ?, ?)',
      ...[this.#lastTimer, execution, thread, kind, due, span],
    )
  }

  /** The moment at which the next timer is due. */
  nextDue(): number | undefined {
    const row = this.#prepared('SELECT due FROM timers ORDER BY due LIMIT 1').get()
    return row && Number(row.due)
  }

  /**
   * The earliest timer due by now, of equals the one set first; `passedOver`: timers that are being fired.
   */
  dueTimer(now: number, passedOver: ReadonlyMap<number, unknown>): TimerRow | undefined {
    for (const row of this.#prepared('SELECT * FROM timers WHERE due <= ? ORDER BY due, id').iterate(now))
      if (!passedOver.has(Number(row.id))) return timerRow.parse(row)
    return undefined
  }

  /** Whether a timer is still set, and due by that moment. */
  isDue({ id, execution, thread, kind }: TimerKey, by: number): boolean {
    const row = this.#prepared(
      'SELECT 1 FROM timers WHERE execution = ? AND thread = ? AND kind = ? AND id = ? AND due <= ?',
    ).get(execution, thread, kind, id, by)
    return row !== undefined
  }

  /** Sets the heartbeat's timer anew, from now. */
  beat(execution: number, thread: number, now: number): void {
    this.#run(
      "UPDATE timers SET due = ? + span WHERE execution = ? AND thread = ? AND kind = 'heartbeat'",
      ...[now, execution, thread],
    )
  }

  token(token: string): TokenRow | undefined {
    const row = this.#prepared('SELECT * FROM tokens WHERE token = ?').get(token)
    return row && tokenRow.parse(row)
  }

  /** Keeps a token's answer. */
  answer(token: string, outcome: Outcome): void {
    this.#run('UPDATE tokens SET outcome = ? WHERE token = ?', JSON.stringify(outcome), token)
  }

  /** Puts an execution that has failed back to work, with the event that says so. */
  reopen(execution: number, event: JournaledEvent): void {
    this.#run(
      `UPDATE executions SET status = 'RUNNING', stopped = NULL, error = NULL, cause = NULL,
         redrives = redrives + 1 WHERE id = ?`,
      execution,
    )
    const counts = this.counts(execution)
    const text = JSON.stringify([event])
    this.#run(
      `INSERT INTO history (execution, first, next_event, next_thread, transitions, bytes, events)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      ...[execution, counts.next_event, counts.next_event + 1, counts.next_thread, counts.transitions],
      ...[counts.bytes + text.length, text],
    )
  }
}
