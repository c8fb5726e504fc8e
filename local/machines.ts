import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { workflowContracts } from '../workflows/all.ts'

const ROOT = resolve(import.meta.dirname, '..')

/** The state machine files, each with its placeholders filled by the names of this machine's functions. */
export const loadMachines = (): Promise<
  { name: string; definition: string; substitutions: Record<string, string> }[]
> =>
  Promise.all(
    Object.values(workflowContracts).map(async ({ name, functions }) => ({
      name,
      definition: await readFile(resolve(ROOT, 'workflows', name, `${name}.asl.json`), 'utf8'),
      substitutions: { Partition: 'aws', ...functions },
    })),
  )
