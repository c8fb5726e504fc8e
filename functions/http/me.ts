import { me } from '../ledger/api.ts'
import { readOrganisations } from '../organisations/organisation.ts'
import { http } from '../organisations/session.ts'
import { clock, today } from '../platform/clock.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(me, async ({ actor }) => {
  const organisations = new Map(
    (
      await readOrganisations(
        table(),
        actor.roles.map(({ organisationId }) => organisationId),
      )
    ).map(({ id, name, kind, level }) => [id, { id, name, kind, level }]),
  )
  return ok({
    id: actor.id,
    name: actor.name,
    staffId: actor.staffId ?? null,
    roles: actor.roles.flatMap(({ role, organisationId }) => {
      const organisation = organisations.get(organisationId)
      return organisation ? [{ role, organisation }] : []
    }),
    today: today(clock()),
  })
})
