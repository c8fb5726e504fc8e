import type { Person, ReadLedgerResponse } from '../../shared/api/types.gen.ts'

type Counting = NonNullable<ReadLedgerResponse['facts']['person']['postChanges']>[number]

/**
 * The changes of post that a transfer training may name: those that count, and those whose filing was refused, whose
 * training a new filing takes over (Art. 45).
 */
export const changesToName = (
  counting: readonly Counting[],
  onRecord: readonly Person['postChanges'][number][],
) => {
  const refused = new Set(onRecord.flatMap(({ id, mayTakeOver }) => (mayTakeOver ? [id] : [])))
  const listed = new Set(counting.map(({ id }) => id))
  return [...counting, ...onRecord.filter(({ id }) => refused.has(id) && !listed.has(id))].map(
    ({ id, kind, effectiveOn }) => ({ id, kind, effectiveOn, isRefused: refused.has(id) }),
  )
}
