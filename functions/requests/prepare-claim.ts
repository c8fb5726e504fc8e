import { ratesOn } from '../../rules/activity-rates.ts'
import { parseDate } from '../../rules/calendar.ts'
import { worthOfActivity } from '../../rules/credit.ts'
import { type Edition, type EditionOf, edition2024 } from '../../rules/edition.ts'
import { parseFacts } from '../../rules/facts.ts'
import { today } from '../platform/clock.ts'
import { type FieldFault, refuse, succeed } from '../platform/refusals.ts'
import { activities } from '../platform/words.ts'
import { checkProvider } from '../registers/check-provider.ts'
import { editionsAsOf, ratedEditionsAsOf } from '../registers/edition-for.ts'
import { factsInForce } from '../staff/facts-in-force.ts'
import { factsFrom } from '../staff/facts-of.ts'
import type { StatedFact } from '../staff/ledger.ts'
import type { Person } from '../staff/person.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { deliveredNotices } from './delivered.ts'
import { isOfFailedClass } from './failed-classes.ts'
import { findEvidence, findFiled, issuersOf, proofRefusal, proofsOf } from './filing.ts'
import { type Flag, flagged } from './flag.ts'
import { twinNotice, twinsOf } from './likeness.ts'
import { plausibilityNotices } from './plausibility.ts'
import type { Filing, JudgedOn, Prepared } from './prepared.ts'
import type { TrainingLine } from './request.ts'
import type { ClaimLine, RecognitionClaim } from './submissions.ts'

/** Training for a change whose filing was refused may be claimed: a new filing takes it over (Art. 45). */
const withRefused = (person: Person): Person => ({
  ...person,
  postChanges: person.postChanges.map(({ refused, ...one }) =>
    refused === true ? { ...one, dropped: undefined } : one,
  ),
})

/** The faults of a claim's lines, judged as credits of the person's ledger would be. */
export const lineFaults = (
  lines: readonly ClaimLine[],
  { person, entries }: Pick<StaffRecord, 'person' | 'entries'>,
  asOf: string,
  editionOf: EditionOf,
): FieldFault[] => lineFaultsBeside(lines, person, factsInForce(entries), asOf, editionOf)

/**
 * The same beside facts that are known already. What a person was credited with refuses no further training: of a
 * ledger the delays are enough, for whoever makes up for a year (Art. 32).
 */
export const lineFaultsBeside = (
  lines: readonly ClaimLine[],
  person: Person,
  facts: readonly StatedFact[],
  asOf: string,
  editionOf: EditionOf,
): FieldFault[] => {
  const ledger = factsFrom(withRefused(person), facts, Number(asOf.slice(0, 4)), asOf)
  const claimed = lines.map((line, index) => ({ id: `line ${index}`, ...line }))
  const parsed = parseFacts({ ...ledger, credits: [...ledger.credits, ...claimed] }, asOf, editionOf)
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

/** What an activity comes to by the table in force on its first day (Art. 37); undefined where there is no table. */
const convert = ({ activity, from }: ClaimLine, { activities }: Edition) => {
  const day = parseDate(from)
  const rate = activity && day !== undefined ? ratesOn(activities.rates, day)?.[activity.kind] : undefined
  return activity && rate && { ...activity, rate }
}

/** Hours as claimed, in tenths. */
const claimedTenthsOf = (line: ClaimLine, edition: Edition): number => {
  const activity = convert(line, edition)
  if (activity) return worthOfActivity(activity).tenths
  return line.halfDays === undefined
    ? Math.round((line.hours ?? 0) * 10)
    : line.halfDays * edition.tenthsPerHalfDay
}

/** A training as it is claimed, at the beginning of its way. */
export const toLine = (claimed: ClaimLine, round: number, edition: Edition = edition2024): TrainingLine => {
  const { activity: _, ...line } = claimed
  const activity = convert(claimed, edition)
  return {
    subject: line.subject,
    category: line.category,
    mode: line.mode,
    activity:
      activity === undefined
        ? false
        : { kind: activity.kind, quantity: activity.quantity, unit: activity.rate.unit },
    from: line.from,
    to: line.to,
    halfDays: line.halfDays,
    hours: line.hours,
    fullTime: line.fullTime,
    passed: line.passed,
    forChange: line.forChange,
    makeUpFor: line.makeUpFor,
    status: 'in_review',
    round,
    claimedTenths: claimedTenthsOf(claimed, edition),
    awaiting: true,
  }
}

/** What the desks should know of activities: how many hours of their kind the year counts already (Art. 37). */
const capNotices = (lines: readonly ClaimLine[], staff: StaffRecord, edition: Edition): Flag[] =>
  lines.flatMap((line) => {
    const activity = convert(line, edition)
    const cap = activity?.rate.capHours
    if (!activity || cap === null || cap === undefined) return []
    const counted = factsInForce(staff.entries).flatMap((fact) =>
      fact.kind === 'credit' &&
      fact.credit.activity?.kind === activity.kind &&
      fact.credit.from.slice(0, 4) === line.from.slice(0, 4)
        ? [fact.credit.hours ?? 0]
        : [],
    )
    const before = counted.reduce((sum, hours) => sum + hours, 0)
    const claimed = worthOfActivity(activity).tenths / 10
    const { zh, en } = activities[activity.kind]
    return before + claimed <= cap
      ? []
      : [
          {
            code: 'CAP_REACHED' as const,
            article: '37',
            zh: `${zh}每年至多计 ${cap} 学时（第37条），本年度已有 ${before} 学时，本次申报 ${claimed} 学时，超出部分不计。`,
            en: `Of ${en} a year counts ${cap} hours at most (Art. 37): ${before} are on record, ${claimed} are claimed, and what exceeds the limit does not count.`,
          },
        ]
  })

/** Judges a claim (Art. 34, 37–41): each line by the rules, each proof by Article 40; every fault at once. */
export const prepareClaim = async ({ table, clock }: JudgedOn, claim: RecognitionClaim, filing: Filing) => {
  const filed = await findFiled(table, claim.staffId, filing.actor)
  if (!filed.ok) return filed
  const { staff, institution } = filed.value
  const found = await findEvidence(table, claim.evidence, filing.actor)
  const day = today(clock)
  const isRated = claim.lines.some(({ activity }) => activity !== undefined)
  const editionOf = await (isRated ? ratedEditionsAsOf : editionsAsOf)(table, day, day)
  const edition = editionOf(Number(day.slice(0, 4)))
  const faults = [...lineFaults(claim.lines, staff, day, editionOf), ...found.faults]
  if (faults.length > 0) return refuse('INPUT_INVALID', { errors: faults })
  const provided = await checkProvider(table, claim, day)
  if (!provided.ok) return provided
  const proofs = proofsOf(claim, found.evidence, await issuersOf(table, claim))
  const refusal = await proofRefusal(table, claim.staffId, proofs, filing.requestId, filing.actor)
  if (refusal) return refusal
  const twins = await twinsOf(table, claim.staffId, claim, filing.requestId)
  const ofClass = twins.find(({ isClass }) => isClass)?.request
  if (ofClass !== undefined)
    return refuse('EVIDENCE_ALREADY_USED', {
      article: '40',
      errors: [
        {
          pointer: '/lines',
          detail: {
            zh: '这次培训已由举办单位按名册统一申报，不能再单独申报。',
            en: 'This class was filed for all who took part: it is not claimed again singly.',
          },
        },
      ],
      details: { usedBy: { requestId: ofClass.id, claimedOn: ofClass.submittedAt.slice(0, 10) } },
    })
  if (await isOfFailedClass(table, claim.staffId, claim))
    return refuse('EVIDENCE_ALREADY_USED', {
      article: '40',
      errors: [
        {
          pointer: '/lines',
          detail: {
            zh: '这个班已由举办单位结班，您的考核结果为不合格或未到课，不能再单独申报。如对结果有异议，请联系举办单位。',
            en: 'This class was closed by its organiser with your result as failed or absent: it is not claimed again singly. If the result is wrong, ask the organiser.',
          },
        },
      ],
    })
  return succeed<Prepared>({
    institution,
    matter: {
      type: 'recognition',
      staffId: claim.staffId,
      title: claim.title,
      provider: claim.provider,
      certificateNo: claim.certificateNo,
      organisedBy: claim.organisedBy,
      lines: claim.lines.map((line) => toLine(line, filing.round, edition)),
      evidence: claim.evidence,
    },
    fingerprints: proofs.map(({ fingerprint }) => fingerprint),
    notices: [
      ...twins.map(twinNotice),
      ...(await deliveredNotices(table, staff.entries, claim)),
      ...plausibilityNotices(claim.lines, claim.evidence),
      ...provided.value.map((text) => flagged('PROVIDER_UNLISTED', text, '41')),
      ...capNotices(claim.lines, staff, edition),
    ],
    writes: [],
  })
}
