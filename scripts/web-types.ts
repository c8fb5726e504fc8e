/** Writes the types of the API, as its OpenAPI document describes it, for the web application: `npm run web:types`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@hey-api/openapi-ts'
import { apiDocument } from '../functions/openapi-document.ts'

/** `list-year-organisations` as the generated types call it: `ListYearOrganisations`. */
const typeName = (operationId: string): string =>
  operationId.replaceAll(/(?:^|-)(.)/g, (_, first: string) => first.toUpperCase())

/** Each path of a method, as clients of `/api` name it, with the types of what it takes and what it answers. */
const routesOf = (document: ReturnType<typeof apiDocument>, method: 'get' | 'post'): string =>
  Object.entries(document.paths ?? {})
    .flatMap(([path, item]) => {
      const id = item[method]?.operationId
      if (id === undefined) return []
      const name = typeName(id)
      return [`  '${path.replace(/^\/api/, '')}': Route<types.${name}Data, types.${name}Response>\n`]
    })
    .join('')

/** The routes by path, on top of the types: what lets a call be typed by its path alone. */
const routesFile = (document: ReturnType<typeof apiDocument>): string => `// Written by scripts/web-types.ts
import type * as types from './types.gen.ts'

interface Route<Data, Answer> {
  readonly data: Data
  readonly answer: Answer
}

export interface Gets {
${routesOf(document, 'get')}}

export interface Posts {
${routesOf(document, 'post')}}
`

export const writeTypes = async (folder: string): Promise<void> => {
  const document = apiDocument()
  await createClient({
    input: JSON.parse(JSON.stringify(document)),
    output: { path: folder, entryFile: false, clean: false },
    plugins: ['@hey-api/typescript'],
    logs: { level: 'silent' },
  })
  writeFileSync(join(folder, 'routes.gen.ts'), routesFile(document))
}

if (import.meta.main) await writeTypes(join(import.meta.dirname, '../web/shared/api'))
