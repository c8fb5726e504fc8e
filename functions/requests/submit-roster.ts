import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { hasSeatAt } from '../organisations/visibility.ts'
import { today } from '../platform/clock.ts'
import type { OrganisationId } from '../platform/ids.ts'
import { refuse, succeed } from '../platform/refusals.ts'
import { checkProvider } from '../registers/check-provider.ts'
import { findEvidence, issuersOf, type Proof, proofRefusal, proofsOf } from './filing.ts'
import { flagged } from './flag.ts'
import { plausibilityNotices } from './plausibility.ts'
import { toLine } from './prepare-claim.ts'
import type { Filing, JudgedOn, Prepared } from './prepared.ts'
import type { Participant } from './request.ts'
import type { ClaimLine } from './submissions.ts'
import { type FilingHost, fileRequest } from './submit-request.ts'
import { takenOverNotice } from './words.ts'

/** As many as a class has: each is an item of their own, credited by a transaction of their own. */
export const MOST_PARTICIPANTS = 2_000

/** A class and those who took part in it; what a participant attended may be less than the whole of it. */
export interface Roster {
  readonly type: 'class_roster'
  readonly title: string
  readonly provider?: string | undefined
  readonly certificateNo?: string | undefined
  readonly institutionId: OrganisationId
  readonly training: Omit<ClaimLine, 'activity' | 'forChange' | 'passed'>
  /** Of a class that an office, or a host of seconded staff, held for several institutions: which one, and the how manieth of their lists it is. */
  readonly holder?: { readonly id: OrganisationId; readonly nth: number } | undefined
  /** Each judged before as a claim of their own would be. */
  readonly participants: readonly Participant[]
  readonly evidence: readonly string[]
  /** A year's hours of one subject from an earlier platform, instead of a class. */
  readonly takenOver?: true | undefined
}

/**
 * A class as one line. Where only its participants state hours, it has the most that one of them attended.
 */
const whole = ({ training, participants }: Roster): ClaimLine => {
  const most = (field: 'halfDays' | 'hours') =>
    Math.max(...participants.map((participant) => participant[field] ?? 0)) || undefined
  return training.mode === 'offline'
    ? { ...training, halfDays: training.halfDays ?? most('halfDays') }
    : { ...training, hours: training.hours ?? most('hours') }
}

/**
 * Whoever held a class files it (Art. 34): the institution itself, the department or authority above it, or another
 * institution for staff who are seconded to it. Their own registers first, whoever filed.
 */
const mayFile = (
  actor: Actor,
  institution: Pick<Organisation, 'id' | 'overseers'>,
  holder: OrganisationId | undefined,
): boolean =>
  holder === undefined
    ? hasSeatAt(actor, institution.id, 'institution')
    : hasSeatAt(actor, holder, 'institution') ||
      (institution.overseers.includes(holder) &&
        (hasSeatAt(actor, holder, 'department') || hasSeatAt(actor, holder, 'authority')))

/**
 * What holds the proof of a class. One that served several institutions has a list for each, and one proof: each list
 * holds it as its own, the first also as what nobody else may use (Art. 40).
 */
const heldBy = ({ holder, institutionId }: Roster, proofs: readonly Proof[]): readonly Proof[] =>
  holder === undefined
    ? proofs
    : proofs.flatMap((proof) => [
        ...(holder.nth === 0 ? [proof] : []),
        { ...proof, fingerprint: `${proof.fingerprint}#${institutionId}` },
      ])

const prepareRoster = async ({ table, clock }: JudgedOn, roster: Roster, filing: Filing) => {
  const { actor } = filing
  const institution = await readOrganisation(table, roster.institutionId)
  if (institution === undefined || !mayFile(actor, institution, roster.holder?.id))
    return refuse('NOT_ALLOWED', { article: '34' })
  if (roster.participants.length > MOST_PARTICIPANTS) return refuse('PARTICIPANTS_TOO_MANY')
  const found = await findEvidence(table, roster.evidence, actor)
  if (found.faults.length > 0) return refuse('INPUT_INVALID', { errors: found.faults })
  const line = whole(roster)
  const isTakenOver = roster.takenOver === true
  // Who gave the trainings of an earlier platform's sums is not known.
  const provided = isTakenOver
    ? succeed([])
    : await checkProvider(table, { lines: [line], provider: roster.provider }, today(clock))
  if (!provided.ok) return provided
  const proofs = heldBy(roster, proofsOf(roster, found.evidence, await issuersOf(table, roster)))
  const refusal = await proofRefusal(table, undefined, proofs, filing.requestId, actor)
  if (refusal) return refusal
  return succeed<Prepared>({
    institution,
    matter: {
      type: 'class_roster',
      title: roster.title,
      provider: roster.provider,
      certificateNo: roster.certificateNo,
      participantCount: roster.participants.length,
      participants: [...roster.participants],
      lines: [toLine(line, filing.round)],
      evidence: [...roster.evidence],
      ...(isTakenOver ? { takenOver: true as const } : {}),
    },
    // One document proves several years; that nobody's year is taken over twice is their ledger's to say.
    fingerprints: isTakenOver ? [] : proofs.map(({ fingerprint }) => fingerprint),
    notices: [
      ...(isTakenOver ? [flagged('NOTE', takenOverNotice)] : []),
      ...plausibilityNotices([line], roster.evidence),
      ...provided.value.map((text) => flagged('PROVIDER_UNLISTED', text, '41')),
    ],
    writes: [],
  })
}

/** Files a class as one batch claim with one proof (Art. 34, 39(1)): recognised at once for all who took part. */
export const submitRoster = (deps: FilingHost) => fileRequest(deps, prepareRoster)
