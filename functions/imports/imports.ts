import { serve } from '../organisations/session.ts'
import { decidingHost } from '../platform/deciding-host.ts'
import { multipartForm } from '../platform/multipart-file.ts'
import { sealing } from '../platform/sealing.ts'
import { imports } from './functions.ts'
import { importPersons, importRoster } from './import-file.ts'

export const handler = serve(imports, sealing(decidingHost), {
  'POST /imports': async ({ host, query, event, actor, language }) => {
    const form = await multipartForm(event)
    if (!form.ok) return form
    const { kind, mode, institution: institutionId, partial } = query
    const file = { bytes: form.value.bytes, mode, institutionId, partial }
    const imported =
      kind === 'persons'
        ? await importPersons(host)(file, actor, language)
        : await importRoster(host)(file, { ...query, ...form.value.fields }, actor, language)
    return imported
  },
})
