import type { Raise } from '../../rules/credit.ts'
import type { LedgerCredit, StatedFact } from './ledger.ts'

type Raised = NonNullable<LedgerCredit['raised']>

/** A training whose additions say their places in the list of a person's trainings. */
export type PlacedCredit = Omit<LedgerCredit, 'raised'> & {
  readonly raised?: readonly (Omit<Raised[number], 'entry'> & Pick<Raise, 'after' | 'turn'>)[] | undefined
}

/** What a correction added, in half-days; of an activity, in days or sessions. */
const addedBy = ({ halfDays, quantity }: Raised[number]): number => quantity ?? halfDays ?? 0

/** How much corrections added in all. */
export const addedIn = (raised: Raised): number => raised.reduce((sum, one) => sum + addedBy(one), 0)

/** So much, as the ledger holds it of a training of this kind. */
export const asAdded = ({ activity }: LedgerCredit, amount: number) =>
  activity === undefined ? { halfDays: amount } : { quantity: amount }

/** A training in force (see `factsInForce`) as the rules take it. */
export const placedCredit = ({ raised, ...credit }: LedgerCredit): PlacedCredit =>
  raised === undefined
    ? credit
    : {
        ...credit,
        raised: raised.map(({ entry: _, after = 0, turn = 0, ...one }) => ({ ...one, after, turn })),
      }

/** What corrections added, without so much of the latest. */
const lowered = (raised: Raised, by: number, credit: LedgerCredit): Raised => {
  let left = by
  return raised
    .toReversed()
    .flatMap((one) => {
      const added = addedBy(one)
      const taken = Math.min(left, added)
      left -= taken
      return taken === added ? [] : [{ entry: one.entry, ...asAdded(credit, added - taken) }]
    })
    .toReversed()
}

/** What of a training asks for its days or for its cap; undefined: nothing does, as of hours online. */
const statedIn = ({ activity, halfDays }: LedgerCredit): number | undefined =>
  activity === undefined ? halfDays : activity.quantity

/** Whether a training still asks for the same days, or for the same cap. */
const asksForTheSame = (one: LedgerCredit, other: LedgerCredit): boolean =>
  one.from === other.from && one.to === other.to && one.activity?.kind === other.activity?.kind

/**
 * What a correction states, with how much of it is an increase: that alone finds its days, or its part of the cap,
 * anew, after all that is on record by then, and what came later loses nothing by it (Art. 35, 37, 39(1)). On other
 * dates, and of what was void, all of it is new. `entry` is the sequence of the correction.
 */
export const raisedBy = (
  before: StatedFact | null | undefined,
  after: StatedFact,
  entry: number,
): StatedFact => {
  if (after.kind !== 'credit') return after
  const { raised: _, ...credit } = after.credit
  const states = statedIn(credit)
  if (states === undefined) return { kind: 'credit', credit }
  const was = before?.kind === 'credit' && asksForTheSame(before.credit, credit) ? before.credit : undefined
  const had = (was && statedIn(was)) ?? 0
  const earlier = was?.raised ?? []
  const raised =
    states > had
      ? [...earlier, { ...asAdded(credit, states - had), entry }]
      : lowered(earlier, had - states, credit)
  return { kind: 'credit', credit: raised.length === 0 ? credit : { ...credit, raised } }
}
