import type { Actor } from '../organisations/account.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import { oversees } from '../organisations/visibility.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { PageRequest, Table } from '../platform/table.ts'
import { findRequest } from '../requests/find-request.ts'
import { isPublic, type Programme, programmesOf, readProgramme } from './programme.ts'

/** A programme for whoever may see it: everybody from its acceptance on, before that those who see its filing. */
export const findProgramme = async (
  table: Table,
  id: string,
  actor: Actor,
): Promise<Outcome<Programme, 'NOT_FOUND'>> => {
  const programme = await readProgramme(table, id)
  if (programme === undefined) return refuse('NOT_FOUND')
  if (isPublic(programme)) return succeed(programme)
  const filing = await findRequest(table, id, actor)
  return filing.ok ? succeed(programme) : filing
}

/** What an organisation answers for, the latest first; to those who see the organisation. */
export const findOwnProgrammes = async (table: Table, id: string, actor: Actor, page: PageRequest) => {
  const organisation = await readOrganisation(table, id)
  if (organisation === undefined || !oversees(actor, organisation)) return refuse('NOT_FOUND')
  return succeed(await programmesOf(table, organisation.id, { ...page, descending: true }))
}
