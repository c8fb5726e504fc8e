import type { StateType } from './definition.ts'
import type { Template } from './expressions.ts'
import type { Integration } from './integration.ts'

/** What a state makes of what it got: its output, and the variables it sets. */
export interface Shaping {
  readonly output: Template | undefined
  readonly assign: Template | undefined
}

export interface Retrier {
  readonly errors: readonly string[]
  readonly intervalSeconds: number
  readonly maxAttempts: number
  readonly backoffRate: number
  readonly maxDelaySeconds: number
  readonly jitter: boolean
}

export interface Catcher extends Shaping {
  readonly errors: readonly string[]
  readonly next: string
}

interface Named<T extends StateType> {
  readonly type: T
  readonly name: string
}

/** Where the flow goes on; undefined: it ends here. */
interface Onward extends Shaping {
  readonly next: string | undefined
}

interface Resilient {
  readonly retry: readonly Retrier[]
  readonly catch: readonly Catcher[]
}

export interface TaskState extends Named<'Task'>, Onward, Resilient {
  readonly integration: Integration
  readonly arguments: Template
  readonly timeoutSeconds: Template | undefined
  readonly heartbeatSeconds: Template | undefined
}

interface ChoiceRule extends Shaping {
  readonly condition: Template
  readonly location: string
  readonly next: string
}

export interface ChoiceState extends Named<'Choice'>, Shaping {
  readonly rules: readonly ChoiceRule[]
  readonly otherwise: string | undefined
}

export interface PassState extends Named<'Pass'>, Onward {}

export interface WaitState extends Named<'Wait'>, Onward {
  readonly until: { readonly kind: 'seconds' | 'timestamp'; readonly value: Template }
}

export interface ParallelState extends Named<'Parallel'>, Onward, Resilient {
  /** The first state of every branch. */
  readonly branches: readonly string[]
  readonly arguments: Template | undefined
}

export interface MapState extends Named<'Map'>, Onward, Resilient {
  /** The first state of an iteration. */
  readonly start: string
  readonly items: Template | undefined
  readonly itemSelector: Template | undefined
  readonly maxConcurrency: Template | undefined
  readonly distributed: Distribution | undefined
}

/** A distributed Map: every item, or batch of items, is an execution of its own. */
interface Distribution {
  readonly label: string
  readonly batch: { readonly size: Template; readonly input: Template | undefined } | undefined
  readonly toleratedPercentage: Template | undefined
  readonly toleratedCount: Template | undefined
}

export interface SucceedState extends Named<'Succeed'> {
  readonly output: Template | undefined
}

export interface FailState extends Named<'Fail'> {
  readonly error: Template | undefined
  readonly cause: Template | undefined
}

export type State =
  | TaskState
  | ChoiceState
  | PassState
  | WaitState
  | ParallelState
  | MapState
  | SucceedState
  | FailState

/** A state machine, ready to run. State names are unique in the whole of it, as on AWS. */
export interface Machine {
  readonly name: string
  readonly arn: string
  readonly startAt: string
  readonly timeoutSeconds: number
  readonly states: ReadonlyMap<string, State>
}
