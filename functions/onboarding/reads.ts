import { serve } from '../organisations/session.ts'
import { OrganisationId } from '../platform/ids.ts'
import { recordsHost } from '../platform/records-host.ts'
import { noteListOf } from '../staff/listed.ts'
import { shown } from '../staff/look.ts'
import { readChecklistFor } from './checklist.ts'
import { onboardingReads } from './functions.ts'
import { listAccountsFor, readAccountFor } from './view-account.ts'

export const handler = serve(onboardingReads, recordsHost, {
  'GET /accounts': async ({ host, query, actor }) => {
    const found = await listAccountsFor(host)(query, actor)
    // Accounts that belong to nobody on a register show a seat and no person.
    const count = found.ok ? found.value.items.filter(({ staffId }) => staffId !== null).length : 0
    if (count > 0)
      await noteListOf(host, actor, OrganisationId.parse(query.organisation), { list: 'accounts', count })
    return found
  },
  'GET /accounts/{id}': async ({ host, params, actor }) => {
    const found = await readAccountFor(host)(params.id, actor)
    return found.ok ? shown(host, actor, found.value.staffId ?? undefined, 'account', found) : found
  },
  'GET /checklist': ({ host, actor }) => readChecklistFor(host)(actor),
})
