import { type Engine, type EngineOptions, openEngine } from '../../local/engine/engine.ts'
import type { Json } from '../../local/engine/json.ts'
import { advance } from '../../local/engine/timers.ts'

/** 2026-01-01T00:00:00Z, where every test begins. */
export const START = Date.UTC(2026, 0, 1)

export const SECOND = 1000
export const DAY = 86_400 * SECOND

type Functions = Readonly<Record<string, (payload: Json) => unknown>>

export const lambda = 'arn:aws:states:::lambda:invoke'
export const lambdaWithToken = 'arn:aws-cn:states:::lambda:invoke.waitForTaskToken'

/** A definition of these states, beginning with the first. */
export const machineOf = (states: Record<string, object>, timeoutSeconds = 1_000_000): string =>
  JSON.stringify({
    QueryLanguage: 'JSONata',
    TimeoutSeconds: timeoutSeconds,
    StartAt: Object.keys(states)[0],
    States: states,
  })

/** A Task that calls a function with what `payload` says. */
export const call = (name: string, payload: unknown, more: object): object => ({
  Type: 'Task',
  Resource: lambda,
  Arguments: { FunctionName: name, Payload: payload },
  Output: '{% $states.result.Payload %}',
  ...more,
})

/** A Task that hands its token to a function and waits for the answer. */
export const ask = (name: string, more: object): object => ({
  Type: 'Task',
  Resource: lambdaWithToken,
  Arguments: { FunctionName: name, Payload: { token: '{% $states.context.Task.Token %}' } },
  ...more,
})

export interface Laboratory {
  readonly engine: Engine
  now(): number
  /** Moves the clock forward by so many milliseconds; all that falls due on the way happens. */
  pass(milliseconds: number): Promise<void>
  /** Starts an execution, lets it run until it waits or ends, and says what DescribeExecution does. */
  run(input?: unknown, options?: { machine?: string; name?: string }): Promise<Ran>
}

export interface Ran {
  readonly arn: string
  readonly status: string | undefined
  readonly output: Json | undefined
  readonly error: string | undefined
  readonly cause: string | undefined
}

export const ranOf = (engine: Engine, arn: string): Ran => {
  const { status, output, error, cause } = engine.describe(arn)
  return { arn, status, output: output === undefined ? undefined : JSON.parse(output), error, cause }
}

interface Setting {
  readonly functions?: Functions
  readonly file?: string
  readonly integrations?: EngineOptions['integrations']
  readonly begins?: number
}

/** An engine with a clock of its own; the machine `main` unless more are named. */
export const laboratory = (
  definitions: string | Record<string, string>,
  setting: Setting = {},
): Laboratory => {
  const machines = typeof definitions === 'string' ? { main: definitions } : definitions
  let moment = setting.begins ?? START
  const now = () => moment
  const engine = openEngine({
    file: setting.file ?? ':memory:',
    clock: { now },
    invoke: async (name, payload) => {
      const found = setting.functions?.[name]
      if (found === undefined) throw new Error(`no function ${name}`)
      return found(payload)
    },
    machines: Object.entries(machines).map(([name, definition]) => ({ name, definition })),
    ...(setting.integrations && { integrations: setting.integrations }),
    onFault: () => {},
  })
  const pass = async (milliseconds: number): Promise<void> => {
    const move = (to: number) => {
      moment = to
    }
    await advance(engine, now, move, moment + milliseconds)
  }
  return {
    engine,
    now,
    pass,
    async run(input = {}, { machine = 'main', name } = {}) {
      const { executionArn } = await engine.start({ machine, input, ...(name !== undefined && { name }) })
      await engine.settled()
      return ranOf(engine, executionArn)
    },
  }
}

/** The types of an execution's events, in order. */
export const eventTypes = (engine: Engine, arn: string): string[] =>
  engine.history(arn).map(({ type }) => String(type))
