import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { workflowContracts } from '../../workflows/all.ts'
import { SERVICE_ERRORS, stepOf } from '../../workflows/call.ts'

test('a placeholder is named after its step', () => {
  for (const { steps } of Object.values(workflowContracts))
    for (const [placeholder, step] of Object.entries(steps)) expect(stepOf(placeholder)).toBe(step)
})

/** How services say that they are down: no answer of ours. */
const services = new Set<string>(SERVICE_ERRORS)

describe.each(Object.values(workflowContracts))('$name and its contract agree', (contract) => {
  const text = readFileSync(`workflows/${contract.name}/${contract.name}.asl.json`, 'utf8')

  test('every placeholder is named by the contract, and every name is a placeholder', () => {
    const placeholders = new Set([...text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name))
    expect([...placeholders].sort()).toEqual([...Object.keys(contract.steps), 'Partition'].sort())
  })

  test('every error that is caught or retried by name stands in the contract', () => {
    const names = new Set(
      [...text.matchAll(/"ErrorEquals": \[([^\]]*)\]/g)].flatMap(([, list = '']) =>
        [...list.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name),
      ),
    )
    expect([...names].filter((name) => !name.startsWith('States.') && !services.has(name)).sort()).toEqual(
      [...contract.errors].sort(),
    )
  })

  test('no expression needs more than JSONata 2.0.6 has, and none ends undefined by a missing field', () => {
    const expressions = [...text.matchAll(/\{% (.*?) %\}/g)].map(([, expression = '']) => expression)
    for (const expression of expressions) expect(expression).not.toMatch(/\?:|\?\?/)
  })
})
