import type { StaffId } from '../platform/ids.ts'
import { BROKEN_LEDGERS, keys } from '../platform/keys.ts'
import { type Item, isNew, stillAs, type Write } from '../platform/table.ts'
import { shardOf } from './person.ts'
import type { StaffRecord } from './staff-record.ts'
import { standingItem, standingOf } from './standing.ts'

/** What a night's walk writes on the standing of someone whose ledger it found broken. */
export interface Break {
  /** As `LedgerBrokenError` names it. */
  readonly fault: string
  /** The day of the walk that found it first. */
  readonly since: string
}

/** The break that a standing is marked with; undefined: none. */
export const breakOf = (standing: Item): Break | undefined => standing.broken as Break | undefined

/** The standing without the mark: what was sealed, if nothing else was touched. */
export const withoutBreak = ({ broken: _, swept: __, sweptOrder: ___, ...standing }: Item): Item => standing

/**
 * Marks a standing as broken. The mark is not sealed with it, so that from now on everyone who asks for the seal
 * stops, at no further read, and lists it for the region. A person without a standing gets one that bears no seal.
 */
export const markBroken = (
  staffId: StaffId,
  standing: Item | undefined,
  staff: StaffRecord | undefined,
  broken: Break,
): Write | undefined => {
  const item = standing ?? (staff && standingItem(standingOf(staff)))
  if (item === undefined) return undefined
  return {
    put: {
      ...withoutBreak(item),
      ...keys.standing(shardOf(staffId), staffId),
      broken,
      swept: BROKEN_LEDGERS,
      sweptOrder: `${broken.since}#${staffId}`,
    },
    when: standing === undefined ? isNew : stillAs(standing),
  }
}

/** Takes the mark off again: what it marked is sound. */
export const unmarkBroken = (standing: Item): Write => ({
  put: withoutBreak(standing),
  when: stillAs(standing),
})
