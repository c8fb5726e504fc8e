import { proposeLecturer, removeLecturer, vetLecturer } from '../libraries/keep-lecturers.ts'
import { reviewEntry } from '../libraries/review-entry.ts'
import { setStanding } from '../libraries/set-standing.ts'
import { renewEntry, submitEntry } from '../libraries/submit-entry.ts'
import { viewLecturer } from '../libraries/view-lecturer.ts'
import { shownTo } from '../libraries/view-library.ts'
import { serve } from '../organisations/session.ts'
import { actingHost } from '../platform/acting-host.ts'
import { succeed } from '../platform/refusals.ts'
import { sealing } from '../platform/sealing.ts'
import { answerReturn } from '../requests/resubmit-request.ts'
import { fileRequest } from '../requests/submit-request.ts'
import { programmeWrites } from './functions.ts'
import { keepPlan } from './keep-plan.ts'
import { otherMatter, prepareFiling } from './prepare-filing.ts'
import { readProgramme } from './programme.ts'

export const handler = serve(programmeWrites, sealing(actingHost), {
  'POST /programmes': async ({ host, body, key, actor }) => {
    const filed = await fileRequest(host, prepareFiling)(body, key, actor)
    if (!filed.ok) return filed
    const programme = await readProgramme(host.table, filed.value.id)
    return succeed({ id: filed.value.id, state: programme?.state ?? 'in_review' })
  },
  'POST /programmes/{id}/resubmission': async ({ host, params, body, actor }) => {
    const refiled = await answerReturn(host, prepareFiling, otherMatter)(params.id, body, actor)
    return refiled.ok ? succeed({ id: refiled.value.id, state: 'in_review' as const }) : refiled
  },
  'POST /organisations/{id}/plans': async ({ host, params, body, actor }) => {
    const kept = await keepPlan(host)(params.id, body, actor)
    return kept.ok ? succeed({ state: kept.value.state, version: kept.value.version }) : kept
  },
  'POST /lecturers': async ({ host, body, key, actor }) => {
    const proposed = await proposeLecturer(host)(body, key, actor)
    return proposed.ok ? succeed(viewLecturer(proposed.value)) : proposed
  },
  'POST /lecturers/{id}/vetting': async ({ host, params, body, actor }) => {
    const vetted = await vetLecturer(host)(params.id, body.organisationId, actor)
    return vetted.ok ? succeed(viewLecturer(vetted.value)) : vetted
  },
  'POST /lecturers/{id}/removal': async ({ host, params, body, actor }) => {
    const removed = await removeLecturer(host)(params.id, body.reason, actor)
    return removed.ok ? succeed(viewLecturer(removed.value)) : removed
  },
  'POST /library-entries': async ({ host, body, key, actor }) =>
    shownTo(host, actor, await submitEntry(host)(body, key, actor)),
  'POST /library-entries/{id}/renewal': async ({ host, params, body, actor }) =>
    shownTo(host, actor, await renewEntry(host)(params.id, body, actor)),
  'POST /library-entries/{id}/reviews': async ({ host, params, body, actor }) =>
    shownTo(host, actor, await reviewEntry(host)(params.id, body, actor)),
  'POST /library-entries/{id}/standing': async ({ host, params, body, actor }) =>
    shownTo(host, actor, await setStanding(host)(params.id, body, actor)),
})
