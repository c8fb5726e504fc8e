import { edition2024 } from '../../rules/edition.ts'
import { parseFacts } from '../../rules/facts.ts'
import type { RecognitionClaim } from '../api/requests.ts'
import { type Clock, today } from '../kit/clock.ts'
import { type FieldFault, type Outcome, type Refusal, refuse, succeed } from '../kit/refusals.ts'
import type { Account } from '../store/account.ts'
import { certificateFingerprint, type Evidence, readEvidenceList, readProofs } from '../store/evidence.ts'
import { readStaff, type StaffRecord } from '../store/ledger.ts'
import { type Organisation, readOrganisation } from '../store/organisation.ts'
import type { Line } from '../store/request.ts'
import type { Table } from '../store/table.ts'
import { factsOf } from './facts-of.ts'
import { oversees, sitsAt } from './visibility.ts'

/** A claim that may be filed: its lines, and the proofs that it takes. */
export interface PreparedClaim {
  readonly institution: Organisation
  readonly lines: readonly Line[]
  readonly fingerprints: readonly string[]
}

/** The person themselves files, or the registrar of their institution for them (Art. 34). */
const mayFileFor = (actor: Account, staff: StaffRecord): boolean =>
  actor.staffId === staff.person.id || sitsAt(actor, staff.person.institutionId, 'institution')

/** The faults of a claim's lines, judged as credits of the person's ledger would be. */
const lineFaults = (claim: RecognitionClaim, staff: StaffRecord, asOf: string): FieldFault[] => {
  const ledger = factsOf(staff, Number(asOf.slice(0, 4)), asOf)
  const claimed = claim.lines.map(({ activity: _, ...line }, index) => ({ id: `line ${index}`, ...line }))
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
  const early = claim.lines.flatMap((line, index) =>
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

const evidenceFaults = (claim: RecognitionClaim, found: readonly Evidence[], actor: Account): FieldFault[] =>
  claim.evidence.flatMap((id, index) =>
    found.some(
      (evidence) => evidence.id === id && evidence.uploadedBy === actor.id && evidence.state === 'kept',
    )
      ? []
      : [
          {
            pointer: `/evidence/${index}`,
            detail: {
              zh: '没有找到您上传的这份材料，请重新上传。',
              en: 'No such file of yours. Upload it again.',
            },
          },
        ],
  )

/** Says which of a claim's proofs serves another claim already, and which one to whoever may see it (Art. 40). */
const proofRefusal = async (
  table: Table,
  claim: RecognitionClaim,
  fingerprints: readonly { fingerprint: string; pointer: string }[],
  requestId: string,
  actor: Account,
): Promise<Refusal | undefined> => {
  const taken = (
    await readProofs(
      table,
      fingerprints.map(({ fingerprint }) => fingerprint),
    )
  ).filter((holder) => holder.requestId !== requestId)
  const [first] = taken
  if (first === undefined) return undefined
  const institution = await readOrganisation(table, first.institutionId)
  const maySee =
    first.staffId === claim.staffId ||
    first.staffId === actor.staffId ||
    (institution !== undefined && oversees(actor, institution))
  return refuse('EVIDENCE_ALREADY_USED', {
    article: '40',
    errors: fingerprints
      .filter(({ fingerprint }) => taken.some((holder) => holder.fingerprint === fingerprint))
      .map(({ pointer }) => ({
        pointer,
        detail: { zh: '该材料已用于另一份申请。', en: 'This proof serves another claim.' },
      })),
    ...(maySee ? { details: { usedBy: { requestId: first.requestId, claimedOn: first.claimedOn } } } : {}),
  })
}

const toLine = (
  { activity, halfDays, hours, ...line }: RecognitionClaim['lines'][number],
  round: number,
): Line => ({
  subject: line.subject,
  category: line.category,
  mode: line.mode,
  activity: activity ?? false,
  from: line.from,
  to: line.to,
  ...(halfDays === undefined ? {} : { halfDays }),
  ...(hours === undefined ? {} : { hours }),
  ...(line.fullTime === undefined ? {} : { fullTime: line.fullTime }),
  ...(line.passed === undefined ? {} : { passed: line.passed }),
  ...(line.forChange === undefined ? {} : { forChange: line.forChange }),
  ...(line.makeUpFor === undefined ? {} : { makeUpFor: line.makeUpFor }),
  status: 'in_review',
  round,
  claimedTenths:
    halfDays === undefined ? Math.round((hours ?? 0) * 10) : halfDays * edition2024.tenthsPerHalfDay,
  awaiting: true,
})

/**
 * Judges a claim before it is filed: who files it, each line by the rules, each proof by Article 40. Every fault
 * of the form is reported at once.
 */
export const prepareClaim = async (
  { table, clock }: { readonly table: Table; readonly clock: Clock },
  claim: RecognitionClaim,
  actor: Account,
  requestId: string,
  round: number,
): Promise<Outcome<PreparedClaim>> => {
  const staff = await readStaff(table, claim.staffId)
  // The same answer whether there is no such person or they are someone else's: neither may be learnt here.
  if (staff === undefined || !mayFileFor(actor, staff))
    return refuse('NOT_ALLOWED', {
      errors: [
        {
          pointer: '/staffId',
          detail: {
            zh: '只能为本人，或为本单位人员申报。',
            en: 'File for yourself, or for people of your institution.',
          },
        },
      ],
    })
  const institution = await readOrganisation(table, staff.person.institutionId)
  if (institution === undefined) return refuse('NOT_FOUND')
  const evidence = await readEvidenceList(table, [...new Set(claim.evidence)])
  const faults = [...lineFaults(claim, staff, today(clock)), ...evidenceFaults(claim, evidence, actor)]
  if (faults.length > 0) return refuse('INPUT_INVALID', { errors: faults })
  const proofs = [
    ...claim.evidence.flatMap((id, index) => {
      const sha256 = evidence.find((one) => one.id === id)?.sha256
      return sha256 === undefined ? [] : [{ fingerprint: sha256, pointer: `/evidence/${index}` }]
    }),
    ...(claim.provider !== undefined && claim.certificateNo !== undefined
      ? [
          {
            fingerprint: certificateFingerprint(claim.provider, claim.certificateNo),
            pointer: '/certificateNo',
          },
        ]
      : []),
  ]
  const refusal = await proofRefusal(table, claim, proofs, requestId, actor)
  if (refusal) return refusal
  return succeed({
    institution,
    lines: claim.lines.map((line) => toLine(line, round)),
    fingerprints: [...new Set(proofs.map(({ fingerprint }) => fingerprint))],
  })
}
