import { me } from '../api/staff.ts'
import { clock, today } from '../kit/clock.ts'
import { http } from '../kit/http.ts'
import { ok } from '../kit/reply.ts'
import { readOrganisations } from '../store/organisation.ts'
import { table } from '../store/table.ts'

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
