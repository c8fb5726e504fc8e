import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import type { Actor } from './account.ts'
import { type Organisation, readOrganisation } from './organisation.ts'
import { seatsOf } from './visibility.ts'

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

/**
 * The personnel authority at which an actor may correct a decision on an institution's person (Art. 35): above
 * the institution's own and above the `desk` that decided. The person concerned may not, nor anyone by powers
 * that this person lent.
 */
export const higherAuthority = async (
  table: Table,
  actor: Actor,
  staffId: string,
  institution: Organisation,
  desk?: Organisation | undefined,
): Promise<Outcome<Organisation, 'NOT_ALLOWED' | 'OWN_REQUEST'>> => {
  const seats = seatsOf(actor).filter(
    ({ role, organisationId }) => role === 'authority' && institution.overseers.includes(organisationId),
  )
  const found: { organisation: Organisation; own: boolean }[] = []
  for (const { organisationId, lender } of seats) {
    const organisation = await readOrganisation(table, organisationId)
    if (organisation?.kind === 'authority' && standsAbove(organisation, institution, desk))
      found.push({ organisation, own: actor.staffId === staffId || lender?.staffId === staffId })
  }
  if (found.length === 0) return refuse('NOT_ALLOWED', { article: '35' })
  const disinterested = found.find(({ own }) => !own)
  return disinterested ? succeed(disinterested.organisation) : refuse('OWN_REQUEST', { article: '35' })
}
