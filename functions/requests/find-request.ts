import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { sees } from '../organisations/visibility.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { readPerson } from '../staff/person.ts'
import { isOwn } from './powers.ts'
import { isOpen, ownRouteOf, type Request, type RequestRecord } from './request.ts'
import { lookAtRequest } from './stored-request.ts'

/** Whether a request is there for someone: its submitter, its person, and those above where it was filed. */
export const mayRead = (request: Request, actor: Actor, institution: Organisation | undefined): boolean =>
  isOwn(request, actor) || sees(actor, request.staffId, institution)

/**
 * Whether a filing goes along with its person, who moved while it was at a desk: it stays there, and those above the
 * person now see it, also as it was decided since (Art. 18, 45).
 */
const goesAlong = async (table: Table, request: Request, actor: Actor): Promise<boolean> => {
  if (request.type !== 'post_change') return false
  const person = await readPerson(table, request.staffId)
  if (person === undefined || person.institutionId === request.institutionId) return false
  const since = person.institutionSince ?? ''
  const isUnderWay = isOpen(request) || request.acts.some(({ at }) => at.slice(0, 10) >= since)
  return isUnderWay && sees(actor, request.staffId, await readOrganisation(table, person.institutionId))
}

/**
 * The same, with the organisations read: of a day's online hours or a closed class the department's, besides the
 * authority's; of a programme its desk's, besides the organiser's.
 */
const mayReadRecord = async (table: Table, request: Request, actor: Actor): Promise<boolean> => {
  if (mayRead(request, actor, await readOrganisation(table, request.institutionId))) return true
  const other =
    request.type === 'programme_filing' ? request.desk.organisationId : ownRouteOf(request)?.departmentId
  if (other !== undefined && mayRead(request, actor, await readOrganisation(table, other))) return true
  return await goesAlong(table, request, actor)
}

/**
 * Finds a request for its submitter, its person and those above them; to everyone else it does not exist.
 * @throws RecordBrokenError to those alone
 */
export const findRequest = async (
  table: Table,
  id: string,
  actor: Actor,
): Promise<Outcome<RequestRecord, 'NOT_FOUND'>> => {
  const { record, fault } = await lookAtRequest(table, id)
  if (record === undefined || !(await mayReadRecord(table, record.request, actor))) return refuse('NOT_FOUND')
  if (fault !== undefined) throw fault
  return succeed(record)
}
