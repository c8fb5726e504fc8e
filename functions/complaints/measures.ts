import type { Actor } from '../organisations/account.ts'
import { higherAuthority } from '../organisations/higher-authority.ts'
import { type Organisation, readOrganisations } from '../organisations/organisation.ts'
import { hasSeatAt } from '../organisations/visibility.ts'
import type { Table } from '../platform/table.ts'
import type { Complaint } from './complaint.ts'
import type { MeasureKind } from './terms.ts'

/** Whose certificates it would be: nobody's in particular. */
const NOBODY = ''

/**
 * Which measures somebody could take themselves about whom a complaint is about, on their own pages: proof of hours is
 * asked for by an authority above the institution, a certificate revoked by one above its own authority, lists are the
 * region's.
 */
export const measuresOf = async (
  table: Table,
  { bodies }: Pick<Complaint, 'bodies'>,
  actor: Actor,
): Promise<MeasureKind[]> => {
  const about = await readOrganisations(
    table,
    bodies.map(({ id }) => id),
  )
  const institutions = about.filter(({ kind }) => kind === 'institution')
  const isAbove = ({ overseers }: Organisation) =>
    overseers.some((authority) => hasSeatAt(actor, authority, 'authority'))
  const revokes = await Promise.all(
    institutions.map(async (institution) => (await higherAuthority(table, actor, NOBODY, institution)).ok),
  )
  const own = await readOrganisations(
    table,
    actor.roles.filter(({ role }) => role === 'authority').map(({ organisationId }) => organisationId),
  )
  const isRegion = own.some(({ kind, level }) => kind === 'authority' && level === 'region')
  return [
    ...(institutions.some(isAbove) ? (['suspend_hours'] as const) : []),
    ...(revokes.includes(true) ? (['revoke_certificate'] as const) : []),
    ...(isRegion ? (['remove_provider', 'remove_lecturer'] as const) : []),
  ]
}
