import { assess } from '../../rules/assess.ts'
import { parseFacts } from '../../rules/facts.ts'
import type { Due } from '../../workflows/settle/contract.ts'
import { type Clock, today } from '../kit/clock.ts'
import type { StaffRecord } from '../store/ledger.ts'
import type { Table } from '../store/table.ts'
import { factsOf } from './facts-of.ts'
import { requireStaff } from './require-staff.ts'

class LedgerInvalid extends Error {
  override name = 'LedgerInvalid'
}

/** The first year of the edition: nothing before it is assessed. */
const FIRST_YEAR = 2024

/** A person's year by the rules, as it stands on a day. */
export const assessStaff = (staff: Pick<StaffRecord, 'person' | 'entries'>, year: number, asOf: string) => {
  const parsed = parseFacts(factsOf(staff, year, asOf), asOf)
  if (!parsed.ok)
    throw new LedgerInvalid(
      `The ledger of ${staff.person.id} does not parse: ${parsed.errors.map(({ pointer }) => pointer).join(', ')}`,
    )
  return assess(parsed.facts)
}

/** The obligations that would hold a certificate now and have none yet (Art. 35), of every year so far. */
export const dueObligations = (staff: StaffRecord, asOf: string): string[] => {
  const due = new Set<string>()
  for (let year = FIRST_YEAR; year <= Number(asOf.slice(0, 4)); year += 1)
    for (const obligation of assessStaff(staff, year, asOf).certificates) due.add(obligation)
  return [...due].filter((obligation) => !staff.certified.includes(obligation))
}

/** Names the first obligation that is due, or `none`. */
export const findDue =
  ({ table, clock }: { readonly table: Table; readonly clock: Clock }) =>
  async (staffId: string): Promise<Due> => {
    const [first] = dueObligations(await requireStaff(table, staffId), today(clock))
    return { obligation: first ?? 'none' }
  }
