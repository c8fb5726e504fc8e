import type { DescribeExecutionOutput, ExecutionListItem, HistoryEvent } from '@aws-sdk/client-sfn'
import type { CountsRow, ExecutionRow } from './journal.ts'
import { type Json, parseJson } from './json.ts'
import type { Ended } from './tasks.ts'
import type { JournaledEvent } from './transition.ts'

/** DescribeExecution's answer, and what an execution has cost. */
export interface Description extends DescribeExecutionOutput {
  /** States entered, and tries: what AWS bills. */
  readonly transitionCount: number
  readonly historyEventCount: number
  /** Of the history as JSON text. */
  readonly historyBytes: number
}

type MachineArn = (definition: number) => string

export const listItem = (row: ExecutionRow, machineArn: MachineArn): ExecutionListItem => ({
  executionArn: row.arn,
  stateMachineArn: machineArn(row.definition),
  name: row.name,
  status: row.status,
  startDate: new Date(row.started),
  ...(row.stopped !== null && { stopDate: new Date(row.stopped) }),
  redriveCount: row.redrives,
})

export const description = (row: ExecutionRow, counts: CountsRow, machineArn: MachineArn): Description => ({
  ...listItem(row, machineArn),
  executionArn: row.arn,
  stateMachineArn: machineArn(row.definition),
  status: row.status,
  startDate: new Date(row.started),
  input: row.input,
  inputDetails: { included: true },
  ...(row.output !== null && { output: row.output, outputDetails: { included: true } }),
  ...(row.error !== null && { error: row.error }),
  ...(row.cause !== null && { cause: row.cause }),
  transitionCount: counts.transitions,
  historyEventCount: counts.next_event - 1,
  historyBytes: counts.bytes,
})

/** One event in the shape of GetExecutionHistory. */
export const historyEvent = ({ timestamp, ...event }: JournaledEvent): HistoryEvent => ({
  ...event,
  timestamp: new Date(timestamp),
})

/** What `startExecution.sync:2` gives its state for a result, or for the cause of its failure. */
export const endedOf = (row: ExecutionRow, machineArn: string): Ended => {
  const output = row.output === null ? undefined : parseJson(row.output)
  const described: Json = {
    ExecutionArn: row.arn,
    Input: parseJson(row.input),
    InputDetails: { Included: true },
    Name: row.name,
    ...(output !== undefined && { Output: output, OutputDetails: { Included: true } }),
    ...(row.error !== null && { Error: row.error }),
    ...(row.cause !== null && { Cause: row.cause }),
    RedriveCount: row.redrives,
    StartDate: row.started,
    StateMachineArn: machineArn,
    Status: row.status,
    StopDate: row.stopped,
  }
  const outcome =
    row.status === 'SUCCEEDED'
      ? ({ ok: true, output: output ?? null } as const)
      : ({ ok: false, error: row.error ?? undefined, cause: row.cause ?? undefined } as const)
  return { execution: row.id, outcome, description: described }
}
