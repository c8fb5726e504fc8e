import * as z from 'zod'
import { isExpression } from './expressions.ts'

/**
 * The JSONata subset of Amazon States Language that this engine runs, as it is written. Every object is
 * strict: a field that stands in a definition and not here is refused at load, never ignored.
 * https://states-language.net, https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html
 */
const expression = z.string().refine(isExpression, 'must be a JSONata expression {% … %}')
const countOr = (least: number) => z.union([z.int().min(least), expression])
const seconds = z.union([z.int().min(1).max(99_999_999), expression])
const json = z.json()
const variables = z.record(
  z.string().regex(/^(?!states$)[A-Za-z_][A-Za-z0-9_]{0,79}$/, 'is not a variable name'),
  json,
)
const errors = z.array(z.string().min(1)).min(1)

const described = {
  Comment: z.string().optional(),
  QueryLanguage: z.literal('JSONata').optional(),
}
const onward = { Next: z.string().optional(), End: z.boolean().optional() }
const shaped = { Output: json.optional(), Assign: variables.optional() }

const retrier = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: errors,
  IntervalSeconds: z.int().min(1).max(99_999_999).default(1),
  MaxAttempts: z.int().min(0).max(99_999_999).default(3),
  BackoffRate: z.number().min(1).default(2),
  MaxDelaySeconds: z.int().min(1).max(31_622_400).optional(),
  JitterStrategy: z.enum(['NONE', 'FULL']).default('NONE'),
})
const catcher = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: errors,
  Next: z.string(),
  ...shaped,
})
const resilient = { Retry: z.array(retrier).default([]), Catch: z.array(catcher).default([]) }

const region = z.object({ StartAt: z.string(), States: z.record(z.string().min(1).max(80), z.unknown()) })
const branch = z.strictObject({ Comment: z.string().optional(), ...region.shape })
const processor = z.strictObject({
  Comment: z.string().optional(),
  ProcessorConfig: z
    .discriminatedUnion('Mode', [
      z.strictObject({ Mode: z.literal('INLINE') }),
      z.strictObject({ Mode: z.literal('DISTRIBUTED'), ExecutionType: z.enum(['STANDARD', 'EXPRESS']) }),
    ])
    .default({ Mode: 'INLINE' }),
  ...region.shape,
})

export const stateShape = z.discriminatedUnion('Type', [
  z.strictObject({
    Type: z.literal('Task'),
    ...described,
    Resource: z.string(),
    Arguments: json.optional(),
    TimeoutSeconds: seconds.optional(),
    HeartbeatSeconds: seconds.optional(),
    ...shaped,
    ...resilient,
    ...onward,
  }),
  z.strictObject({
    Type: z.literal('Choice'),
    ...described,
    Choices: z
      .array(
        z.strictObject({
          Comment: z.string().optional(),
          Condition: z.union([z.boolean(), expression]),
          Next: z.string(),
          ...shaped,
        }),
      )
      .min(1),
    Default: z.string().optional(),
    ...shaped,
  }),
  z.strictObject({ Type: z.literal('Pass'), ...described, ...shaped, ...onward }),
  z.strictObject({
    Type: z.literal('Wait'),
    ...described,
    Seconds: z.union([z.int().min(0).max(99_999_999), expression]).optional(),
    Timestamp: z.string().optional(),
    ...shaped,
    ...onward,
  }),
  z.strictObject({
    Type: z.literal('Parallel'),
    ...described,
    Branches: z.array(branch).min(1),
    Arguments: json.optional(),
    ...shaped,
    ...resilient,
    ...onward,
  }),
  z.strictObject({
    Type: z.literal('Map'),
    ...described,
    ItemProcessor: processor,
    Items: z.union([z.array(json), expression]).optional(),
    ItemSelector: json.optional(),
    ItemBatcher: z.strictObject({ MaxItemsPerBatch: countOr(1), BatchInput: json.optional() }).optional(),
    MaxConcurrency: countOr(0).optional(),
    ToleratedFailurePercentage: z.union([z.number().min(0).max(100), expression]).optional(),
    ToleratedFailureCount: countOr(0).optional(),
    Label: z
      .string()
      .regex(/^[^\s?*<>{}[\]:;,\\|^~$#%&`"]{1,40}$/)
      .optional(),
    ...shaped,
    ...resilient,
    ...onward,
  }),
  z.strictObject({ Type: z.literal('Succeed'), ...described, Output: json.optional() }),
  z.strictObject({
    Type: z.literal('Fail'),
    ...described,
    Error: z.string().optional(),
    Cause: z.string().optional(),
  }),
])
export type StateShape = z.infer<typeof stateShape>
export type StateType = StateShape['Type']

export const machineShape = z.strictObject({
  Comment: z.string().optional(),
  Version: z.literal('1.0').optional(),
  QueryLanguage: z.literal('JSONata', 'the top level must say "QueryLanguage": "JSONata"'),
  TimeoutSeconds: z.int('the top level must set TimeoutSeconds, a whole number').min(1).max(99_999_999),
  ...region.shape,
})

const PLACEHOLDER = /\$\{([A-Za-z0-9_]+)\}/g

/** The names of the `${Placeholders}` that stand in a definition. */
export const placeholders = (text: string): ReadonlySet<string> =>
  new Set(Array.from(text.matchAll(PLACEHOLDER), ([, name = '']) => name))
