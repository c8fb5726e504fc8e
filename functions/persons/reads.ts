import { serve } from '../organisations/session.ts'
import { recordsHost } from '../platform/records-host.ts'
import { personReads } from './functions.ts'
import { listReleasedTo } from './list-released.ts'
import { listPersonChangesFor, listPersonsFor, readPersonFor } from './view-person.ts'

export const handler = serve(personReads, recordsHost, {
  'GET /persons': async ({ host, query, actor }) =>
    listPersonsFor(host.table, query.institution, actor, query),
  'GET /persons/{id}': async ({ host, params, query, actor }) =>
    readPersonFor(host.table, params.id, actor, query.on),
  'GET /persons/{id}/changes': async ({ host, params, actor }) =>
    listPersonChangesFor(host.table, params.id, actor),
  'GET /organisations/{id}/released': async ({ host, params, actor }) =>
    listReleasedTo(host.table, params.id, actor),
})
