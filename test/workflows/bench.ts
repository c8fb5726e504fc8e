import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { type Engine, openEngine } from '../../local/engine/engine.ts'
import { fillSubstitutions } from '../../local/engine/read-definition.ts'
import { workflowContracts } from '../../workflows/all.ts'
import type { WorkflowName } from '../../workflows/contract.ts'

const Told = z.looseObject({ step: z.string().optional() })

interface Invocation {
  readonly name: string
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at the fields that it names
  readonly payload: any
}

type Play = (invocation: Invocation) => unknown

/** One workflow as it is now. */
export const openBench = (workflow: WorkflowName, play: Play = () => null) =>
  openBenchFor(
    {
      name: workflow,
      text: readFileSync(`workflows/${workflow}/${workflow}.asl.json`, 'utf8'),
      functions: workflowContracts[workflow].steps,
    },
    play,
  )

interface Machine {
  readonly name: string
  /** Its definition, with placeholders. */
  readonly text: string
  /** Placeholder → name of the function; here each step is one of its own. */
  readonly functions: Readonly<Record<string, string>>
}

/** A machine on an engine of its own, with functions that a test plays and a clock that it moves. */
export const openBenchFor = ({ name: machine, text, functions }: Machine, play: Play) => {
  const clock = {
    time: Date.parse('2026-06-01T09:00:00+08:00'),
    now() {
      return this.time
    },
  }
  const invocations: Invocation[] = []
  const engine: Engine = openEngine({
    file: ':memory:',
    clock,
    machines: [{ name: machine, definition: fillSubstitutions(text, { Partition: 'aws', ...functions }) }],
    invoke: async (name, told) => {
      // A definition of today tells its function which step it is; one of before had a function a step.
      const { step = name, ...payload } = Told.parse(told)
      if (step !== name) throw new Error(`The function of ${name} is told to do ${step}.`)
      const invocation = { name, payload }
      invocations.push(invocation)
      return play(invocation)
    },
  })
  engine.resume()
  return {
    clock,
    engine,
    invocations,
    async start(input: object) {
      const { executionArn } = await engine.start({ machine, name: 'one', input })
      await engine.settled()
      return executionArn
    },
    /** The token of the latest task that was opened at a desk. */
    token(stage: string): string {
      return invocations.findLast(({ name, payload }) => name === 'open-task' && payload.stage === stage)
        ?.payload.token
    },
    /** Lets time pass, firing what falls due on the way. */
    async pass(seconds: number) {
      const end = clock.time + seconds * 1000
      for (;;) {
        const due = engine.nextDue()
        if (due === undefined || due > end) break
        clock.time = Math.max(clock.time, due)
        await engine.fireDue(clock.time)
        await engine.settled()
      }
      clock.time = end
    },
    /** The names of the states that an execution entered, in order. */
    path: (executionArn: string): string[] =>
      engine.history(executionArn).flatMap((event) => event.stateEnteredEventDetails?.name ?? []),
  }
}
