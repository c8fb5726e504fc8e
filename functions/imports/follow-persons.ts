import { invite as inviteTo } from '../onboarding/invite-account.ts'
import { claimValue } from '../organisations/claims.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { submitRequest } from '../requests/submit-request.ts'
import { holderOfNumber } from '../staff/staff-number.ts'
import type { ParsedRow } from './person-rows.ts'
import type { FactFiling } from './plan-dates.ts'
import type { PersonImport } from './plan-persons.ts'
import { personFileActs } from './words.ts'

/**
 * Files what of a row takes the authority's confirmation (Art. 35), each fact as its own matter. The same fact of the
 * same person is the same filing, however often the file comes; one that lies at a desk already is refused and stays.
 */
export const fileFacts = async (
  host: ActingHost,
  filings: readonly FactFiling[],
  { actor, evidence }: PersonImport,
): Promise<void> => {
  if (evidence === undefined) return
  for (const { staffId, change } of filings) {
    const { fact, from, to, value } = change
    const key = ['fact of a file', staffId, fact, from, to ?? '', value ?? '', evidence].join('\n')
    await submitRequest(host)(
      {
        ...{
          type: 'record_change',
          staffId,
          fact,
          from,
          reason: personFileActs.filed.zh,
          evidence: [evidence],
        },
        ...(to === undefined ? {} : { to }),
        ...(value === undefined ? {} : { value }),
      },
      key,
      actor,
    )
  }
}

/**
 * Invites a row's person to an account where the row says so; who has one already is left in peace. Whether a mail went
 * out.
 */
export const invitePerson = async (
  host: ActingHost,
  { staffNo, staffId: known, said, email, invite }: ParsedRow,
  { institution, actor }: PersonImport,
): Promise<boolean> => {
  if (!invite || email === undefined) return false
  const staffId =
    staffNo === undefined ? known : ((await holderOfNumber(host.table, institution.id, staffNo)) ?? known)
  if (staffId === undefined) return false
  const key = `person of a file\n${staffId}\n${claimValue('email', email)}`
  const reason = personFileActs.invited.zh
  const name = said.name ?? staffNo ?? staffId
  const invited = await inviteTo(host)({ name, email, staffId, reason }, key, actor)
  return invited.ok && invited.value.isSent
}
