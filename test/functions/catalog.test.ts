import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { catalog, lambdaOfStep, routes } from '../../functions/catalog.ts'
import { apiDocument } from '../../functions/openapi-document.ts'
import { refusedBesides } from '../../functions/platform/operation.ts'
import { refusalCodes } from '../../functions/platform/refusals.ts'
import { workflowContracts } from '../../workflows/all.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const once = (all: readonly string[]) => expect([...new Set(all)]).toEqual(all)

test('a code of refusal means one thing: no two tables give it a text', () => {
  const codes = globSync('functions/platform/refusals/*.ts').flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/^ {2}([A-Z_]+): \{/gm)].map(([, code]) => code),
  )
  once(codes.map(String))
  expect(codes.toSorted()).toEqual([...refusalCodes].toSorted())
})

describe('the catalog is the one declaration of what runs', () => {
  test('every function has a name of its own, and an entry in its capability', () => {
    for (const { entry } of catalog) expect(existsSync(entry), entry).toBe(true)
    once(catalog.map(({ name }) => name))
    once(catalog.map(({ entry }) => entry))
  })

  test('there are at most eighty functions, and the job that knows pinyin: a further route joins a group', () => {
    expect(catalog.length).toBeLessThanOrEqual(81)
  })

  test('every route and every operation stands once, and in the OpenAPI document', () => {
    once(routes.map(({ key }) => key))
    once(routes.map(({ operation }) => operation.id))
    const document = apiDocument()
    for (const { path, method, operation } of routes)
      expect(document.paths?.[path]?.[method === 'GET' ? 'get' : 'post']?.operationId).toBe(operation.id)
  })

  test('every step that a workflow names is held by one function, and every step is named by one', () => {
    const named = new Set(Object.values(workflowContracts).flatMap(({ steps }) => Object.values(steps)))
    const held = catalog.flatMap(({ work }) => (work.kind === 'steps' ? Object.keys(work.steps) : []))
    once(held)
    expect([...named].sort()).toEqual(held.sort())
    for (const step of named) expect(lambdaOfStep(step), step).toBeDefined()
  })

  test('no function bears the name of a step: executions of the version before call steps by it', () => {
    for (const { name } of catalog) expect(lambdaOfStep(name), name).toBeUndefined()
  })

  test('one function may sign', () => {
    expect(
      catalog.filter(({ grants }) => grants.includes('certificate:sign')).map(({ name }) => name),
    ).toEqual(['certificate-signing'])
  })
})

describe('the document', () => {
  const document = apiDocument()
  const codesAt = (path: string, status: string): unknown => {
    const response = document.paths?.[path]?.post?.responses?.[status]
    return JSON.parse(JSON.stringify(response ?? null))?.content?.['application/problem+json']?.schema
      ?.allOf?.[1]?.properties?.code
  }

  test('says of each operation which refusals it may answer with', () => {
    expect(codesAt('/api/tasks/{id}/decision', '409')).toMatchObject({
      enum: expect.arrayContaining(['ALREADY_DECIDED', 'TASK_WITHDRAWN']),
    })
    expect(codesAt('/api/tasks/{id}/decision', '401')).toMatchObject({ enum: ['SESSION_MISSING'] })
  })

  test.each([
    ['/api/years/{year}/export', ['text/csv', XLSX]],
    ['/api/imports/persons', ['text/csv', XLSX]],
    ['/api/imports/templates/{kind}', ['text/csv', XLSX]],
    ['/api/years/{year}/list', [XLSX, 'application/pdf']],
    ['/api/requests/{id}/evidence/{evidence}', ['application/pdf', 'image/jpeg', 'image/png']],
  ])('says which types of file %s answers with', (path, types) => {
    const response = JSON.parse(JSON.stringify(document.paths?.[path]?.get?.responses?.['200'] ?? null))
    expect(Object.keys(response?.content)).toEqual(types)
  })

  test('every refusal is some operation’s', () => {
    const named = new Set(
      routes.flatMap((route) => [...route.operation.refuses, ...refusedBesides(route.operation, route)]),
    )
    // A method that an address does not take is no operation's.
    expect(refusalCodes.filter((code) => !named.has(code))).toEqual(['METHOD_NOT_ALLOWED'])
  })

  test('names the Idempotency-Key wherever a call may bear one', () => {
    const headers = Object.entries(document.paths ?? {}).flatMap(([path, { post }]) =>
      (post?.parameters ?? []).flatMap((parameter) =>
        'in' in parameter && parameter.in === 'header' ? [`${path} ${parameter.required === true}`] : [],
      ),
    )
    expect(headers.sort()).toEqual([
      '/api/accounts true',
      '/api/complaints/entries true',
      '/api/inspections/draws true',
      '/api/inspections/orders true',
      '/api/inspections/violations true',
      '/api/lecturers true',
      '/api/library-entries true',
      '/api/objections false',
      '/api/organisations false',
      '/api/persons false',
      '/api/policies true',
      '/api/programmes true',
      '/api/questions/own true',
      '/api/requests true',
      '/api/staff/{id}/corrections true',
    ])
  })
})
