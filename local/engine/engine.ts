import { randomUUID } from 'node:crypto'
import type { ExecutionListItem, HistoryEvent } from '@aws-sdk/client-sfn'
import { executionArn, isExecutionName, machineArn, machineNameOf } from './arns.ts'
import type { Clock } from './clock.ts'
import { type Description, description, historyEvent, listItem } from './descriptions.ts'
import { ROOT, type Status } from './execution.ts'
import * as faults from './faults.ts'
import { type Invoke, integrationsWith } from './integration.ts'
import { Journal, type TokenRow } from './journal.ts'
import type { JsonObject } from './json.ts'
import { Machines } from './machines.ts'
import type { Source } from './read-definition.ts'
import { redrive } from './redrive.ts'
import { Runner } from './runner.ts'
import { isTooLong } from './scope.ts'
import type { Outcome } from './tasks.ts'

export interface EngineOptions {
  /** The journal: a path, whose folder exists, or `:memory:`. One engine a file. */
  readonly file: string
  readonly clock: Clock
  /**
   * Runs a Lambda function. After a kill it runs again where no result was journaled: at least once an
   * attempt.
   */
  readonly invoke: Invoke
  readonly machines: readonly {
    readonly name: string
    /** ASL text, its substitutions filled (`fillSubstitutions`). */
    readonly definition: string
    /** `arn:aws:states:local:000000000000:stateMachine:NAME` unless given. */
    readonly arn?: string
  }[]
  /** Stands before the task tokens and the names that the engine makes up. */
  readonly idPrefix?: string
  /** More service integrations, by `service:action` as it stands in `arn:…:states:::service:action`. */
  readonly integrations?: Readonly<Record<string, (parameters: JsonObject) => Promise<unknown>>>
  /**
   * Called when the engine cannot go on (the journal cannot be written, or a defect). The engine has stopped,
   * and the next process resumes from the journal. By default the fault is thrown out of the event loop.
   */
  readonly onFault?: (fault: unknown) => void
}

const throwOut = (fault: unknown): void => {
  setImmediate(() => {
    throw fault
  })
}

export interface StartExecution {
  /** Its name or its ARN. */
  readonly machine: string
  readonly name?: string
  /** A JSON value. */
  readonly input: unknown
}

export interface ListExecutions {
  readonly stateMachine?: string
  readonly status?: Status
  readonly max?: number
  /** The `next` of the page before. */
  readonly before?: number
}

/** Step Functions on one machine. Faults carry the names of the AWS SDK's (`ExecutionAlreadyExists`, `TaskTimedOut`, …). */
export interface Engine {
  /** Continues what the last process left; once, before any other call. */
  resume(): void
  /**
   * Journals an execution and runs it. A second start with the same name and input while it runs answers the
   * first.
   * @throws ExecutionAlreadyExists, InvalidName, InvalidExecutionInput, StateMachineDoesNotExist
   */
  start(execution: StartExecution): Promise<{ executionArn: string; startDate: Date }>
  /** @throws InvalidToken, TaskDoesNotExist, TaskTimedOut (answered before, timed out, or its execution ended), InvalidOutput */
  sendTaskSuccess(token: string, output: unknown): Promise<void>
  /** @throws InvalidToken, TaskDoesNotExist, TaskTimedOut */
  sendTaskFailure(token: string, error?: string, cause?: string): Promise<void>
  /** @throws InvalidToken, TaskDoesNotExist, TaskTimedOut */
  sendTaskHeartbeat(token: string): Promise<void>
  /** Every event, as GetExecutionHistory has them, oldest first. @throws ExecutionDoesNotExist */
  history(executionArn: string): HistoryEvent[]
  /** @throws ExecutionDoesNotExist */
  describe(executionArn: string): Description
  /** Latest first; `next` is undefined on the last page. */
  list(options?: ListExecutions): { executions: ExecutionListItem[]; next: number | undefined }
  /** @throws ExecutionDoesNotExist */
  stop(executionArn: string, error?: string, cause?: string): Promise<{ stopDate: Date }>
  /** Lets an execution that has failed go on from the states that did. @throws ExecutionNotRedrivable */
  redrive(executionArn: string): Promise<{ redriveDate: Date }>
  /** Resolves when nothing runs: everything waits for a timer or a token. */
  settled(): Promise<void>
  /** Epoch milliseconds of the next timer. */
  nextDue(): number | undefined
  /**
   * Fires the timers due by `now`, earliest first over all executions, each with its consequences before the
   * next. Consequences happen at the clock's time, so a host that jumps moves the clock from due time to due
   * time (`advance`). Calls may overlap: one that waits for a slow function holds up no other.
   */
  fireDue(now: number): Promise<void>
  close(): Promise<void>
}

const MOST_LISTED = 100

const jsonText = (value: unknown, invalid: () => Error): string => {
  const text: string | undefined = JSON.stringify(value)
  if (text === undefined || isTooLong(text)) throw invalid()
  return text
}

const machinesOf = (journal: Journal, options: EngineOptions, sources: readonly Source[]): Machines => {
  try {
    const integrations = integrationsWith(options.invoke, options.integrations)
    return new Machines(journal, options.clock, integrations, sources)
  } catch (fault) {
    journal.close()
    throw fault
  }
}

/** @throws InvalidDefinitionError when a definition holds what AWS would refuse or this engine does not run */
export const openEngine = (options: EngineOptions): Engine => {
  const { clock, idPrefix = '' } = options
  const journal = new Journal(options.file)
  const sources = options.machines.map(({ name, definition, arn = machineArn(name) }) => ({
    name,
    definition,
    arn,
  }))
  const machines = machinesOf(journal, options, sources)
  const runner = new Runner(journal, clock, machines, idPrefix, options.onFault ?? throwOut)
  /** The timers whose firing is not in the journal yet. */
  const firing = new Map<number, Promise<void>>()
  const arnOf = (definition: number): string => machines.of(definition).arn

  const found = (arn: string) => {
    const row = journal.executionOf(arn)
    if (row === undefined) throw faults.executionDoesNotExist(arn)
    return row
  }

  const isToken = (token: string): boolean =>
    token.startsWith(idPrefix) && /^[0-9a-f-]{36}$/.test(token.slice(idPrefix.length))

  const open = (token: string): TokenRow => {
    if (!isToken(token)) throw faults.invalidToken()
    const row = journal.token(token)
    if (row === undefined) throw faults.taskDoesNotExist()
    if (row.closed !== 0 || row.outcome !== null || runner.isClosing(row.execution, token))
      throw faults.taskTimedOut()
    return row
  }

  /** Journals the answer before acknowledging it and before acting on it. */
  const answer = async (token: string, outcome: Outcome): Promise<void> => {
    const { execution, thread } = open(token)
    journal.answer(token, outcome)
    runner.post(execution, { kind: 'answered', thread, token, outcome })
    await journal.durable()
  }

  return {
    resume: () => runner.resume(),

    async start({ machine, name = `${idPrefix}${randomUUID()}`, input }) {
      const known = machineNameOf(machine)
      const definition = machines.named(known)
      if (definition === undefined) throw faults.stateMachineDoesNotExist(machine)
      if (!isExecutionName(name)) throw faults.invalidName(name)
      const text = jsonText(input, faults.invalidExecutionInput)
      const arn = executionArn(known, name)
      const existing = journal.executionOf(arn)
      if (existing !== undefined) {
        await journal.durable()
        if (existing.status !== 'RUNNING' || existing.input !== text) throw faults.executionAlreadyExists(arn)
        return { executionArn: arn, startDate: new Date(existing.started) }
      }
      const { startAt } = machines.of(definition)
      const begins = {
        machine: known,
        definition,
        name,
        arn,
        startAt,
        input: JSON.parse(text),
        link: undefined,
      }
      const id = runner.begin(begins)
      const startDate = new Date(clock.now())
      runner.post(id, { kind: 'run', threads: [ROOT] })
      await journal.durable()
      return { executionArn: arn, startDate }
    },

    async sendTaskSuccess(token, output) {
      await answer(token, { ok: true, output: JSON.parse(jsonText(output, faults.invalidOutput)) })
    },

    async sendTaskFailure(token, error, cause) {
      await answer(token, { ok: false, error, cause })
    },

    async sendTaskHeartbeat(token) {
      const { execution, thread } = open(token)
      journal.beat(execution, thread, clock.now())
      await journal.durable()
    },

    history: (arn) => journal.events(found(arn).id).map(historyEvent),

    describe(arn) {
      const row = found(arn)
      return description(row, journal.counts(row.id), arnOf)
    },

    list({ stateMachine, status, max = MOST_LISTED, before } = {}) {
      const machine = stateMachine === undefined ? undefined : machineNameOf(stateMachine)
      const rows = journal.list({ machine, status, before, max: max + 1 })
      const page = rows.slice(0, max)
      const next = rows.length > max ? page.at(-1)?.id : undefined
      return { executions: page.map((row) => listItem(row, arnOf)), next }
    },

    async stop(arn, error, cause) {
      const { id } = found(arn)
      await new Promise<void>((heard) => runner.post(id, { kind: 'stop', error, cause }, heard))
      return { stopDate: new Date(found(arn).stopped ?? clock.now()) }
    },

    async redrive(arn) {
      redrive(journal, runner, machines, found(arn), clock.now())
      await journal.durable()
      return { redriveDate: new Date(clock.now()) }
    },

    settled: () => runner.activity.quiet(),

    nextDue: () => journal.nextDue(),

    async fireDue(now) {
      for (
        let timer = journal.dueTimer(now, firing);
        timer !== undefined;
        timer = journal.dueTimer(now, firing)
      ) {
        const { id, execution, thread, kind } = timer
        const mark = runner.activity.mark()
        const fired = new Promise<void>((heard) =>
          runner.post(execution, { kind: 'due', thread, timer: kind, id, by: now }, heard),
        )
        firing.set(
          id,
          fired.finally(() => firing.delete(id)),
        )
        await runner.activity.quiet(mark)
      }
      // Timers that another call is firing: waits for them, so that none due by `now` is left.
      await Promise.all(firing.values())
    },

    async close() {
      await runner.close()
      journal.close()
    },
  }
}
