/** Writes the types of the API, as its OpenAPI document describes it, for the web application: `npm run web:types`. */
import { createClient } from '@hey-api/openapi-ts'
import { apiDocument } from '../functions/openapi-document.ts'

export const writeTypes = async (folder: string): Promise<void> => {
  await createClient({
    input: JSON.parse(JSON.stringify(apiDocument())),
    output: { path: folder, entryFile: false, clean: false },
    plugins: ['@hey-api/typescript'],
    logs: { level: 'silent' },
  })
}

if (import.meta.main) await writeTypes(new URL('../web/shared/api', import.meta.url).pathname)
