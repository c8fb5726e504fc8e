import type { HistoryEvent } from '@aws-sdk/client-sfn'
import type { WorkflowName } from '../../workflows/contract.ts'
import { type ExecutionStatus, executionStatuses } from './execution-status.ts'

/** An execution, in a list. */
export interface ExecutionSummary {
  readonly name: string
  readonly status: ExecutionStatus
  readonly startedAt: Date
  readonly stoppedAt: Date | undefined
  readonly redrives: number
}

/** One execution. Its input and output stay with the host: an operator needs neither. */
export interface ExecutionDetail extends ExecutionSummary {
  readonly error: string | undefined
  readonly cause: string | undefined
  /** The host would let it go on from where it failed. */
  readonly redrivable: boolean
}

interface PageOf<T> {
  readonly items: readonly T[]
  readonly cursor: string | undefined
}

export interface ListedExecutions {
  readonly status?: ExecutionStatus | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

export interface ReadHistory {
  readonly cursor?: string | undefined
  readonly limit: number
  /** The latest events first. */
  readonly backwards?: boolean
}

/** The executions of the state machines, as an operator looks after them. */
export interface Executions {
  /** Of one state machine, the latest first; the iterations of a Map are not among them. */
  list(workflow: WorkflowName, page: ListedExecutions): Promise<PageOf<ExecutionSummary>>
  describe(workflow: WorkflowName, name: string): Promise<ExecutionDetail | undefined>
  /** @throws when there is no such execution */
  history(workflow: WorkflowName, name: string, page: ReadHistory): Promise<PageOf<HistoryEvent>>
  /** The state machine as this execution runs it, in ASL; undefined: no such execution. */
  definition(workflow: WorkflowName, name: string): Promise<string | undefined>
  /** Lets one that has failed go on from the states that did; `refused`: it may not (any more). */
  redrive(workflow: WorkflowName, name: string): Promise<'redriven' | 'refused'>
}

interface Listed {
  readonly name?: string | undefined
  readonly status?: string | undefined
  readonly startDate?: Date | undefined
  readonly stopDate?: Date | undefined
  readonly redriveCount?: number | undefined
}

/** What both hosts say of an execution in Step Functions' own shape. */
export const summaryOf = ({
  name,
  status,
  startDate,
  stopDate,
  redriveCount,
}: Listed): ExecutionSummary[] => {
  const known = executionStatuses.find((one) => one === status)
  return name === undefined || startDate === undefined || known === undefined
    ? []
    : [{ name, status: known, startedAt: startDate, stoppedAt: stopDate, redrives: redriveCount ?? 0 }]
}
