import type { Table, Write } from '../platform/table.ts'
import { readStaff } from '../staff/staff.ts'
import { holderOf, readProofs, releaseProof, takeProof } from './evidence.ts'
import { dropPostChange, reopenChange } from './post-changes.ts'
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

/**
 * The writes that undo `givenBack` when a desk takes its refusal back: the request holds its proofs again, and its
 * change of post. `marks`: of objections to the refusal, which can be made no more. Undefined where another claim holds
 * a proof by now, or the refusal was objected to: something was built on it.
 */
export const takenAgain = async (
  table: Table,
  before: Request,
  marks: readonly string[],
  writer: { readonly by: string; readonly at: string },
): Promise<Write[] | undefined> => {
  const needed = [...marks, ...(cameToNothing(before) ? before.fingerprints : [])]
  const holders = await readProofs(table, needed)
  if (holders.some(({ requestId }) => requestId !== before.id)) return undefined
  const holder = holderOf(before, before.submittedAt.slice(0, 10))
  const taken = needed.map((fingerprint) => takeProof({ fingerprint, ...holder }))
  if (before.type !== 'post_change' || !cameToNothing(before)) return taken
  const staff = await readStaff(table, before.staffId)
  return staff === undefined ? taken : [...taken, ...reopenChange(staff, before, writer)]
}
