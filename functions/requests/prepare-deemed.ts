import { assess } from '../../rules/assess.ts'
import { judgeDeemed } from '../../rules/deemed.ts'
import { today } from '../platform/clock.ts'
import { sha256 } from '../platform/identifiers.ts'
import { type FieldFault, refuse, succeed } from '../platform/refusals.ts'
import { deemedKinds } from '../platform/words.ts'
import { editionFor } from '../registers/edition-for.ts'
import { requireFacts } from '../staff/due-obligations.ts'
import type { DeemedBody } from './api.ts'
import { findEvidence, findFiled, proofRefusal, proofsOf, takenBy } from './filing.ts'
import type { Filing, JudgedOn, Prepared } from './prepared.ts'

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

/** Judges a request to deem a year, or a subject of it, complete (Art. 39(2)–(6)); its proof is used once (Art. 40). */
export const prepareDeemed = async ({ table, clock }: JudgedOn, body: DeemedBody, filing: Filing) => {
  const filed = await findFiled(table, body.staffId, filing.actor)
  if (!filed.ok) return filed
  const { staff, institution } = filed.value
  const day = today(clock)
  const found = await findEvidence(table, body.evidence, filing.actor)
  const faults = [...yearFaults(body.year, Number(day.slice(0, 4))), ...found.faults]
  if (faults.length > 0) return refuse('INPUT_INVALID', { errors: faults })
  const edition = await editionFor(table, body.year)
  const facts = requireFacts(staff, body.year, day, edition)
  const ruling = judgeDeemed({ kind: body.kind, postType: facts.person.postType }, edition)
  if (!ruling.ok) return refuse(ruling.code, { article: ruling.article })
  const { article } = edition.deemed[body.kind]
  if (assess(facts, edition).annual.status === 'not_applicable')
    return refuse('YEAR_NOT_APPLICABLE', { article })
  const ground = sha256(`deemed\n${body.staffId}\n${body.year}\n${body.kind}`)
  const asked = await takenBy(table, [{ fingerprint: ground, pointer: '/kind' }], filing.requestId)
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
      lines: [{ status: 'in_review', round: filing.round, awaiting: true }],
      evidence: body.evidence,
    },
    fingerprints: [ground, ...proofs.map(({ fingerprint }) => fingerprint)],
    writes: [],
  })
}
