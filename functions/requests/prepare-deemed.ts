import { assess } from '../../rules/assess.ts'
import { parseDate } from '../../rules/calendar.ts'
import { judgeDeemed } from '../../rules/deemed.ts'
import { today, yearNow } from '../platform/clock.ts'
import { sha256 } from '../platform/identifiers.ts'
import type { Text } from '../platform/language.ts'
import { type FieldFault, refuse, succeed } from '../platform/refusals.ts'
import { deemedKinds } from '../platform/words.ts'
import { editionsFor } from '../registers/edition-for.ts'
import { requireFacts } from '../staff/due-obligations.ts'
import type { Person } from '../staff/person.ts'
import { type GroundOnRecord, groundOnRecord } from './discretion.ts'
import { findEvidence, findFiled, proofRefusal, proofsOf, takenBy } from './filing.ts'
import { flagged, noProof } from './flag.ts'
import type { Filing, JudgedOn, Prepared } from './prepared.ts'
import type { DeemedBody } from './submissions.ts'

const yearFaults = (year: number, current: number): FieldFault[] =>
  year <= current
    ? []
    : [
        {
          pointer: '/year',
          detail: {
            zh: '该年度尚未开始，届时再申请。',
            en: 'This year has not begun; ask when it has.',
          },
        },
      ]

/** A ground that the register contradicts is refused by the rule (Art. 39(6)). */
const contradictions = (ground: GroundOnRecord | undefined): FieldFault[] =>
  ground?.says === 'contradicted'
    ? [
        {
          pointer: '/ground',
          detail: {
            zh: `与登记的信息不符（${ground.facts.map(({ zh }) => zh).join('；')}）。登记有误的，请先更正。`,
            en: `The register says otherwise (${ground.facts.map(({ en }) => en).join('; ')}). If it is wrong, have it corrected first.`,
          },
        },
      ]
    : []

/** A ground that the register knows nothing of needs a proof (Art. 39(6)). */
const groundFaults = ({ evidence }: DeemedBody, ground: GroundOnRecord | undefined): FieldFault[] =>
  ground?.says === 'nothing' && evidence.length === 0
    ? [
        {
          pointer: '/evidence',
          detail: {
            zh: '登记中没有这一情形，请上传证明材料。',
            en: 'The register knows nothing of this ground: upload a proof.',
          },
        },
      ]
    : []

/** An examination lies in its year and is over; a leave's year is over, or its appraisal is passed (Art. 39(4), (5)). */
const claimFaults = (
  { kind, year, passedOn, appraised }: DeemedBody,
  { hiredOn }: Person,
  day: string,
): FieldFault[] => [
  ...(passedOn !== undefined && (passedOn.slice(0, 4) !== String(year) || passedOn > day)
    ? [
        {
          pointer: '/passedOn',
          detail: { zh: '应为该年度内、今天以前的日期。', en: 'A day of that year, not after today.' },
        },
      ]
    : []),
  ...(passedOn !== undefined && passedOn.slice(0, 4) === String(year) && passedOn < hiredOn
    ? [
        {
          pointer: '/passedOn',
          detail: {
            zh: '早于聘用日期。登记的聘用日期有误的，请先更正。',
            en: 'Before the hiring. If the day of hiring on record is wrong, have it corrected first.',
          },
        },
      ]
    : []),
  ...(kind === 'entrepreneurship_leave' &&
  (appraised === false || (appraised === undefined && day <= `${year}-12-31`))
    ? [
        {
          pointer: '/appraised',
          detail: {
            zh: '离岗期间考核合格后才能申请；年度未结束的，须已有考核结果。',
            en: 'Ask when the appraisal of the leave is passed; before the year is over it must be on record.',
          },
        },
      ]
    : []),
]

/** That no such leave is on the register: the desks see it, for it is they who approved it (Art. 39(5)). */
const leaveNotices = ({ kind, year }: DeemedBody, { leaves = [] }: Person): Text[] =>
  kind === 'entrepreneurship_leave' &&
  !leaves.some(
    (leave) =>
      leave.kind === 'entrepreneurship' && leave.from <= `${year}-12-31` && leave.to >= `${year}-01-01`,
  )
    ? [
        {
          zh: '人员信息中没有该年度的离岗创业记录，请核对批准文件。',
          en: 'No entrepreneurship leave of that year is on the register: compare the approval.',
        },
      ]
    : []

/** Judges a request to deem a year, or a subject of it, complete (Art. 39(2)–(6)); its proof is used once (Art. 40). */
export const prepareDeemed = async ({ table, clock }: JudgedOn, body: DeemedBody, filing: Filing) => {
  const filed = await findFiled(table, body.staffId, filing.actor)
  if (!filed.ok) return filed
  const { staff, institution } = filed.value
  const day = today(clock)
  const found = await findEvidence(table, body.evidence, filing.actor)
  const faults = [...yearFaults(body.year, Number(day.slice(0, 4))), ...found.faults]
  if (faults.length > 0) return refuse('INPUT_INVALID', { errors: faults })
  const editionOf = await editionsFor(table, yearNow(clock))
  const edition = editionOf(body.year)
  const facts = requireFacts(staff, body.year, day, editionOf)
  const passedOn = body.passedOn === undefined ? undefined : parseDate(body.passedOn)
  const ruling = judgeDeemed({ kind: body.kind, year: body.year, passedOn }, facts.person, edition)
  if (!ruling.ok) return refuse(ruling.code, { article: ruling.article })
  const ground = body.ground === undefined ? undefined : groundOnRecord(body.ground, staff.person, body.year)
  const { article } = edition.deemed[body.kind]
  const contradicted = contradictions(ground)
  const unfit = [...contradicted, ...groundFaults(body, ground), ...claimFaults(body, staff.person, day)]
  // What the register contradicts is refused by the rule; what is missing or impossible is a fault of the form.
  if (unfit.length > 0)
    return refuse(contradicted.length > 0 ? 'DEEMED_UNFOUNDED' : 'INPUT_INVALID', { article, errors: unfit })
  if (assess(facts, editionOf).annual.status === 'not_applicable')
    return refuse('YEAR_NOT_APPLICABLE', { article })
  const fingerprint = sha256(`deemed\n${body.staffId}\n${body.year}\n${body.kind}`)
  const asked = await takenBy(table, [{ fingerprint, pointer: '/kind' }], filing.requestId)
  if (asked.length > 0) return refuse('DEEMED_ALREADY_ASKED', { article })
  const proofs = proofsOf(body, found.evidence)
  const refusal = await proofRefusal(table, body.staffId, proofs, filing.requestId, filing.actor)
  if (refusal) return refusal
  return succeed<Prepared>({
    institution,
    matter: {
      type: 'deemed',
      staffId: body.staffId,
      title: `${body.year} 年度视同完成：${deemedKinds[body.kind].zh}`,
      kind: body.kind,
      year: body.year,
      reason: body.reason,
      scope: body.scope,
      ...(body.ground === undefined ? {} : { ground: body.ground }),
      ...(body.passedOn === undefined ? {} : { passedOn: body.passedOn }),
      ...(body.kind === 'entrepreneurship_leave' ? { appraised: true } : {}),
      lines: [{ status: 'in_review', round: filing.round, awaiting: true }],
      evidence: body.evidence,
    },
    fingerprints: [fingerprint, ...proofs.map(({ fingerprint }) => fingerprint)],
    notices: [
      ...[...(ground?.facts ?? []), ...leaveNotices(body, staff.person)].map((text) =>
        flagged('ON_RECORD', text, article),
      ),
      // As of claimed hours: the desk is told, and batches leave it out (Art. 40).
      ...(body.evidence.length === 0 ? [noProof] : []),
    ],
    writes: [],
  })
}
