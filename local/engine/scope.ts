import type { Scope, States } from './expressions.ts'
import { isObject, type Json, type JsonObject } from './json.ts'
import { StateFailureError } from './state-failure.ts'
import type { Transition } from './transition.ts'

const moment = (epochMilliseconds: number): string => new Date(epochMilliseconds).toISOString()

/** The context object of AWS: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html */
const contextOf = ({ execution, find }: Bound, id: number, more: JsonObject): Json => {
  const { frame, progress } = find(id)
  return {
    Execution: {
      Id: execution.arn,
      Input: execution.input,
      Name: execution.name,
      RoleArn: 'arn:aws:iam::000000000000:role/local',
      StartTime: moment(execution.startedAt),
      RedriveCount: execution.redrives,
    },
    StateMachine: { Id: execution.machine.arn, Name: execution.machine.name },
    State: {
      Name: frame.state,
      EnteredTime: moment(progress.enteredAt),
      RetryCount: progress.tries.reduce((sum, each) => sum + each, 0),
    },
    ...(frame.item && { Map: { Item: { Index: frame.item.index, Value: frame.item.value } } }),
    ...more,
  }
}

interface Bound {
  readonly execution: Transition['execution']
  readonly find: Transition['thread']
}

interface Given {
  readonly result?: Json | undefined
  readonly errorOutput?: Json | undefined
  /** More of the context: the task's token, the item that is being selected. */
  readonly context?: JsonObject | undefined
}

/** What the expressions of a thread's state can see. */
export const scopeOf = (transition: Transition, id: number, given: Given = {}): Scope => {
  const { frame } = transition.thread(id)
  const bound = { execution: transition.execution, find: (thread: number) => transition.thread(thread) }
  const states: States = {
    input: frame.input,
    context: contextOf(bound, id, given.context ?? {}),
    ...(given.result !== undefined && { result: given.result }),
    ...(given.errorOutput !== undefined && { errorOutput: given.errorOutput }),
  }
  return { states, variables: frame.variables }
}

const unexpected = (location: string, expected: string, value: Json): StateFailureError =>
  new StateFailureError(
    'States.QueryEvaluationError',
    `The JSONata expression specified for the field '${location}' returned an unexpected result type. Expected '${expected}', but was: ${JSON.stringify(value)}`,
    location,
  )

export const wholeNumber = (value: Json, location: string): number => {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
  throw unexpected(location, 'integer', value)
}

export const number = (value: Json, location: string): number => {
  if (typeof value === 'number') return value
  throw unexpected(location, 'number', value)
}

export const text = (value: Json, location: string): string => {
  if (typeof value === 'string') return value
  throw unexpected(location, 'string', value)
}

export const truth = (value: Json, location: string): boolean => {
  if (typeof value === 'boolean') return value
  throw unexpected(location, 'boolean', value)
}

export const record = (value: Json, location: string): JsonObject => {
  if (isObject(value)) return value
  throw unexpected(location, 'object', value)
}

/** A state's data hold at most 256 KiB as UTF-8 text. */
const MAXIMUM_BYTES = 262_144

/** The text of what a state passes on. Fails with `States.DataLimitExceeded`. */
export const serialise = (value: Json): string => {
  const serialised = JSON.stringify(value)
  if (isTooLong(serialised))
    throw new StateFailureError(
      'States.DataLimitExceeded',
      'The state returned a result with a size exceeding the maximum',
    )
  return serialised
}

// No character takes more than three bytes for one unit of its length.
export const isTooLong = (serialised: string): boolean =>
  serialised.length * 3 > MAXIMUM_BYTES && Buffer.byteLength(serialised) > MAXIMUM_BYTES
