import type { StaffId } from '../platform/ids.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import type { Actor } from './account.ts'
import { type Organisation, readOrganisation, readOrganisations } from './organisation.ts'
import { isPersonOf } from './same-human.ts'

/** Whether an authority stands above the one that answers for an institution, and above the desk that decided. */
const standsAbove = (
  authority: Organisation,
  institution: Organisation,
  desk: Organisation | undefined,
): boolean => {
  // The region is the highest authority and corrects its own decisions.
  if (authority.level === 'region') return true
  if (authority.id === institution.authorityId || authority.id === desk?.id) return false
  return desk?.kind !== 'authority' || desk.overseers.includes(authority.id)
}

/** The authorities above the one that answers for an institution: whose officers correct what was decided (Art. 35). */
export const authoritiesAbove = async (table: Table, institution: Organisation): Promise<Organisation[]> =>
  (await readOrganisations(table, institution.overseers)).filter(
    (one) => one.kind === 'authority' && standsAbove(one, institution, undefined),
  )

/**
 * The personnel authority for which someone may correct what was decided for an institution's person (Art. 35): one
 * above the institution's own and above the `desk` that decided. Nobody does so in their own matter, nor with powers
 * that were lent.
 */
export const higherAuthority = async (
  table: Table,
  actor: Actor,
  staffId: StaffId,
  institution: Organisation,
  desk?: Organisation | undefined,
): Promise<Outcome<Organisation, 'NOT_ALLOWED' | 'OWN_REQUEST'>> => {
  const seats = actor.roles.filter(
    ({ role, organisationId }) => role === 'authority' && institution.overseers.includes(organisationId),
  )
  const found: Organisation[] = []
  for (const { organisationId } of seats) {
    const organisation = await readOrganisation(table, organisationId)
    if (organisation?.kind === 'authority' && standsAbove(organisation, institution, desk))
      found.push(organisation)
  }
  const [authority] = found
  if (authority === undefined) return refuse('NOT_ALLOWED', { article: '35' })
  return isPersonOf(actor, staffId) ? refuse('OWN_REQUEST', { article: '35' }) : succeed(authority)
}
