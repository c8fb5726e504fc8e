import type { OrganisationId } from '../platform/ids.ts'
import type { Table, Write } from '../platform/table.ts'
import type { Person } from '../staff/person.ts'
import { advanceRequest, readRequest } from './stored-request.ts'

/**
 * For the transaction of a person's transfer: filings on hold go to the new institution, whose authority
 * decides later; a filing at a desk stays there.
 */
export const moveFilings = async (
  table: Table,
  { postChanges }: Pick<Person, 'postChanges'>,
  institutionId: OrganisationId,
): Promise<Write[]> => {
  const filings = postChanges.flatMap(({ id, filing, dropped, approved }) =>
    dropped === true || approved === true ? [] : [filing ?? id],
  )
  const records = await Promise.all(filings.map((id) => readRequest(table, id)))
  return records
    .flatMap((record) => record ?? [])
    .flatMap(({ request }) =>
      request.type === 'post_change' &&
      request.hold?.over === false &&
      request.institutionId !== institutionId
        ? advanceRequest(request, { ...request, institutionId })
        : [],
    )
}
