import type { Table, Write } from '../platform/table.ts'
import type { Person } from '../staff/person.ts'
import { advanceRequest, readRequests } from './stored-request.ts'

/**
 * A person who moves takes along the filings that wait for their training: they go on at the authority of where the
 * person works by then. What lies at a desk stays with it. For the transaction of the move.
 */
export const moveFilings = async (
  table: Table,
  { postChanges }: Pick<Person, 'postChanges'>,
  institutionId: string,
): Promise<Write[]> => {
  const filings = postChanges.flatMap(({ id, filing, dropped, approved }) =>
    dropped === true || approved === true ? [] : [filing ?? id],
  )
  const records = await readRequests(table, filings)
  return records.flatMap(({ request }) =>
    request.type === 'post_change' && request.hold?.over === false && request.institutionId !== institutionId
      ? [advanceRequest(request, { ...request, institutionId })]
      : [],
  )
}
