import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import validate from 'asl-validator'
import * as z from 'zod'
import type { WorkflowContract } from '../workflows/contract.ts'

const FOLDER = resolve(import.meta.dirname, '../workflows')

/** What every definition states at its top. */
const Definition = z.object({
  QueryLanguage: z.literal('JSONata'),
  TimeoutSeconds: z.int().positive(),
})

/** A definition that must not be deployed: what is wrong with it. */
export class DefinitionWrongError extends Error {
  override name = 'DefinitionWrongError'
}

const without = (all: readonly string[], known: readonly string[]) =>
  all.filter((name) => !known.includes(name))

/** Throws where placeholders and contract differ in either direction; `Partition` is always filled. */
const checkPlaceholders = (text: string, { name, steps }: WorkflowContract): void => {
  const placeholders = [...text.matchAll(/\$\{(\w+)\}/g)].flatMap(([, placeholder]) => placeholder ?? [])
  const promised = ['Partition', ...Object.keys(steps)]
  const unknown = without(placeholders, promised)
  const unused = without(promised, placeholders)
  if (unknown.length > 0)
    throw new DefinitionWrongError(`${name}: the contract does not name ${unknown.join(', ')}.`)
  if (unused.length > 0)
    throw new DefinitionWrongError(`${name}: the definition does not use ${unused.join(', ')}.`)
}

const filled = (text: string): unknown =>
  // Any text will do here that looks like a part of an ARN.
  JSON.parse(text.replaceAll(/\$\{\w+\}/g, 'aws'))

/** Checks the text of a definition against its contract and the language. Throws `DefinitionWrongError`. */
export const checkDefinition = (text: string, contract: WorkflowContract): string => {
  checkPlaceholders(text, contract)
  const definition = filled(text)
  const top = Definition.safeParse(definition)
  if (!top.success) throw new DefinitionWrongError(`${contract.name}: ${z.prettifyError(top.error)}`)
  const { isValid, errorsText } = validate(definition)
  if (!isValid) throw new DefinitionWrongError(`${contract.name}: ${errorsText('\n')}`)
  return text
}

/** Reads `workflows/NAME/NAME.asl.json` and checks it. Throws `DefinitionWrongError`. */
export const readDefinition = (contract: WorkflowContract): string =>
  checkDefinition(readFileSync(resolve(FOLDER, contract.name, `${contract.name}.asl.json`), 'utf8'), contract)
