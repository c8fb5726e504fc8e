import type * as z from 'zod'
import type { Clock } from './clock.ts'
import { machineShape, placeholders, type StateShape, stateShape } from './definition.ts'
import { compile, type Template } from './expressions.ts'
import { InvalidDefinitionError } from './faults.ts'
import { type Integrations, integrationOf } from './integration.ts'
import { isObject, type Json } from './json.ts'
import type { Catcher, Machine, MapState, Retrier, Shaping, State } from './machine.ts'

/**
 * Fills the `${Placeholders}` of a definition, as CloudFormation's DefinitionSubstitutions do.
 * @throws InvalidDefinitionError when one has no value
 */
export const fillSubstitutions = (text: string, values: Readonly<Record<string, string>>): string => {
  const unfilled = [...placeholders(text)].filter((name) => values[name] === undefined)
  if (unfilled.length > 0)
    throw new InvalidDefinitionError(`no value for ${unfilled.map((name) => `\${${name}}`).join(', ')}`)
  return text.replaceAll(/\$\{([A-Za-z0-9_]+)\}/g, (_, name: string) => values[name] ?? '')
}

const describe = (issues: readonly z.core.$ZodIssue[]): string =>
  issues
    .map((issue) => {
      const path = issue.path.join('.')
      if (issue.code === 'unrecognized_keys')
        return issue.keys
          .map((key) => `field "${path === '' ? key : `${path}.${key}`}" is not supported`)
          .join('; ')
      return path === '' ? issue.message : `field "${path}": ${issue.message}`
    })
    .join('; ')

const wildcard = (name: string): boolean => name === 'States.ALL'

/** A wildcard stands alone, and last: what came after it could never match. */
const checkErrors = (
  field: string,
  clauses: readonly { readonly ErrorEquals: readonly string[] }[],
): void => {
  clauses.forEach(({ ErrorEquals }, index) => {
    if (ErrorEquals.some(wildcard) && (ErrorEquals.length > 1 || index < clauses.length - 1))
      throw new InvalidDefinitionError(
        `field "${field}.${index}.ErrorEquals": States.ALL must stand alone, and last`,
      )
  })
}

interface Region {
  readonly StartAt: string
  readonly States: Readonly<Record<string, unknown>>
}

/** Reads one definition into a machine; everything that is wrong with it comes out as InvalidDefinitionError. */
class Loader {
  readonly states = new Map<string, State>()
  readonly #clock: Clock
  readonly #integrations: Integrations

  constructor(clock: Clock, integrations: Integrations) {
    this.#clock = clock
    this.#integrations = integrations
  }

  #template(value: Json | undefined, location: string): Template | undefined {
    return value === undefined ? undefined : compile(value, location, this.#clock)
  }

  #shaping(
    shape: { readonly Output?: Json | undefined; readonly Assign?: Json | undefined },
    within = '',
  ): Shaping {
    return {
      output: this.#template(shape.Output, `${within}Output`),
      assign: this.#template(shape.Assign, `${within}Assign`),
    }
  }

  #onward(shape: { readonly Next?: string | undefined; readonly End?: boolean | undefined }): {
    next: string | undefined
  } {
    if ((shape.Next === undefined) === (shape.End !== true))
      throw new InvalidDefinitionError('needs either "Next" or "End": true')
    return { next: shape.Next }
  }

  #resilient(shape: Extract<StateShape, { Type: 'Task' | 'Parallel' | 'Map' }>): {
    retry: readonly Retrier[]
    catch: readonly Catcher[]
  } {
    checkErrors('Retry', shape.Retry)
    checkErrors('Catch', shape.Catch)
    return {
      retry: shape.Retry.map((retrier) => ({
        errors: retrier.ErrorEquals,
        intervalSeconds: retrier.IntervalSeconds,
        maxAttempts: retrier.MaxAttempts,
        backoffRate: retrier.BackoffRate,
        maxDelaySeconds: retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY,
        jitter: retrier.JitterStrategy === 'FULL',
      })),
      catch: shape.Catch.map((catcher, index) => ({
        errors: catcher.ErrorEquals,
        next: catcher.Next,
        ...this.#shaping(catcher, `Catch[${index}]/`),
      })),
    }
  }

  #map(name: string, shape: Extract<StateShape, { Type: 'Map' }>, assigned: ReadonlySet<string>): MapState {
    const isDistributed = shape.ItemProcessor.ProcessorConfig.Mode === 'DISTRIBUTED'
    if (!isDistributed)
      for (const field of [
        'ItemBatcher',
        'ToleratedFailurePercentage',
        'ToleratedFailureCount',
        'Label',
      ] as const)
        if (shape[field] !== undefined)
          throw new InvalidDefinitionError(`field "${field}" needs a DISTRIBUTED ItemProcessor`)
    // A distributed Map's executions see nothing of the outer variables.
    this.#region(shape.ItemProcessor, isDistributed ? new Set() : assigned)
    const batcher = shape.ItemBatcher
    return {
      type: 'Map',
      name,
      start: shape.ItemProcessor.StartAt,
      items: this.#template(shape.Items, 'Items'),
      itemSelector: this.#template(shape.ItemSelector, 'ItemSelector'),
      maxConcurrency: this.#template(shape.MaxConcurrency, 'MaxConcurrency'),
      distributed: isDistributed
        ? {
            label: shape.Label ?? name.replaceAll(/[^A-Za-z0-9_-]/g, '').slice(0, 40),
            batch: batcher && {
              size: compile(batcher.MaxItemsPerBatch, 'ItemBatcher/MaxItemsPerBatch', this.#clock),
              input: this.#template(batcher.BatchInput, 'ItemBatcher/BatchInput'),
            },
            toleratedPercentage: this.#template(
              shape.ToleratedFailurePercentage,
              'ToleratedFailurePercentage',
            ),
            toleratedCount: this.#template(shape.ToleratedFailureCount, 'ToleratedFailureCount'),
          }
        : undefined,
      ...this.#shaping(shape),
      ...this.#resilient(shape),
      ...this.#onward(shape),
    }
  }

  #state(name: string, shape: StateShape, assigned: ReadonlySet<string>): State {
    const type = shape.Type
    switch (type) {
      case 'Task': {
        const integration = integrationOf(this.#integrations, shape.Resource)
        const given = shape.Arguments ?? {}
        if (isObject(given) && integration.accepts !== undefined)
          for (const key of Object.keys(given))
            if (!integration.accepts.includes(key))
              throw new InvalidDefinitionError(`field "Arguments.${key}" is not supported`)
        return {
          type,
          name,
          integration,
          arguments: compile(given, 'Arguments', this.#clock),
          timeoutSeconds: this.#template(shape.TimeoutSeconds, 'TimeoutSeconds'),
          heartbeatSeconds: this.#template(shape.HeartbeatSeconds, 'HeartbeatSeconds'),
          ...this.#shaping(shape),
          ...this.#resilient(shape),
          ...this.#onward(shape),
        }
      }
      case 'Choice':
        return {
          type,
          name,
          rules: shape.Choices.map((rule, index) => ({
            condition: compile(rule.Condition, `Choices[${index}]/Condition`, this.#clock),
            location: `Choices[${index}]/Condition`,
            next: rule.Next,
            ...this.#shaping(rule, `Choices[${index}]/`),
          })),
          otherwise: shape.Default,
          ...this.#shaping(shape),
        }
      case 'Pass':
        return { type, name, ...this.#shaping(shape), ...this.#onward(shape) }
      case 'Wait': {
        const { Seconds, Timestamp } = shape
        if ((Seconds === undefined) === (Timestamp === undefined))
          throw new InvalidDefinitionError('needs either "Seconds" or "Timestamp"')
        const until =
          Seconds === undefined
            ? ({ kind: 'timestamp', value: compile(Timestamp ?? '', 'Timestamp', this.#clock) } as const)
            : ({ kind: 'seconds', value: compile(Seconds, 'Seconds', this.#clock) } as const)
        return { type, name, until, ...this.#shaping(shape), ...this.#onward(shape) }
      }
      case 'Parallel':
        for (const branch of shape.Branches) this.#region(branch, assigned)
        return {
          type,
          name,
          branches: shape.Branches.map(({ StartAt }) => StartAt),
          arguments: this.#template(shape.Arguments, 'Arguments'),
          ...this.#shaping(shape),
          ...this.#resilient(shape),
          ...this.#onward(shape),
        }
      case 'Map':
        return this.#map(name, shape, assigned)
      case 'Succeed':
        return { type, name, output: this.#template(shape.Output, 'Output') }
      case 'Fail':
        return {
          type,
          name,
          error: this.#template(shape.Error, 'Error'),
          cause: this.#template(shape.Cause, 'Cause'),
        }
    }
  }

  /** Reads a set of states that only leads to itself: the top level, a branch, an iteration. */
  region(region: Region): void {
    this.#region(region, new Set())
  }

  #region(region: Region, outer: ReadonlySet<string>): void {
    const shapes = Object.entries(region.States).map(([name, written]) => {
      const parsed = stateShape.safeParse(written)
      if (!parsed.success)
        throw new InvalidDefinitionError(`state "${name}": ${describe(parsed.error.issues)}`)
      return [name, parsed.data] as const
    })
    const names = new Set(shapes.map(([name]) => name))
    if (!names.has(region.StartAt))
      throw new InvalidDefinitionError(`field "StartAt": no state "${region.StartAt}" here`)

    const assigned = new Set([...outer, ...shapes.flatMap(([, shape]) => assignments(shape))])
    for (const [name, shape] of shapes) {
      try {
        for (const target of targets(shape))
          if (!names.has(target))
            throw new InvalidDefinitionError(`leads to "${target}", which is no state beside it`)
        for (const variable of assignments(shape))
          if (outer.has(variable))
            throw new InvalidDefinitionError(
              `field "Assign.${variable}": an outer state assigns a variable of this name`,
            )
        if (this.states.has(name)) throw new InvalidDefinitionError('its name is taken by another state')
        this.states.set(name, this.#state(name, shape, assigned))
      } catch (fault) {
        if (!(fault instanceof InvalidDefinitionError) || fault.message.startsWith('state "')) throw fault
        throw new InvalidDefinitionError(`state "${name}": ${fault.message}`)
      }
    }
  }
}

const targets = (shape: StateShape): string[] => {
  const clauses = 'Catch' in shape ? shape.Catch : 'Choices' in shape ? shape.Choices : []
  const own = 'Next' in shape ? shape.Next : 'Default' in shape ? shape.Default : undefined
  return [...clauses.map(({ Next }) => Next), ...(own === undefined ? [] : [own])]
}

const assignments = (shape: StateShape): string[] => {
  const clauses = 'Catch' in shape ? shape.Catch : 'Choices' in shape ? shape.Choices : []
  const own = 'Assign' in shape ? [shape.Assign] : []
  return [...own, ...clauses.map(({ Assign }) => Assign)].flatMap((assign) => Object.keys(assign ?? {}))
}

export interface Source {
  readonly name: string
  readonly arn: string
  /** The definition as ASL text, its substitutions filled. */
  readonly definition: string
}

/**
 * Reads a definition. What AWS would refuse and what this engine does not run is refused here.
 * @throws InvalidDefinitionError with the machine, the state and the field
 */
export const load = (
  { name, arn, definition }: Source,
  clock: Clock,
  integrations: Integrations,
): Machine => {
  try {
    const open = [...placeholders(definition)]
    if (open.length > 0)
      throw new InvalidDefinitionError(`unfilled: ${open.map((each) => `\${${each}}`).join(', ')}`)
    const written: unknown = JSON.parse(definition)
    const parsed = machineShape.safeParse(written)
    if (!parsed.success) throw new InvalidDefinitionError(describe(parsed.error.issues))
    const loader = new Loader(clock, integrations)
    loader.region(parsed.data)
    const { StartAt: startAt, TimeoutSeconds: timeoutSeconds } = parsed.data
    return { name, arn, startAt, timeoutSeconds, states: loader.states }
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault)
    throw new InvalidDefinitionError(`state machine ${name}: ${reason}`)
  }
}
