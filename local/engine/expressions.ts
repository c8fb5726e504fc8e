import jsonata from 'jsonata'
import type { Clock } from './clock.ts'
import { InvalidDefinitionError } from './faults.ts'
import { isArray, isObject, type Json } from './json.ts'
import { stepFunctionsFunctions } from './jsonata-functions.ts'
import { StateFailureError } from './state-failure.ts'

/** What `$states` holds; `result` and `errorOutput` only where AWS provides them. */
export interface States {
  readonly input: Json
  readonly context: Json
  readonly result?: Json
  readonly errorOutput?: Json
}

/** What an expression can see: `$states` and the workflow variables, each under its name without the dollar. */
export interface Scope {
  readonly states: States
  readonly variables: { readonly [name: string]: Json }
}

/** A field of a state, compiled. Fails with `States.QueryEvaluationError`, as on AWS. */
export type Template = (scope: Scope) => Json | Promise<Json>

const EXPRESSION = /^\{%([\s\S]*)%\}$/

export const isExpression = (value: unknown): value is string =>
  typeof value === 'string' && EXPRESSION.test(value)

/** Rid of JSONata's own marks on sequences; what JSON cannot hold is refused as on AWS. */
const plain = (value: unknown, refuse: (reason: string) => StateFailureError): Json => {
  if (value === null || typeof value === 'boolean' || typeof value === 'string' || typeof value === 'number')
    return value
  if (Array.isArray(value)) return value.map((each: unknown) => plain(each, refuse))
  if (typeof value !== 'object' || '_jsonata_lambda' in value || '_jsonata_function' in value)
    throw refuse('returned an unsupported result type.')
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return Object.fromEntries(entries.map(([key, each]) => [key, plain(each, refuse)]))
}

const messageOf = (fault: unknown): string =>
  typeof fault === 'object' && fault !== null && 'message' in fault ? String(fault.message) : String(fault)

const compileExpression = (source: string, location: string, clock: Clock): Template => {
  let expression: jsonata.Expression
  try {
    expression = jsonata(source)
  } catch (fault) {
    throw new InvalidDefinitionError(`field "${location}": ${messageOf(fault)}`)
  }
  for (const [name, { implementation, signature }] of Object.entries(stepFunctionsFunctions(clock)))
    expression.registerFunction(name, implementation, signature)

  const quoted = `The JSONata expression '${source}' specified for the field '${location}'`
  const refuse = (reason: string) =>
    new StateFailureError('States.QueryEvaluationError', `${quoted} ${reason}`, location)
  return async ({ states, variables }) => {
    let value: unknown
    try {
      value = await expression.evaluate(undefined, { ...variables, states })
    } catch (fault) {
      throw refuse(`threw an error during evaluation. ${messageOf(fault)}`)
    }
    if (value === undefined) throw refuse('returned nothing (undefined).')
    return plain(value, refuse)
  }
}

/**
 * Compiles a field: every string `{% … %}` in it, however deep, is an expression; the rest stands as written.
 * A syntax error is refused here, at load. `location` names the field as AWS does: `Arguments/Payload/id`.
 */
export const compile = (value: Json, location: string, clock: Clock): Template => {
  if (typeof value === 'string') {
    const source = EXPRESSION.exec(value)?.[1]
    return source === undefined ? () => value : compileExpression(source.trim(), location, clock)
  }
  if (isArray(value)) {
    if (!holdsExpression(value)) return () => value
    const parts = value.map((each, index) => compile(each, `${location}[${index}]`, clock))
    return async (scope) => {
      const filled: Json[] = []
      for (const part of parts) filled.push(await part(scope))
      return filled
    }
  }
  if (isObject(value)) {
    if (!holdsExpression(value)) return () => value
    const parts = Object.entries(value).map(
      ([key, each]) => [key, compile(each, `${location}/${key}`, clock)] as const,
    )
    return async (scope) => {
      const filled: Record<string, Json> = {}
      for (const [key, part] of parts) filled[key] = await part(scope)
      return filled
    }
  }
  return () => value
}

const holdsExpression = (value: Json): boolean => {
  if (isArray(value)) return value.some(holdsExpression)
  if (isObject(value)) return Object.values(value).some(holdsExpression)
  return isExpression(value)
}
