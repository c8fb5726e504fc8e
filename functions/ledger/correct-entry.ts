import { edition2024 } from '../../rules/edition.ts'
import { type Actor, readDesk } from '../organisations/account.ts'
import { higherAuthority } from '../organisations/higher-authority.ts'
import type { Organisation } from '../organisations/organisation.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { timestamp, today } from '../platform/clock.ts'
import { requestIdFor } from '../platform/identifiers.ts'
import type { StaffId } from '../platform/ids.ts'
import type { Text } from '../platform/language.ts'
import { toMail } from '../platform/letter.ts'
import { postMail } from '../platform/post-mail.ts'
import { type Outcome, type Refusal, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { atMostHours, inputFaults } from '../platform/words.ts'
import { isYearClosed } from '../registers/closed-years.ts'
import { type DecidingDesk, decidingDesk } from '../requests/deciding-desk.ts'
import { settleMarked } from '../settlement/settle-if-due.ts'
import { isAssessable } from '../staff/due-obligations.ts'
import { factAbout, factsInForce, isSuspended } from '../staff/facts-in-force.ts'
import { findStaff } from '../staff/find-staff.ts'
import { type LedgerCredit, type LedgerEntry, nextEntry, type StatedFact } from '../staff/ledger.ts'
import { raisedBy } from '../staff/raised.ts'
import { recordEntry } from '../staff/staff.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { tellPerson } from '../staff/tell-person.ts'
import { markUnsettled } from '../staff/unsettled.ts'
import type { CorrectionBody } from './api.ts'
import { correctedDeskLetter, correctedLetter } from './ledger-letters.ts'
import { ledgerFaults } from './words.ts'

const at = (pointer: string, detail: Text) => [{ pointer, detail }]

/** Hours of a training in tenths, as the ledger holds it (Art. 39(1)). */
const tenthsOf = ({ mode, halfDays = 0, hours = 0, activity }: LedgerCredit): number =>
  mode === 'offline' && activity === undefined
    ? halfDays * edition2024.tenthsPerHalfDay
    : Math.round(hours * 10)

/**
 * The most hours that a correction may grant, in tenths: those claimed or, without a request, those entered.
 */
const claimedTenths = (credit: LedgerCredit, { request, line }: DecidingDesk): number =>
  (request?.type === 'recognition' && line !== undefined ? request.lines[line]?.claimedTenths : undefined) ??
  tenthsOf(credit)

/** The training with other hours, or why it may not have them. */
const withHours = (
  fact: StatedFact,
  grantedTenths: number,
  most: number,
):
  | { readonly ok: true; readonly value: StatedFact }
  | Refusal<'GRANT_NOT_HALF_DAYS' | 'GRANT_TOO_HIGH' | 'INPUT_INVALID'> => {
  const pointer = '/grantedHours'
  // Of an activity the table says the hours: it is granted or void (Art. 37).
  if (fact.kind !== 'credit' || fact.credit.activity !== undefined)
    return refuse('INPUT_INVALID', {
      errors: at(pointer, ledgerFaults.noHours),
    })
  if (grantedTenths > most)
    return refuse('GRANT_TOO_HIGH', {
      article: '39(1)',
      errors: at(pointer, atMostHours(most)),
    })
  const { tenthsPerHalfDay } = edition2024
  const { credit } = fact
  if (credit.mode === 'online')
    return { ok: true, value: { kind: 'credit', credit: { ...credit, hours: grantedTenths / 10 } } }
  return grantedTenths % tenthsPerHalfDay === 0
    ? {
        ok: true,
        value: { kind: 'credit', credit: { ...credit, halfDays: grantedTenths / tenthsPerHalfDay } },
      }
    : refuse('GRANT_NOT_HALF_DAYS', {
        article: '39(1)',
        errors: at(pointer, inputFaults.notHalfDays),
      })
}

/** Hours in tenths; null where the correction makes the entry void. */
const grantedTenthsOf = ({ grantedHours }: CorrectionBody): number | null =>
  grantedHours === undefined ? null : Math.round(grantedHours * 10)

/** The name that a correction gives to the execution and the messages that follow it. */
const occasionOf = ({ source }: LedgerEntry): string => source.replace('.', '-')

/** Whether an earlier call with the same key and body wrote this entry. */
const isRepeat = ({ fact }: LedgerEntry, body: CorrectionBody): boolean =>
  fact.kind === 'correction' &&
  fact.of === body.entry &&
  fact.reason === body.reason &&
  (fact.fact?.kind === 'credit' ? tenthsOf(fact.fact.credit) : null) === grantedTenthsOf(body)

/** What was corrected, for those who are told. */
interface Corrected {
  readonly entry: LedgerEntry
  readonly staff: StaffRecord
  readonly institution: Organisation
  readonly authority: Organisation
  readonly desk: DecidingDesk
  readonly before: StatedFact
}

/**
 * Whether the desk that decided may correct its own error (Art. 35): once, while no later certificate and no
 * closed year rests on it. Undefined: not this actor's desk, or their own matter.
 */
const ownError = async (
  table: ActingHost['table'],
  actor: Actor,
  { person, entries, certificates }: StaffRecord,
  stated: LedgerEntry,
  desk: DecidingDesk | undefined,
): Promise<Outcome<Organisation, 'ALREADY_CORRECTED' | 'BUILT_ON'> | undefined> => {
  const { organisation, role } = desk ?? {}
  const sits = actor.roles.some((seat) => seat.organisationId === organisation?.id && seat.role === role)
  if (organisation === undefined || !sits || actor.staffId === person.id || desk?.request === undefined)
    return undefined
  if (
    entries.some(
      ({ fact }) =>
        fact.kind === 'correction' && fact.of === stated.sequence && fact.suspension === undefined,
    )
  )
    return refuse('ALREADY_CORRECTED', { article: '35' })
  const year = yearAbout(stated)
  const isBuiltOn =
    certificates.some(({ ledgerLength }) => ledgerLength >= stated.sequence) ||
    (year !== undefined && (await isYearClosed(table, year)))
  return isBuiltOn ? refuse('BUILT_ON', { article: '35' }) : succeed(organisation)
}

/** The year whose result an entry may change. */
const yearAbout = ({ fact }: LedgerEntry): number | undefined => {
  if (fact.kind === 'credit') return fact.credit.makeUpFor ?? Number(fact.credit.from.slice(0, 4))
  if (fact.kind === 'deemed') return fact.deemed.year
  return fact.kind === 'correction' || fact.kind === 'restored' ? undefined : fact.year
}

const correct = async (
  { table, clock }: ActingHost,
  staffId: StaffId,
  body: CorrectionBody,
  key: string,
  actor: Actor,
) => {
  const found = await findStaff(table, staffId, actor)
  if (!found.ok) return found
  const { staff, institution } = found.value
  const about = factAbout(staff.entries, body.entry)
  const stated = staff.entries.find(({ sequence }) => sequence === about?.sequence)
  const desk = stated && (await decidingDesk(table, stated, institution))
  const higher = await higherAuthority(table, actor, staffId, institution, desk?.organisation)
  const own =
    higher.ok || stated === undefined ? undefined : await ownError(table, actor, staff, stated, desk)
  const authority = own ?? higher
  if (!authority.ok) return authority
  if (
    about === undefined ||
    stated === undefined ||
    desk === undefined ||
    stated.fact.kind === 'correction' ||
    stated.fact.kind === 'restored'
  )
    return refuse('ENTRY_UNKNOWN', {
      errors: at('/entry', ledgerFaults.noEntry),
    })
  const source = `correction.${requestIdFor(actor.id, key)}`
  const shared = { staff, institution, authority: authority.value, desk, before: stated.fact }
  const known = staff.entries.find((entry) => entry.source === source)
  if (known) return isRepeat(known, body) ? succeed({ ...shared, entry: known }) : refuse('KEY_REUSED')
  if (isSuspended(about)) return refuse('ENTRY_SUSPENDED', { article: '35' })
  if (about.fact === null) return refuse('ENTRY_VOID')
  const tenths = grantedTenthsOf(body)
  const most = stated.fact.kind === 'credit' ? claimedTenths(stated.fact.credit, desk) : 0
  const becomes = tenths === null ? succeed(null) : withHours(about.fact, tenths, most)
  if (!becomes.ok) return becomes
  if (about.fact.kind === 'credit' && tenths === tenthsOf(about.fact.credit))
    return refuse('CORRECTION_CHANGES_NOTHING')
  const { length } = staff.entries
  const fact = becomes.value && raisedBy(about.fact, becomes.value, length + 1)
  const entry = nextEntry(staff.entries, {
    staffId,
    recordedAt: timestamp(clock),
    recordedBy: actor.id,
    source,
    fact: { kind: 'correction', of: body.entry, reason: body.reason, fact },
  })
  if (!isAssessable(staff, factsInForce([...staff.entries, entry]), today(clock)))
    return refuse('CORRECTION_BREAKS_LEDGER')
  const since = entry.recordedAt
  await write(table, [
    ...recordEntry(staff, entry),
    markUnsettled({ staffId, occasion: occasionOf(entry), since }),
  ])
  return succeed({ ...shared, entry })
}

const tell = async (deps: ActingHost, corrected: Corrected): Promise<void> => {
  const { entry, staff, institution, authority, desk, before } = corrected
  if (entry.fact.kind !== 'correction') return
  const { fact, reason, of } = entry.fact
  const earlierEntries = staff.entries.filter(({ sequence }) => sequence < entry.sequence)
  const earlier = factAbout(earlierEntries, of)?.fact
  const correction = {
    entry: of,
    before,
    reason,
    correctedBy: authority.name,
    beforeTenths: earlier?.kind === 'credit' ? tenthsOf(earlier.credit) : null,
    nowTenths: fact?.kind === 'credit' ? tenthsOf(fact.credit) : null,
  }
  const event = occasionOf(entry)
  await tellPerson(deps, staff.person.id, correctedLetter(correction, deps.publicUrl), event)
  if (desk.organisation === undefined) return
  const seated = await readDesk(deps.table, desk.organisation.id, desk.role, today(deps.clock))
  const letter = correctedDeskLetter(correction, {
    staffName: staff.person.name,
    institutionName: institution.name,
    request: desk.request,
    publicUrl: deps.publicUrl,
  })
  const to = seated.filter(({ staffId }) => staffId !== staff.person.id).map(({ email }) => email)
  await postMail(deps, toMail(letter, `${event}-desk`, to))
}

/**
 * Corrects an entry of a ledger or makes it void (Art. 35), by a new entry with its reason; the old one
 * stays. By a higher authority, or once by the desk that decided. Certificates and results follow; the person
 * and that desk are told. The same key and body are the same correction.
 */
export const correctEntry =
  (deps: ActingHost) => async (staffId: StaffId, body: CorrectionBody, key: string, actor: Actor) => {
    const corrected = await retryOnConflict(() => correct(deps, staffId, body, key, actor))
    if (!corrected.ok) return corrected
    const { entry } = corrected.value
    await settleMarked(deps, staffId, occasionOf(entry))
    await tell(deps, corrected.value)
    return succeed(entry)
  }
