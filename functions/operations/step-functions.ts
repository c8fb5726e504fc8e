import {
  DescribeExecutionCommand,
  DescribeStateMachineForExecutionCommand,
  ExecutionDoesNotExist,
  ExecutionNotRedrivable,
  GetExecutionHistoryCommand,
  InvalidToken,
  ListExecutionsCommand,
  RedriveExecutionCommand,
  SFNClient,
} from '@aws-sdk/client-sfn'
import type { WorkflowName } from '../../workflows/contract.ts'
import { CursorInvalidError } from '../platform/cursor-invalid.ts'
import { environment } from '../platform/environment.ts'
import { machineVariable } from '../platform/workflows.ts'
import { type Executions, summaryOf } from './executions.ts'

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
    if (error instanceof InvalidToken)
      throw new CursorInvalidError('The cursor belongs to no page of this list.')
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

/** The executions that a Lambda may look after. */
export const executionsFromEnvironment = (): Executions => stepFunctions(new SFNClient())
