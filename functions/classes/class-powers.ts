import type { Actor } from '../organisations/account.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { isDesk } from '../platform/callers.ts'
import type { ProgrammeId } from '../platform/ids.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { isPublic, type Programme, readProgramme } from '../programmes/programme.ts'

/** Whether someone has a seat of their own at the desk that answers for a class. */
export const isOrganiser = ({ roles }: Actor, { organiserId }: Pick<Programme, 'organiserId'>): boolean =>
  roles.some(({ role, organisationId }) => organisationId === organiserId && isDesk(role))

/** Whether an institution's people are the organiser's own, or stand below it (Art. 35). */
export const looksAfter = (
  { organiserId }: Pick<Programme, 'organiserId'>,
  { id, overseers }: Pick<Organisation, 'id' | 'overseers'>,
): boolean => id === organiserId || overseers.includes(organiserId)

/** A class that everybody may know of: its filing was accepted. */
export const findClass = async (
  table: Table,
  programmeId: ProgrammeId,
): Promise<Outcome<Programme, 'NOT_FOUND'>> => {
  const programme = await readProgramme(table, programmeId)
  return programme !== undefined && isPublic(programme) ? succeed(programme) : refuse('NOT_FOUND')
}

/** The same, for whoever holds it. */
export const findOwnClass = async (
  table: Table,
  programmeId: ProgrammeId,
  actor: Actor,
): Promise<Outcome<Programme, 'NOT_FOUND' | 'NOT_ALLOWED'>> => {
  const found = await findClass(table, programmeId)
  return !found.ok || isOrganiser(actor, found.value) ? found : refuse('NOT_ALLOWED')
}
