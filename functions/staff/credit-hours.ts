import { edition2024 } from '../../rules/edition.ts'
import type { LedgerCredit } from './ledger.ts'

/** Hours of a training in tenths, as its ledger holds it. */
export const tenthsOf = ({ mode, halfDays = 0, hours = 0, activity }: LedgerCredit): number =>
  mode === 'offline' && activity === undefined
    ? halfDays * edition2024.tenthsPerHalfDay
    : Math.round(hours * 10)

/** The year that a training serves: a make-up serves the year that it makes up for (Art. 32). */
export const yearServed = ({ from, makeUpFor }: LedgerCredit): number => makeUpFor ?? Number(from.slice(0, 4))
