import {
  ExecutionAlreadyExists,
  InvalidToken,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn'
import type { WorkflowName } from '../../workflows/contract.ts'
import { environment } from './environment.ts'

/**
 * The result of answering a task token; `gone`: no execution waits on it (answered before, timed out, or
 * ended), so the caller has nothing left to do.
 */
export type TokenAnswer = 'taken' | 'gone'

/** The state machines, as the functions see them. */
export interface Workflows {
  /** Starts an execution under its natural name; a second start under the same name does nothing. */
  start(workflow: WorkflowName, name: string, input: object): Promise<void>
  succeed(token: string, output: object): Promise<TokenAnswer>
  fail(token: string, error: string, cause: string): Promise<TokenAnswer>
}

/** The environment variable that holds a state machine's ARN. */
export const machineVariable = (workflow: WorkflowName): string =>
  `MACHINE_${workflow.toUpperCase().replaceAll('-', '_')}`

const answered = async (send: Promise<unknown>): Promise<TokenAnswer> => {
  try {
    await send
    return 'taken'
  } catch (error) {
    if (error instanceof TaskTimedOut || error instanceof TaskDoesNotExist || error instanceof InvalidToken)
      return 'gone'
    throw error
  }
}

const stepFunctions = (client: SFNClient): Workflows => ({
  async start(workflow, name, input) {
    const stateMachineArn = environment(machineVariable(workflow))
    try {
      await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }))
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error
    }
  },
  succeed: (taskToken, output) =>
    answered(client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }))),
  fail: (taskToken, error, cause) =>
    answered(client.send(new SendTaskFailureCommand({ taskToken, error, cause }))),
})

/** The state machines that a Lambda may start or answer. */
export const workflowsFromEnvironment = (): Workflows => stepFunctions(new SFNClient())
