import type { Credit } from '../../rules/credit.ts'
import type { LedgerCredit, StatedFact } from './ledger.ts'

type Raised = NonNullable<LedgerCredit['raised']>

/** A training whose additions say their places in the list of a person's trainings. */
export type PlacedCredit = Omit<LedgerCredit, 'raised'> & Pick<Credit, 'raised'>

/** A training in force (see `factsInForce`) as the rules take it. */
export const placedCredit = ({ raised, ...credit }: LedgerCredit): PlacedCredit =>
  raised === undefined
    ? credit
    : { ...credit, raised: raised.map(({ halfDays, after = 0, turn = 0 }) => ({ halfDays, after, turn })) }

/** What corrections added, without so many half-days of the latest. */
const lowered = (raised: Raised, by: number): Raised => {
  let left = by
  return raised
    .toReversed()
    .flatMap((one) => {
      const taken = Math.min(left, one.halfDays)
      left -= taken
      return taken === one.halfDays ? [] : [{ ...one, halfDays: one.halfDays - taken }]
    })
    .toReversed()
}

/**
 * What a correction states, with how much of it is an increase: that alone finds its days anew, after all that is on
 * record by then, and what came later loses nothing by it (Art. 35, 39(1)). On other dates all of it is new. `entry` is
 * the sequence of the correction.
 */
export const raisedBy = (
  before: StatedFact | null | undefined,
  after: StatedFact,
  entry: number,
): StatedFact => {
  if (after.kind !== 'credit') return after
  const { raised: _, ...credit } = after.credit
  const { halfDays } = credit
  if (halfDays === undefined || credit.activity !== undefined) return { kind: 'credit', credit }
  const was =
    before?.kind === 'credit' && before.credit.from === credit.from && before.credit.to === credit.to
      ? before.credit
      : undefined
  const had = was?.halfDays ?? 0
  const earlier = was?.raised ?? []
  const raised =
    halfDays > had ? [...earlier, { halfDays: halfDays - had, entry }] : lowered(earlier, had - halfDays)
  return { kind: 'credit', credit: raised.length === 0 ? credit : { ...credit, raised } }
}
