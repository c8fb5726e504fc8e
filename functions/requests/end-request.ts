import type { Table, Write } from '../platform/table.ts'
import { readStaff } from '../staff/staff.ts'
import { releaseProof } from './evidence.ts'
import { dropPostChange } from './post-changes.ts'
import type { Request } from './request.ts'

/** Whether nothing can come of a request any more: each of its lines was refused or taken back. */
const cameToNothing = ({ lines }: Request): boolean =>
  lines.every(({ status }) => status === 'rejected' || status === 'withdrawn')

/**
 * The fingerprints to release. A refused objection keeps its first one, the decision: it is objected to once.
 */
const givenUp = ({ type, fingerprints, lines }: Request): readonly string[] =>
  type === 'objection' && lines.some(({ status }) => status === 'rejected')
    ? fingerprints.slice(1)
    : fingerprints

/**
 * The writes of the transaction that ends a request without any approved line: they release its proofs, which
 * were never counted (Art. 40), and drop the change of a post change filing.
 */
export const givenBack = async (
  table: Table,
  after: Request,
  writer: { readonly by: string; readonly at: string },
): Promise<Write[]> => {
  if (!cameToNothing(after)) return []
  const released = givenUp(after).map((fingerprint) => releaseProof(fingerprint, after.id))
  if (after.type !== 'post_change') return released
  const staff = await readStaff(table, after.staffId)
  const refused = after.lines.some(({ status }) => status === 'rejected')
  return staff === undefined ? released : [...released, ...dropPostChange(staff, after, writer, refused)]
}
