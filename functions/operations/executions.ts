import {
  DescribeExecutionCommand,
  DescribeStateMachineForExecutionCommand,
  ExecutionDoesNotExist,
  ExecutionNotRedrivable,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  InvalidToken,
  ListExecutionsCommand,
  RedriveExecutionCommand,
  SFNClient,
} from '@aws-sdk/client-sfn'
import type { WorkflowName } from '../../workflows/contract.ts'
import { environment } from '../platform/environment.ts'
import { port } from '../platform/port.ts'
import { CursorInvalid } from '../platform/table.ts'
import { machineVariable } from '../platform/workflows.ts'

export const executionStatuses = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const
export type ExecutionStatus = (typeof executionStatuses)[number]

/** An execution, in a list. */
export interface ExecutionSummary {
  readonly name: string
  readonly status: ExecutionStatus
  readonly startedAt: Date
  readonly stoppedAt: Date | undefined
  readonly redrives: number
}

/** One execution. What it was given and what it gave stay with the host: they are of no use to an operator. */
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

const machineArn = (workflow: WorkflowName): string => environment(machineVariable(workflow))
const executionArn = (workflow: WorkflowName, name: string): string =>
  `${machineArn(workflow).replace(':stateMachine:', ':execution:')}:${name}`

/** What `ask` answers; undefined where there is no such execution. */
const ifThere = async <T>(ask: Promise<T>): Promise<T | undefined> => {
  try {
    return await ask
  } catch (error) {
    if (error instanceof ExecutionDoesNotExist) return undefined
    throw error
  }
}

/** A page of Step Functions' own; a token that is not one of its own is the caller's fault. */
const paged = async <T>(ask: Promise<T>): Promise<T> => {
  try {
    return await ask
  } catch (error) {
    if (error instanceof InvalidToken) throw new CursorInvalid('The cursor belongs to no page of this list.')
    throw error
  }
}

/** On AWS: the executions as Step Functions itself tells of them. */
export const stepFunctions = (client: SFNClient): Executions => ({
  async list(workflow, { status, cursor, limit }) {
    const { executions = [], nextToken } = await paged(
      client.send(
        new ListExecutionsCommand({
          stateMachineArn: machineArn(workflow),
          statusFilter: status,
          maxResults: limit,
          nextToken: cursor,
        }),
      ),
    )
    return { items: executions.flatMap(summaryOf), cursor: nextToken }
  },
  async describe(workflow, name) {
    const found = await ifThere(
      client.send(new DescribeExecutionCommand({ executionArn: executionArn(workflow, name) })),
    )
    const [summary] = found === undefined ? [] : summaryOf(found)
    return (
      summary && {
        ...summary,
        error: found?.error,
        cause: found?.cause,
        redrivable: found?.redriveStatus === 'REDRIVABLE',
      }
    )
  },
  async history(workflow, name, { cursor, limit, backwards = false }) {
    const { events = [], nextToken } = await paged(
      client.send(
        new GetExecutionHistoryCommand({
          executionArn: executionArn(workflow, name),
          maxResults: limit,
          nextToken: cursor,
          reverseOrder: backwards,
          includeExecutionData: false,
        }),
      ),
    )
    return { items: events, cursor: nextToken }
  },
  async definition(workflow, name) {
    const found = await ifThere(
      client.send(
        new DescribeStateMachineForExecutionCommand({ executionArn: executionArn(workflow, name) }),
      ),
    )
    return found?.definition
  },
  async redrive(workflow, name) {
    try {
      await client.send(new RedriveExecutionCommand({ executionArn: executionArn(workflow, name) }))
      return 'redriven'
    } catch (error) {
      if (error instanceof ExecutionNotRedrivable || error instanceof ExecutionDoesNotExist) return 'refused'
      throw error
    }
  },
})

export const executions = port<Executions>(() => stepFunctions(new SFNClient()))
