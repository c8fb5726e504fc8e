import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { operations } from '../../functions/api/operations.ts'
import { catalog } from '../../functions/catalog.ts'
import { apiDocument } from '../../functions/openapi-document.ts'
import { workflowContracts } from '../../workflows/all.ts'

describe('the catalog is the one declaration of what runs', () => {
  test('every entry is a module that exists, under its own name', () => {
    for (const { name, entry } of catalog) {
      expect(existsSync(entry), entry).toBe(true)
      expect(entry).toMatch(new RegExp(`/${name}\\.ts$`))
    }
    expect(new Set(catalog.map(({ name }) => name)).size).toBe(catalog.length)
  })

  test('every route has an operation and stands in the OpenAPI document; nothing else does', () => {
    const routes = catalog.flatMap(({ name, trigger }) =>
      trigger.kind === 'route' ? [{ name, ...trigger }] : [],
    )
    expect(Object.keys(operations).sort()).toEqual(routes.map(({ name }) => name).sort())
    const document = apiDocument()
    for (const { path, method } of routes)
      expect(document.paths?.[`/api${path}`]?.[method === 'GET' ? 'get' : 'post'], path).toBeDefined()
  })

  test('every function that a workflow names is a step, and every step is named by one', () => {
    const named = Object.values(workflowContracts).flatMap(({ functions }) => Object.values(functions))
    const steps = catalog.filter(({ trigger }) => trigger.kind === 'step').map(({ name }) => name)
    expect([...new Set(named)].sort()).toEqual(steps.sort())
  })
})
