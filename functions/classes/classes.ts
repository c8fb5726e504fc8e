import { serve } from '../organisations/session.ts'
import { actingHost } from '../platform/acting-host.ts'
import { timestamp, today, yearNow } from '../platform/clock.ts'
import { succeed } from '../platform/refusals.ts'
import { sealing } from '../platform/sealing.ts'
import { eventually } from '../platform/table.ts'
import { asSeenBy, findRequest } from '../requests/find-request.ts'
import { noteList } from '../staff/look.ts'
import { answerEnrolment } from './answer-enrolment.ts'
import { attend, recordAttendance, showCode } from './attend.ts'
import { cancelClass } from './cancel-class.ts'
import { changeClass } from './change-class.ts'
import { findOwnClass } from './class-powers.ts'
import { closeClass } from './close-class.ts'
import { enrol } from './enrol.ts'
import { evaluate, viewEvaluation } from './evaluation.ts'
import { classes } from './functions.ts'
import { postNotice } from './notices.ts'
import { viewTaught } from './taught.ts'
import { listUntrained } from './untrained.ts'
import {
  viewAttendance,
  viewClaim,
  viewClass,
  viewClassDesk,
  viewMyClasses,
  viewNotice,
} from './view-class.ts'
import { viewPart } from './view-part.ts'

export const handler = serve(classes, sealing(actingHost), {
  'GET /classes': async ({ host, actor, language }) =>
    succeed(await viewMyClasses(eventually(host.table), actor, yearNow(host.clock), language)),
  'GET /classes/{id}': ({ host, params, actor, language }) =>
    viewClass(host.table, params.id, actor, language, timestamp(host.clock)),
  'GET /classes/{id}/desk': ({ host, params, actor, language }) =>
    viewClassDesk(host.table, params.id, actor, language, today(host.clock)),
  'GET /classes/{id}/code': ({ host, params, query, actor }) =>
    showCode(host)(params.id, query.session, actor),
  'POST /classes/{id}/enrolments': async ({ host, params, body, actor }) => {
    const done = await enrol(host)(params.id, body.staffIds, actor)
    return done.ok
      ? succeed({ enrolled: done.value.enrolled.map(({ staffId, state }) => ({ staffId, state })) })
      : done
  },
  'POST /classes/{id}/answers': async ({ host, params, body, actor }) => {
    const done = await answerEnrolment(host)(params.id, body, actor)
    if (!done.ok) return done
    const { staffId, state } = done.value.enrolment
    return succeed({ staffId, state })
  },
  'POST /classes/{id}/attendances': async ({ host, params, body, actor }) => {
    const done = await attend(host)(params.id, body.code, actor)
    return done.ok ? succeed(viewAttendance(done.value)) : done
  },
  'POST /classes/{id}/lists': async ({ host, params, body, actor }) => {
    const done = await recordAttendance(host)(params.id, body, actor)
    return done.ok ? succeed({ entered: done.value.length }) : done
  },
  'POST /classes/{id}/cancellation': async ({ host, params, body, actor }) => {
    const done = await cancelClass(host)(params.id, body.reason, actor)
    return done.ok ? succeed({ state: 'cancelled' as const }) : done
  },
  'POST /classes/{id}/changes': async ({ host, params, body, actor }) => {
    const done = await changeClass(host)(params.id, body, actor)
    if (!done.ok) return done
    const { firstDay, lastDay, place } = done.value
    return succeed({ firstDay, lastDay, place })
  },
  'POST /classes/{id}/notices': async ({ host, params, body, actor }) => {
    const done = await postNotice(host)(params.id, body, actor)
    return done.ok ? succeed(viewNotice(done.value)) : done
  },
  'POST /classes/{id}/evaluations': ({ host, params, body, actor }) => evaluate(host)(params.id, body, actor),
  'GET /classes/{id}/evaluation': ({ host, params, actor }) => viewEvaluation(host, params.id, actor),
  'POST /classes/{id}/closing': async ({ host, params, body, actor, language }) => {
    const done = await closeClass(host)(params.id, body.results, actor, body.papers)
    if (!done.ok) return done
    const found = await findOwnClass(host.table, params.id, actor)
    return found.ok ? succeed(await viewClaim(host.table, found.value, done.value.claim, language)) : found
  },
  'GET /library-entries/{id}/classes': ({ host, params, actor }) => viewTaught(host, params.id, actor),
  'GET /requests/{id}/class': async ({ host, params, actor }) => {
    const found = await findRequest(host.table, params.id, actor)
    if (!found.ok) return found
    const { request } = await asSeenBy(host.table, found.value, actor)
    return succeed({ part: await viewPart(host.table, request) })
  },
  'GET /organisations/{id}/untrained': async ({ host, params, query, actor }) => {
    const found = await listUntrained(host)(params.id, query, actor)
    if (!found.ok) return found
    const { organisation, page } = found.value
    const { cursor: _, limit: __, ...filter } = query
    await noteList(host, actor, { list: 'untrained', organisation, filter, count: page.items.length })
    return succeed(page)
  },
})
