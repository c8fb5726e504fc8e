import { succeed } from '../platform/refusals.ts'
import { sealing } from '../platform/sealing.ts'
import { writingHost } from '../platform/writing-host.ts'
import { changeSeat } from './change-seat.ts'
import { delegate, endLoan } from './delegate.ts'
import { organisationWrites } from './functions.ts'
import { endClient, registerClient } from './keep-clients.ts'
import { changeOrganisation, registerOrganisation } from './register-organisation.ts'
import { serve } from './session.ts'
import { viewDelegation } from './view-delegation.ts'
import { viewOrganisation } from './view-organisation.ts'

export const handler = serve(organisationWrites, sealing(writingHost), {
  'POST /delegations': async ({ host, body, actor }) => {
    const delegated = await delegate(host)(body, actor)
    return delegated.ok ? succeed(viewDelegation(delegated.value, host.clock)) : delegated
  },
  'POST /delegations/{id}/revocation': async ({ host, params, actor }) => {
    const ended = await endLoan(host)(params.id, actor)
    return ended.ok ? succeed(viewDelegation(ended.value, host.clock)) : ended
  },
  'POST /organisations': async ({ host, body, key, actor }) => {
    const registered = await registerOrganisation(host)(body, key, actor)
    return registered.ok ? succeed(await viewOrganisation(host.table, registered.value, actor)) : registered
  },
  'POST /organisations/{id}': async ({ host, params, body, actor }) => {
    const changed = await changeOrganisation(host)(params.id, body, actor)
    return changed.ok ? succeed(await viewOrganisation(host.table, changed.value, actor)) : changed
  },
  'POST /organisations/{id}/seats': async ({ host, params, body, actor }) => {
    return changeSeat(host)(params.id, body, actor)
  },
  'POST /clients': ({ host, body, actor }) => registerClient(host)(body, actor),
  'POST /clients/{id}/ending': ({ host, params, body, actor }) =>
    endClient(host)(params.id, body.reason, actor),
})
