import type { Actor } from '../organisations/account.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import { today } from '../platform/clock.ts'
import { LedgerBrokenError } from '../platform/ledger-broken.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import { effectsBetween } from '../requests/effects.ts'
import { officeOf } from '../staff/look.ts'
import type { Person } from '../staff/person.ts'
import { readStaff } from '../staff/staff.ts'
import { tellLeaver, tellPerson } from '../staff/tell-person.ts'
import { correctedRecordLetter, decidingChanges } from './corrected-letter.ts'

/** The years, open and closed, that a change of a record judges otherwise; none where the ledger is broken. */
const effects = async ({ table, clock }: WritingHost, before: Person, after: Person) => {
  try {
    const staff = await readStaff(table, after.id)
    return staff === undefined
      ? []
      : await effectsBetween(table, { ...staff, person: before }, { ...staff, person: after }, today(clock))
  } catch (error) {
    if (error instanceof LedgerBrokenError) return []
    throw error
  }
}

/**
 * Tells a person what was changed in their record without a filing, where it decides what is asked of them: by an
 * authority, or by their institution as far as it may (Art. 35). What a filing changed its own letters say; of a
 * transfer others tell.
 */
export const tellCorrected = async (
  host: WritingHost,
  before: Person,
  after: Person,
  { reason, actor }: { readonly reason: string; readonly actor: Actor },
): Promise<void> => {
  if (before.institutionId !== after.institutionId) return
  const changes = decidingChanges(before, after)
  if (changes.length === 0) return
  const institution = await readOrganisation(host.table, after.institutionId)
  const office = institution && (await officeOf(host.table, actor, institution))
  const letter = correctedRecordLetter(changes, await effects(host, before, after), reason, {
    publicUrl: host.publicUrl,
    office: office ?? institution?.name ?? '',
  })
  const id = `record-${after.id}-${after.version}`
  // Whoever leaves the register by it has an account that acts no more.
  if (after.onRegister) await tellPerson(host, after.id, letter, id, after)
  else await tellLeaver(host, after, letter, id)
}
