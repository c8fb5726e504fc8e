/** Writes each workflow's `.asl.json` from its states: `npm run workflows`. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { workflowNames } from '../workflows/contract.ts'
import type { Definition } from '../workflows/definition.ts'
import { definitions } from '../workflows/definitions.ts'

const ROOT = resolve(import.meta.dirname, '..')

const fileOf = (name: string): string => join('workflows', name, `${name}.asl.json`)

/** A definition as its file holds it: formatted as all the project's files are, so that a diff shows what changed. */
export const definitionText = (name: string, definition: Definition): string =>
  execFileSync(join(ROOT, 'node_modules/.bin/biome'), ['format', `--stdin-file-path=${fileOf(name)}`], {
    cwd: ROOT,
    encoding: 'utf8',
    input: JSON.stringify(definition, null, 2),
  })

if (import.meta.main)
  for (const name of workflowNames)
    writeFileSync(join(ROOT, fileOf(name)), definitionText(name, definitions[name]))
