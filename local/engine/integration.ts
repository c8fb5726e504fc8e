import { InvalidDefinitionError } from './faults.ts'
import { type Json, type JsonObject, overTheWire } from './json.ts'
import { StateFailureError } from './state-failure.ts'

/** Runs a function as Lambda would. What it throws becomes the task's error under its `name`. */
export type Invoke = (functionName: string, payload: Json) => Promise<unknown>

/** One call to a service, at least once: repeated where the process dies before the result is journaled. */
export type Perform = (parameters: JsonObject) => Promise<Json>

export interface Integration {
  /** As Step Functions names them in its histories: `lambda` and `invoke.waitForTaskToken`. */
  readonly resourceType: string
  readonly resource: string
  /**
   * When the task ends: with the call's return, with the token's answer, or with the execution that it
   * started.
   */
  readonly pattern: 'response' | 'token' | 'sync'
  /** The arguments it takes; undefined: any. */
  readonly accepts: readonly string[] | undefined
  /** `launch`: the engine itself starts the execution that the arguments name. */
  readonly work: Perform | 'launch'
}

export type Integrations = ReadonlyMap<string, Integration>

/** What Lambda reports of a function that threw: its name and, as JSON, its type and message. */
const lambdaFailure = (fault: unknown): StateFailureError => {
  const errorType = fault instanceof Error ? fault.name : 'Lambda.Unknown'
  const errorMessage = fault instanceof Error ? fault.message : String(fault)
  return new StateFailureError(errorType, JSON.stringify({ errorType, errorMessage }))
}

const lambdaInvoke =
  (invoke: Invoke): Perform =>
  async ({ FunctionName, Payload }) => {
    if (typeof FunctionName !== 'string')
      throw new StateFailureError('States.Runtime', 'FunctionName must be a string')
    let payload: Json
    try {
      payload = overTheWire(await invoke(FunctionName, Payload ?? {}))
    } catch (fault) {
      throw lambdaFailure(fault)
    }
    return { ExecutedVersion: '$LATEST', Payload: payload, StatusCode: 200 }
  }

/** A call of the host's own, under the service's name: `aws-sdk:dynamodb:putItem`. */
const custom = (key: string, call: (parameters: JsonObject) => Promise<unknown>): Integration => {
  const split = key.lastIndexOf(':')
  return {
    resourceType: key.slice(0, split),
    resource: key.slice(split + 1),
    pattern: 'response',
    accepts: undefined,
    work: async (parameters) => {
      try {
        return overTheWire(await call(parameters))
      } catch (fault) {
        throw fault instanceof Error ? new StateFailureError(fault.name, fault.message) : lambdaFailure(fault)
      }
    },
  }
}

/** What tasks can call: Lambda, other state machines, and what the host adds under `service:action`. */
export const integrationsWith = (
  invoke: Invoke,
  more: Readonly<Record<string, (parameters: JsonObject) => Promise<unknown>>> = {},
): Integrations => {
  const lambda = { resourceType: 'lambda', accepts: ['FunctionName', 'Payload'], work: lambdaInvoke(invoke) }
  const states = {
    resourceType: 'states',
    accepts: ['StateMachineArn', 'Input', 'Name'],
    work: 'launch',
  } as const
  return new Map<string, Integration>([
    ['lambda:invoke', { ...lambda, resource: 'invoke', pattern: 'response' }],
    ['lambda:invoke.waitForTaskToken', { ...lambda, resource: 'invoke.waitForTaskToken', pattern: 'token' }],
    ['states:startExecution', { ...states, resource: 'startExecution', pattern: 'response' }],
    ['states:startExecution.sync:2', { ...states, resource: 'startExecution.sync:2', pattern: 'sync' }],
    ...Object.entries(more).map(([key, call]) => [key, custom(key, call)] as const),
  ])
}

/**
 * Finds what a Task's resource names, in whichever partition it is spelled.
 * @throws InvalidDefinitionError when this engine has no such integration
 */
export const integrationOf = (integrations: Integrations, resource: string): Integration => {
  const key = /^arn:aws(?:-cn|-us-gov)?:states:::(.+)$/.exec(resource)?.[1]
  const found = key === undefined ? undefined : integrations.get(key)
  if (found === undefined)
    throw new InvalidDefinitionError(`field "Resource": "${resource}" is not supported`)
  return found
}
