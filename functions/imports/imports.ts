import { serve } from '../organisations/session.ts'
import { actingHost } from '../platform/acting-host.ts'
import { multipartFile, multipartForm } from '../platform/multipart-file.ts'
import { refuse, succeed } from '../platform/refusals.ts'
import { sealing } from '../platform/sealing.ts'
import { inputFaults } from '../platform/words.ts'
import { Answers } from './api.ts'
import { importRoster } from './file-roster.ts'
import { imports } from './functions.ts'
import { importPersons } from './import-file.ts'
import { importHistory } from './import-history.ts'
import { importOrganisations } from './import-organisations.ts'
import { importSeats } from './import-seats.ts'

/** The answers of a form to what a preview asked. */
const answersIn = (text: string | undefined) => {
  if (text === undefined || text === '') return succeed(new Map<number, string>())
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    json = undefined
  }
  const parsed = Answers.safeParse(json)
  return parsed.success
    ? succeed(new Map(Object.entries(parsed.data).map(([row, whose]) => [Number(row), whose] as const)))
    : refuse('INPUT_INVALID', { errors: [{ pointer: '/answers', detail: inputFaults.wrongForm }] })
}

export const handler = serve(imports, sealing(actingHost), {
  'POST /organisations/imports': async ({ host, query, event, actor, language }) => {
    const begun = performance.now()
    const form = await multipartForm(event)
    if (!form.ok) return form
    const answers = answersIn(form.value.fields.answers)
    if (!answers.ok) return answers
    const file = { bytes: form.value.bytes, ...query, answers: answers.value, begun }
    return importOrganisations(host)(file, actor, language)
  },
  'POST /accounts/imports': async ({ host, query, event, actor, language }) => {
    const begun = performance.now()
    const bytes = await multipartFile(event)
    return bytes.ok ? importSeats(host)({ bytes: bytes.value, ...query, begun }, actor, language) : bytes
  },
  'POST /imports': async ({ host, query, event, actor, language }) => {
    const form = await multipartForm(event)
    if (!form.ok) return form
    const { kind, mode, institution: institutionId, partial } = query
    const answers = answersIn(form.value.fields.answers)
    if (!answers.ok) return answers
    const file = {
      bytes: form.value.bytes,
      mode,
      institutionId,
      partial,
      answers: answers.value,
      evidence: form.value.fields.evidence || undefined,
    }
    switch (kind) {
      case 'persons':
        return importPersons(host)(file, actor, language)
      case 'roster':
        return importRoster(host)(file, { ...query, ...form.value.fields }, actor, language)
      case 'history':
        return importHistory(host)(file, actor, language)
    }
  },
})
