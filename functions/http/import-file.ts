import { importFile } from '../imports/api.ts'
import { importPersons, importRoster } from '../imports/import-file.ts'
import { http } from '../organisations/session.ts'
import { clock } from '../platform/clock.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { workflows } from '../platform/workflows.ts'
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
