import { tenthsOf, yearServed } from '../staff/credit-hours.ts'
import { suspendedTrainings } from '../staff/facts-in-force.ts'
import type { LedgerEntry } from '../staff/ledger.ts'
import type { SuspendedHours } from './api.ts'

/** The hours of a person that are suspended (Art. 35), each with the year that it served. */
export const suspendedHours = (entries: readonly LedgerEntry[]): SuspendedHours[] =>
  suspendedTrainings(entries).map(({ sequence, since, credit }) => ({
    ...{ entry: sequence, since, year: yearServed(credit), hours: tenthsOf(credit) / 10 },
    ...{ subject: credit.subject, from: credit.from, to: credit.to },
  }))
