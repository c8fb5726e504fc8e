import { importPersons, importRoster } from '../acts/import-file.ts'
import { importFile } from '../api/imports.ts'
import { clock } from '../kit/clock.ts'
import { http } from '../kit/http.ts'
import { ok } from '../kit/reply.ts'
import { workflows } from '../kit/workflows.ts'
import { table } from '../store/table.ts'
import { multipartForm } from './multipart-file.ts'

export const handler = http(importFile, async ({ query, event, actor, language }) => {
  const form = await multipartForm(event)
  if (!form.ok) return form
  const deps = { table: table(), workflows: workflows(), clock: clock() }
  const { kind, mode, institution: institutionId, partial } = query
  const file = { bytes: form.value.bytes, mode, institutionId, partial }
  const imported =
    kind === 'persons'
      ? await importPersons(deps)(file, actor, language)
      : await importRoster(deps)(file, { ...query, ...form.value.fields }, actor, language)
  return imported.ok ? ok(imported.value) : imported
})
