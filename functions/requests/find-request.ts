import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { oversees, sees, sitsAt } from '../organisations/visibility.ts'
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
 * Whether someone stands above where a request was filed, or holds a task of it, by their own seat or a loan: of a day's
 * online hours or a closed class the department's, besides the authority's; of a programme its desk's, besides the
 * organiser's.
 */
const looksAfter = async (
  table: Table,
  { request, tasks }: RequestRecord,
  actor: Actor,
): Promise<boolean> => {
  if (tasks.some(({ organisationId, role }) => sitsAt(actor, organisationId, role))) return true
  const other =
    request.type === 'programme_filing' ? request.desk.organisationId : ownRouteOf(request)?.departmentId
  for (const id of other === undefined ? [request.institutionId] : [request.institutionId, other]) {
    const organisation = await readOrganisation(table, id)
    if (organisation !== undefined && oversees(actor, organisation)) return true
  }
  return false
}

const isReadable = async (table: Table, record: RequestRecord, actor: Actor): Promise<boolean> =>
  isOwn(record.request, actor) ||
  (await looksAfter(table, record, actor)) ||
  (await goesAlong(table, record.request, actor))

/**
 * A request as someone may look at it: whoever is on a class's list sees their own row alone, and not the class's proof,
 * where everybody has signed.
 */
export const asSeenBy = async (table: Table, record: RequestRecord, actor: Actor): Promise<RequestRecord> => {
  const { request } = record
  if (
    request.type !== 'class_roster' ||
    request.submittedBy === actor.id ||
    (await looksAfter(table, record, actor))
  )
    return record
  const participants = request.participants.filter(({ staffId }) => staffId === actor.staffId)
  return { ...record, request: { ...request, participants, evidence: [], supporting: [] } }
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
  if (record === undefined || !(await isReadable(table, record, actor))) return refuse('NOT_FOUND')
  if (fault !== undefined) throw fault
  return succeed(record)
}
