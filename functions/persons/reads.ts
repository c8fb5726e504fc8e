import { serve } from '../organisations/session.ts'
import { recordsHost } from '../platform/records-host.ts'
import { sealing } from '../platform/sealing.ts'
import { listed } from '../staff/listed.ts'
import { shown } from '../staff/look.ts'
import { personReads } from './functions.ts'
import { listReleasedTo } from './list-released.ts'
import { viewLooks } from './view-looks.ts'
import { viewMerge } from './view-merge.ts'
import { listPersonChangesFor, listPersonsFor, readPersonFor } from './view-person.ts'

export const handler = serve(personReads, sealing(recordsHost), {
  'GET /persons': async ({ host, query, actor }) =>
    listed(
      host,
      actor,
      query.institution,
      'register',
      await listPersonsFor(host.table, query.institution, actor, query),
    ),
  'GET /persons/{id}': async ({ host, params, query, actor }) =>
    shown(host, actor, params.id, 'person', await readPersonFor(host.table, params.id, actor, query.on)),
  'GET /persons/{id}/changes': async ({ host, params, actor }) =>
    shown(host, actor, params.id, 'changes', await listPersonChangesFor(host.table, params.id, actor)),
  'GET /persons/{id}/looks': async ({ host, params, actor }) => viewLooks(host.table, params.id, actor),
  'GET /persons/{id}/merge': async ({ host, params, query, actor }) => {
    const both = await viewMerge(host)(params.id, query.from, actor)
    for (const id of [params.id, query.from]) await shown(host, actor, id, 'merge', both)
    return both
  },
  'GET /organisations/{id}/released': async ({ host, params, actor }) =>
    listReleasedTo(host.table, params.id, actor),
})
