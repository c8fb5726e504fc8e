/**
 * What our workflows use of the Amazon States Language, as types. `To` is where a state may lead: the compiler
 * refuses a definition whose states lead to one that is not beside them.
 */

/** JSONata, as the language marks it. */
export type Expression = `{% ${string} %}`

/** An expression, or an object whose fields are expressions or plain text. */
export type Template = Expression | Readonly<Record<string, string>>

export type Retrier =
  | { readonly ErrorEquals: readonly string[]; readonly MaxAttempts: 0 }
  | {
      readonly ErrorEquals: readonly string[]
      readonly IntervalSeconds: number
      readonly MaxAttempts: number
      readonly BackoffRate: number
      readonly MaxDelaySeconds: number
      readonly JitterStrategy: 'FULL'
    }

export interface Catcher<To extends string> {
  readonly ErrorEquals: readonly string[]
  readonly Output?: Template
  readonly Next: To
}

type Onward<To extends string> = { readonly Next: To } | { readonly End: true }

/** Calls a function; with `.waitForTaskToken` it then waits until somebody answers the token. */
export type Task<To extends string> = Onward<To> & {
  readonly Comment: string
  readonly Type: 'Task'
  readonly Resource: `arn:\${Partition}:states:::lambda:invoke${'' | '.waitForTaskToken'}`
  readonly TimeoutSeconds?: Expression
  readonly Arguments: { readonly FunctionName: `\${${string}}`; readonly Payload: Template }
  readonly Retry: readonly Retrier[]
  readonly Catch?: readonly Catcher<To>[]
  readonly Output?: Template
}

export interface Choice<To extends string> {
  readonly Comment?: string
  readonly Type: 'Choice'
  readonly Choices: readonly { readonly Condition: Expression; readonly Next: To }[]
  readonly Default: To
}

type Wait<To extends string> = Onward<To> & {
  readonly Comment: string
  readonly Type: 'Wait'
  readonly Seconds: Expression
}

/** A distributed Map: an execution of its own for each item. */
type Fan<To extends string> = Onward<To> & {
  readonly Comment: string
  readonly Type: 'Map'
  readonly Label: string
  readonly Items: Expression
  readonly ItemSelector: Template
  readonly MaxConcurrency: number
  readonly ToleratedFailurePercentage: number
  readonly ItemProcessor: Region<string> & {
    readonly ProcessorConfig: { readonly Mode: 'DISTRIBUTED'; readonly ExecutionType: 'STANDARD' }
  }
  readonly Output: Template
  readonly Catch: readonly Catcher<To>[]
}

interface Succeed {
  readonly Type: 'Succeed'
}

interface Fail {
  readonly Comment: string
  readonly Type: 'Fail'
  readonly Error: string
  readonly Cause: string
}

type State<To extends string> = Task<To> | Choice<To> | Wait<To> | Fan<To> | Succeed | Fail

interface Region<Name extends string> {
  readonly StartAt: NoInfer<Name>
  readonly States: Readonly<Record<Name, State<NoInfer<Name>>>>
}

export interface Definition extends Region<string> {
  readonly Comment: string
  readonly QueryLanguage: 'JSONata'
  readonly TimeoutSeconds: number
}

/** States that lead only to each other: the body of a Map. */
export const region = <Name extends string>(states: Region<Name>): Region<Name> => states

/** A whole definition; `Comment` cites the articles, `TimeoutSeconds` is the longest that an execution may live. */
export const definition = <Name extends string>({
  Comment,
  TimeoutSeconds,
  StartAt,
  States,
}: Pick<Definition, 'Comment' | 'TimeoutSeconds'> & Region<Name>): Definition => ({
  Comment,
  QueryLanguage: 'JSONata',
  TimeoutSeconds,
  StartAt,
  States,
})
