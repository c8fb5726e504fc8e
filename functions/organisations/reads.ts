import { isDesk } from '../platform/callers.ts'
import { today } from '../platform/clock.ts'
import { recordsHost } from '../platform/records-host.ts'
import { succeed } from '../platform/refusals.ts'
import { listSeatsFor } from './change-seat.ts'
import { delegationsFrom, delegationsTo } from './delegation.ts'
import { organisationReads } from './functions.ts'
import { listClientsFor } from './keep-clients.ts'
import { readOrganisations } from './organisation.ts'
import { previewMove } from './preview-move.ts'
import { serve } from './session.ts'
import { viewDelegation } from './view-delegation.ts'
import { findOrganisation, listOrganisationsBelow, viewOrganisation } from './view-organisation.ts'
import { seatsOf } from './visibility.ts'

export const handler = serve(organisationReads, recordsHost, {
  'GET /me': async ({ host, actor }) => {
    const organisations = new Map(
      (
        await readOrganisations(
          host.table,
          actor.roles.map(({ organisationId }) => organisationId),
        )
      ).map(({ id, name, kind, level }) => [id, { id, name, kind, level }]),
    )
    return succeed({
      id: actor.id,
      name: actor.name,
      email: actor.email,
      staffId: actor.staffId ?? null,
      roles: actor.roles.flatMap(({ role, organisationId }) => {
        const organisation = organisations.get(organisationId)
        return organisation ? [{ role, organisation }] : []
      }),
      holdsTasks: seatsOf(actor).some(({ role }) => isDesk(role)),
      today: today(host.clock),
    })
  },
  'GET /delegations': async ({ host, query, actor }) => {
    const { items, cursor } =
      query.side === 'given'
        ? await delegationsFrom(host.table, actor.id, query)
        : { items: await delegationsTo(host.table, actor.id), cursor: null }
    return succeed({ items: items.map((delegation) => viewDelegation(delegation, host.clock)), cursor })
  },
  'GET /organisations': async ({ host, query, actor }) =>
    listOrganisationsBelow(host.table, query, actor, query),
  'GET /organisations/{id}': async ({ host, params, actor }) => {
    const found = await findOrganisation(host.table, params.id, actor)
    return found.ok ? succeed(await viewOrganisation(host.table, found.value, actor)) : found
  },
  'GET /organisations/{id}/seats': async ({ host, params, actor }) =>
    listSeatsFor(host.table, params.id, actor),
  'GET /organisations/{id}/move': async ({ host, params, query, actor }) =>
    previewMove(host.table, params.id, query, actor),
  'GET /clients': async ({ host, actor }) => listClientsFor(host.table)(actor),
})
