import { me } from '../api/staff.ts'
import { http } from '../kit/http.ts'
import { ok } from '../kit/reply.ts'
import { readOrganisation } from '../store/organisation.ts'
import { table } from '../store/table.ts'

export const handler = http(me, async ({ actor }) => {
  const roles = await Promise.all(
    actor.roles.map(async ({ role, organisationId }) => {
      const organisation = await readOrganisation(table(), organisationId)
      return { role, organisation: { id: organisationId, name: organisation?.name ?? organisationId } }
    }),
  )
  return ok({ id: actor.id, name: actor.name, staffId: actor.staffId ?? null, roles })
})
