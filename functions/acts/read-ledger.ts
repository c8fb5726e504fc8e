import { presentAssessment } from '../../rules/present.ts'
import { type Clock, today } from '../kit/clock.ts'
import type { Language } from '../kit/language.ts'
import { type Outcome, refuse, succeed } from '../kit/refusals.ts'
import type { Account } from '../store/account.ts'
import { readStaff, type StaffRecord } from '../store/ledger.ts'
import { readOrganisation } from '../store/organisation.ts'
import { claimsOf } from '../store/request.ts'
import type { Table } from '../store/table.ts'
import { assessStaff } from './due-obligations.ts'
import { factsOf } from './facts-of.ts'
import { summarise } from './view-request.ts'
import { sees } from './visibility.ts'

interface Deps {
  readonly table: Table
  readonly clock: Clock
}

const findStaff = async (table: Table, staffId: string, actor: Account): Promise<Outcome<StaffRecord>> => {
  const staff = await readStaff(table, staffId)
  if (staff === undefined) return refuse('NOT_FOUND')
  const institution = await readOrganisation(table, staff.person.institutionId)
  return sees(actor, staffId, institution) ? succeed(staff) : refuse('NOT_FOUND')
}

/** A person's year: the facts, the assessment of them by the rules, and the claims still on their way. */
export const readLedger =
  ({ table, clock }: Deps) =>
  async (staffId: string, year: number | undefined, actor: Account, language: Language) => {
    const found = await findStaff(table, staffId, actor)
    if (!found.ok) return found
    const asOf = today(clock)
    const chosen = year ?? Number(asOf.slice(0, 4))
    const claims = await claimsOf(table, staffId, { limit: 100 })
    return succeed({
      staffId,
      name: found.value.person.name,
      facts: factsOf(found.value, chosen, asOf),
      assessment: presentAssessment(assessStaff(found.value, chosen, asOf), language),
      open: claims.items
        .filter(({ status }) => status === 'in_review' || status === 'returned' || status === 'on_hold')
        .map(summarise),
    })
  }

/** One business's verdict for a person, by the recorded facts (Art. 7, 35, 43–46). */
export const readEligibility =
  ({ table, clock }: Deps) =>
  async (
    staffId: string,
    query: { business: string; year?: number | undefined },
    actor: Account,
    language: Language,
  ) => {
    const found = await findStaff(table, staffId, actor)
    if (!found.ok) return found
    const asOf = today(clock)
    const { eligibility } = presentAssessment(
      assessStaff(found.value, query.year ?? Number(asOf.slice(0, 4)), asOf),
      language,
    )
    const row = eligibility.find(({ business }) => business === query.business)
    return row ? succeed(row) : refuse('BUSINESS_NOT_APPLICABLE')
  }
