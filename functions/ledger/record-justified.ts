import type { Actor } from '../organisations/account.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { isPersonOf } from '../organisations/same-human.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { timestamp, today, yearNow } from '../platform/clock.ts'
import type { StaffId } from '../platform/ids.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { mailsDue, sendDue } from '../platform/send-kept.ts'
import { write } from '../platform/table.ts'
import { keepDue } from '../platform/unsent-mail.ts'
import { inputFaults } from '../platform/words.ts'
import { editionsFor } from '../registers/edition-for.ts'
import { justifiedSource } from '../requests/deciding-desk.ts'
import { settleMarked } from '../settlement/settle-if-due.ts'
import { factsInForce } from '../staff/facts-in-force.ts'
import { findStaff } from '../staff/find-staff.ts'
import { isJustifiable } from '../staff/justifiable.ts'
import { type LedgerEntry, nextEntry } from '../staff/ledger.ts'
import { recordEntry } from '../staff/staff.ts'
import { mailToPerson } from '../staff/tell-person.ts'
import { markUnsettled } from '../staff/unsettled.ts'
import type { JustifiedBody } from './api.ts'
import { justifiedLetter } from './ledger-letters.ts'

/** The department or authority over an institution for which an actor may find a reason justified. */
const finder = (
  actor: Actor,
  staffId: StaffId,
  institution: Organisation,
): Outcome<string, 'NOT_ALLOWED' | 'OWN_REQUEST'> => {
  const seat = actor.roles.find(
    ({ role, organisationId }) =>
      (role === 'department' || role === 'authority') && institution.overseers.includes(organisationId),
  )
  if (seat === undefined) return refuse('NOT_ALLOWED', { article: '7' })
  return isPersonOf(actor, staffId) ? refuse('OWN_REQUEST', { article: '7' }) : succeed(seat.organisationId)
}

const occasionOf = ({ hash }: LedgerEntry): string => `justified-${hash.slice(0, 32)}`

const record = async (
  { table, clock, publicUrl }: ActingHost,
  staffId: StaffId,
  { year, reason }: JustifiedBody,
  actor: Actor,
) => {
  const found = await findStaff(table, staffId, actor)
  if (!found.ok) return found
  const { staff, institution } = found.value
  const organisationId = finder(actor, staffId, institution)
  if (!organisationId.ok) return organisationId
  const day = today(clock)
  if (year > Number(day.slice(0, 4)))
    return refuse('INPUT_INVALID', {
      errors: [{ pointer: '/year', detail: inputFaults.yearNotBegun }],
    })
  if (factsInForce(staff.entries).some((fact) => fact.kind === 'justified' && fact.year === year))
    return refuse('ALREADY_JUSTIFIED')
  if (!isJustifiable(staff, year, day, await editionsFor(table, yearNow(clock))))
    return refuse('NOTHING_TO_JUSTIFY', { article: '7' })
  const entry = nextEntry(staff.entries, {
    staffId,
    recordedAt: timestamp(clock),
    recordedBy: actor.id,
    source: justifiedSource(year, organisationId.value),
    fact: { kind: 'justified', year, reason },
  })
  const occasion = occasionOf(entry)
  const letter = justifiedLetter(year, reason, publicUrl)
  const mails = await mailToPerson({ table }, staffId, letter, occasion, staff.person)
  const due = mailsDue(mails, entry.recordedAt)
  await write(table, [
    ...recordEntry(staff, entry),
    markUnsettled({ staffId, occasion, since: entry.recordedAt }),
    ...keepDue(due),
  ])
  return succeed({ entry, occasion, due })
}

/**
 * Records that a department or authority over the institution found the reason for an incomplete year
 * justified (Art. 7), and who; the institution itself may not. The person is told, by a letter that is kept with the
 * entry: a second record is refused, and would not tell them.
 */
export const recordJustified =
  (deps: ActingHost) => async (staffId: StaffId, body: JustifiedBody, actor: Actor) => {
    const recorded = await retryOnConflict(() => record(deps, staffId, body, actor))
    if (!recorded.ok) return recorded
    const { entry, occasion, due } = recorded.value
    await settleMarked(deps, staffId, occasion)
    await sendDue(deps, due)
    return succeed(entry)
  }
