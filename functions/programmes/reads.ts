import { listLecturers } from '../libraries/lecturer.ts'
import { viewLecturer } from '../libraries/view-lecturer.ts'
import { listReviews, listSubmitted, viewEntry } from '../libraries/view-library.ts'
import { serve } from '../organisations/session.ts'
import { recordsHost } from '../platform/records-host.ts'
import { succeed } from '../platform/refusals.ts'
import { eventually } from '../platform/table.ts'
import { programmeFigures } from './figures.ts'
import { findOwnProgrammes, findProgramme } from './find-programme.ts'
import { programmeReads } from './functions.ts'
import { listPlans, viewPlan } from './view-plan.ts'
import { viewProgramme, viewPublic } from './view-programme.ts'

export const handler = serve(programmeReads, recordsHost, {
  'GET /programmes/{id}': async ({ host, params, actor }) => {
    const found = await findProgramme(host.table, params.id, actor)
    return found.ok ? succeed(await viewProgramme(host.table, found.value)) : found
  },
  'GET /organisations/{id}/programmes': async ({ host, params, query, actor }) => {
    const found = await findOwnProgrammes(host.table, params.id, actor, query)
    return found.ok ? succeed({ ...found.value, items: found.value.items.map(viewPublic) }) : found
  },
  'GET /organisations/{id}/plans': ({ host, params, query, actor }) =>
    viewPlan(host.table, params.id, query.year, actor),
  'GET /organisations/{id}/plans/filed': ({ host, params, query, actor }) =>
    listPlans(host.table, params.id, query.year, query, actor),
  'GET /organisations/{id}/programme-figures': ({ host, params, query, actor }) =>
    programmeFigures(eventually(host.table), params.id, query.year, query, actor),
  'GET /lecturers': async ({ host, query }) => {
    const { items, cursor } = await listLecturers(host.table, query)
    return succeed({ items: items.map(viewLecturer), cursor })
  },
  'GET /library-entries/{id}': ({ host, params, actor }) => viewEntry(host, params.id, actor),
  'GET /library-reviews': async ({ host, query, actor }) => succeed(await listReviews(host, query, actor)),
  'GET /organisations/{id}/library-entries': ({ host, params, query, actor }) =>
    listSubmitted(host, params.id, query, actor),
})
