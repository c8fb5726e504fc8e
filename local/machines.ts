import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { lambdaOfStep } from '../functions/catalog.ts'
import { workflowContracts } from '../workflows/all.ts'

const ROOT = resolve(import.meta.dirname, '..')

class StepMissingError extends Error {
  override name = 'StepMissingError'
}

/** The function that stands at each placeholder: the one that holds the step. */
const functionsOf = (steps: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(steps).map(([placeholder, step]) => {
      const lambda = lambdaOfStep(step)
      if (lambda === undefined) throw new StepMissingError(`The catalog has no step ${step}.`)
      return [placeholder, lambda.name]
    }),
  )

/** The state machine files, each with its placeholders filled by the names of this machine's functions. */
export const loadMachines = (): Promise<
  { name: string; definition: string; substitutions: Record<string, string> }[]
> =>
  Promise.all(
    Object.values(workflowContracts).map(async ({ name, steps }) => ({
      name,
      definition: await readFile(resolve(ROOT, 'workflows', name, `${name}.asl.json`), 'utf8'),
      substitutions: { Partition: 'aws', ...functionsOf(steps) },
    })),
  )
