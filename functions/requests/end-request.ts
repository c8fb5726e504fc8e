import type { Table, Write } from '../platform/table.ts'
import { readStaff } from '../staff/staff.ts'
import { releaseProof } from './evidence.ts'
import { dropPostChange } from './post-changes.ts'
import type { Request } from './request.ts'

/** Whether nothing can come of a request any more: each of its lines was refused or taken back. */
const cameToNothing = ({ lines }: Request): boolean =>
  lines.every(({ status }) => status === 'rejected' || status === 'withdrawn')

/** What it holds no longer: of an objection that was decided the decision itself stays taken, for it is made once. */
const givenUp = ({ type, fingerprints, lines }: Request): readonly string[] =>
  type === 'objection' && lines.some(({ status }) => status === 'rejected')
    ? fingerprints.slice(1)
    : fingerprints

/**
 * What a request that came to nothing gives back, in the transaction that ends it: its proofs, which were never
 * counted (Art. 40), and the obligation that a post change had opened.
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
