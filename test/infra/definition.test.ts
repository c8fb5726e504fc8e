import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { checkDefinition, readDefinition } from '../../infra/workflow-definition.ts'
import { workflowContracts } from '../../workflows/all.ts'

const { settle } = workflowContracts
const text = readFileSync('workflows/settle/settle.asl.json', 'utf8')
const without = (field: string): string => {
  const definition = z.record(z.string(), z.unknown()).parse(JSON.parse(text))
  delete definition[field]
  return JSON.stringify(definition)
}

describe('a definition that does not fit is never synthesised', () => {
  test.each(Object.values(workflowContracts))('$name fits its contract and the language', (contract) => {
    expect(readDefinition(contract)).toContain('JSONata')
  })

  test('a placeholder that the contract does not name', () => {
    expect(() => checkDefinition(text.replace('{FindDue}', '{FindDew}'), settle)).toThrow(
      /does not name FindDew/,
    )
  })

  test('a function of the contract that the definition does not use', () => {
    const contract = { ...settle, steps: { ...settle.steps, TellDepartment: 'tell-department' } }
    expect(() => checkDefinition(text, contract)).toThrow(/does not use TellDepartment/)
  })

  test('no query language, no limit of time, or a limit of none', () => {
    expect(() => checkDefinition(without('QueryLanguage'), settle)).toThrow(/QueryLanguage/)
    expect(() => checkDefinition(without('TimeoutSeconds'), settle)).toThrow(/TimeoutSeconds/)
    expect(() => checkDefinition(text.replace('86400', '0'), settle)).toThrow(/TimeoutSeconds/)
  })

  test('a transition to a state that does not exist', () => {
    expect(() =>
      checkDefinition(text.replace('"Next": "Render the certificate"', '"Next": "Nowhere"'), settle),
    ).toThrow(/Nowhere|MISSING_TRANSITION_TARGET/)
  })
})
