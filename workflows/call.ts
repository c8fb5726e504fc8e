import type { Catcher, Expression, Retrier, Task, Template } from './definition.ts'

/** The answer of the function that a state calls. */
export const ANSWER: Expression = '{% $states.result.Payload %}'

const fieldsOf = (place: string, names: readonly string[]): Readonly<Record<string, Expression>> =>
  Object.fromEntries(names.map((name) => [name, `{% ${place}.${name} %}` as const]))

/** Fields that the execution was started with, under their own names. */
export const startedWith = (...names: readonly string[]) => fieldsOf('$states.context.Execution.Input', names)

/** Fields that the state before handed on, under their own names. */
export const handedOn = (...names: readonly string[]) => fieldsOf('$states.input', names)

/** How services say that they are down or overrun, by the names of their errors: Lambda, and what its code calls. */
export const SERVICE_ERRORS = [
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
  'Sandbox.Timedout',
  'InternalServerError',
  'InternalServiceError',
  'InternalFailure',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'SlowDown',
  'ThrottlingException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'ProvisionedThroughputExceededException',
  'TransactionCanceledException',
  'TransactionInProgressException',
  'KMSInternalException',
  'DependencyTimeoutException',
  'TimeoutError',
] as const

/** While a service is down an execution waits for it: an hour and a half on the average, for its delays are drawn, three at most. */
export const serviceRetry: Retrier = {
  ErrorEquals: SERVICE_ERRORS,
  IntervalSeconds: 2,
  MaxAttempts: 20,
  BackoffRate: 2,
  MaxDelaySeconds: 900,
  JitterStrategy: 'FULL',
}

/** The retries of every call. After another error than a service's: six more attempts within about two minutes. */
export const standardRetries: readonly Retrier[] = [
  serviceRetry,
  {
    ErrorEquals: ['States.TaskFailed'],
    IntervalSeconds: 2,
    MaxAttempts: 6,
    BackoffRate: 2,
    MaxDelaySeconds: 60,
    JitterStrategy: 'FULL',
  },
]

/** The standard retries, except after these errors: they are answers that the state catches. */
export const retryUnless = (...errors: readonly string[]): readonly Retrier[] => [
  { ErrorEquals: errors, MaxAttempts: 0 },
  ...standardRetries,
]

/** The step that a placeholder stands for: `OpenTask` → `open-task`. */
export const stepOf = (placeholder: string): string =>
  placeholder.replaceAll(/(?!^)([A-Z])/g, '-$1').toLowerCase()

interface Call<To extends string> {
  readonly comment: string
  /** The placeholder under which the workflow's contract names the step. */
  readonly to: string
  /** The step's payload, besides `step`, by which a function tells its steps apart. */
  readonly payload: Readonly<Record<string, Template>>
  /** The standard retries alone, where nothing is said. */
  readonly retry?: readonly Retrier[]
  readonly caught?: readonly Catcher<To>[]
  /** What the state hands on; by default the integration's whole result. */
  readonly output?: Template
  /** The next state; by default the execution ends. */
  readonly next?: To
}

/** A state that calls a function and goes on with its answer. */
export const call = <const To extends string = never>({
  comment,
  to,
  payload,
  retry = standardRetries,
  caught,
  output,
  next,
}: Call<To>): Task<To> => ({
  Comment: comment,
  Type: 'Task',
  Resource: 'arn:${Partition}:states:::lambda:invoke',
  Arguments: { FunctionName: `\${${to}}`, Payload: { step: stepOf(to), ...payload } },
  Retry: retry,
  ...(caught && { Catch: caught }),
  ...(output && { Output: output }),
  ...(next === undefined ? { End: true } : { Next: next }),
})
