import { edition2024 } from '../../rules/edition.ts'
import { parseFacts } from '../../rules/facts.ts'
import { today } from '../platform/clock.ts'
import { type FieldFault, refuse, succeed } from '../platform/refusals.ts'
import { checkProvider } from '../registers/check-provider.ts'
import { factsOf } from '../staff/facts-of.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import type { ClaimLine, RecognitionClaim } from './api.ts'
import { findEvidence, findFiled, proofRefusal, proofsOf } from './filing.ts'
import type { Filing, JudgedOn, Prepared } from './prepared.ts'
import type { TrainingLine } from './request.ts'

/** Training for a change whose filing was refused may be claimed: a new filing takes it over (Art. 45). */
const withRefused = <S extends Pick<StaffRecord, 'person'>>(staff: S): S => ({
  ...staff,
  person: {
    ...staff.person,
    postChanges: staff.person.postChanges.map(({ refused, ...one }) =>
      refused === true ? { ...one, dropped: undefined } : one,
    ),
  },
})

/**
 * The faults of a claim's lines, judged as credits of the person's ledger would be. `alsoOpen` are trainings that
 * are claimed elsewhere at the same time.
 */
export const lineFaults = (
  lines: readonly ClaimLine[],
  staff: Pick<StaffRecord, 'person' | 'entries'>,
  asOf: string,
): FieldFault[] => {
  const ledger = factsOf(withRefused(staff), Number(asOf.slice(0, 4)), asOf)
  const claimed = lines.map(({ activity: _, ...line }, index) => ({ id: `line ${index}`, ...line }))
  const parsed = parseFacts({ ...ledger, credits: [...ledger.credits, ...claimed] }, asOf)
  const known = ledger.credits.length
  const faults = parsed.ok
    ? []
    : parsed.errors.flatMap(({ pointer, detail }) => {
        const [, index, field = ''] = /^\/credits\/(\d+)(\/.*)?$/.exec(pointer) ?? []
        return index === undefined || Number(index) < known
          ? []
          : [{ pointer: `/lines/${Number(index) - known}${field}`, detail }]
      })
  const early = lines.flatMap((line, index) =>
    line.to > asOf
      ? [
          {
            pointer: `/lines/${index}/to`,
            detail: {
              zh: '培训尚未结束，结束后才能申报。',
              en: 'The training is not over yet; claim it when it is.',
            },
          },
        ]
      : [],
  )
  return [...faults, ...early]
}

/** A training as it is claimed, at the beginning of its way. */
export const toLine = ({ activity, halfDays, hours, ...line }: ClaimLine, round: number): TrainingLine => ({
  subject: line.subject,
  category: line.category,
  mode: line.mode,
  activity: activity ?? false,
  from: line.from,
  to: line.to,
  halfDays,
  hours,
  fullTime: line.fullTime,
  passed: line.passed,
  forChange: line.forChange,
  makeUpFor: line.makeUpFor,
  status: 'in_review',
  round,
  claimedTenths:
    halfDays === undefined ? Math.round((hours ?? 0) * 10) : halfDays * edition2024.tenthsPerHalfDay,
  awaiting: true,
})

/** Judges a claim (Art. 34, 37–41): each line by the rules, each proof by Article 40; every fault at once. */
export const prepareClaim = async ({ table, clock }: JudgedOn, claim: RecognitionClaim, filing: Filing) => {
  const filed = await findFiled(table, claim.staffId, filing.actor)
  if (!filed.ok) return filed
  const { staff, institution } = filed.value
  const found = await findEvidence(table, claim.evidence, filing.actor)
  const faults = [...lineFaults(claim.lines, staff, today(clock)), ...found.faults]
  if (faults.length > 0) return refuse('INPUT_INVALID', { errors: faults })
  const provided = await checkProvider(table, claim, today(clock))
  if (!provided.ok) return provided
  const proofs = proofsOf(claim, found.evidence)
  const refusal = await proofRefusal(table, claim.staffId, proofs, filing.requestId, filing.actor)
  if (refusal) return refusal
  return succeed<Prepared>({
    institution,
    matter: {
      type: 'recognition',
      staffId: claim.staffId,
      title: claim.title,
      provider: claim.provider,
      certificateNo: claim.certificateNo,
      organisedBy: claim.organisedBy,
      lines: claim.lines.map((line) => toLine(line, filing.round)),
      evidence: claim.evidence,
    },
    fingerprints: proofs.map(({ fingerprint }) => fingerprint),
    notices: provided.value,
    writes: [],
  })
}
