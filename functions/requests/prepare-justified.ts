import { today, yearNow } from '../platform/clock.ts'
import { sha256 } from '../platform/identifiers.ts'
import { refuse, succeed } from '../platform/refusals.ts'
import { inputFaults } from '../platform/words.ts'
import { editionsFor } from '../registers/edition-for.ts'
import { factsInForce } from '../staff/facts-in-force.ts'
import { isJustifiable } from '../staff/justifiable.ts'
import { findEvidence, findFiled, takenBy } from './filing.ts'
import type { Filing, JudgedOn, Prepared } from './prepared.ts'
import type { JustifiedReasonBody } from './submissions.ts'

/**
 * Judges a request to find the reason for an incomplete year justified (Art. 7, 43): once a year, and only
 * for a year that is asked of the person. Other requests may use its files too.
 */
export const prepareJustified = async (
  { table, clock }: JudgedOn,
  body: JustifiedReasonBody,
  filing: Filing,
) => {
  const filed = await findFiled(table, body.staffId, filing.actor)
  if (!filed.ok) return filed
  const { staff, institution } = filed.value
  const day = today(clock)
  const { faults } = await findEvidence(table, body.evidence, filing.actor)
  if (body.year > Number(day.slice(0, 4))) faults.push({ pointer: '/year', detail: inputFaults.yearNotBegun })
  if (faults.length > 0) return refuse('INPUT_INVALID', { errors: faults })
  if (factsInForce(staff.entries).some((fact) => fact.kind === 'justified' && fact.year === body.year))
    return refuse('ALREADY_JUSTIFIED', { article: '7' })
  if (!isJustifiable(staff, body.year, day, await editionsFor(table, yearNow(clock))))
    return refuse('NOTHING_TO_JUSTIFY', { article: '7' })
  const fingerprint = sha256(`justified_reason\n${body.staffId}\n${body.year}`)
  const taken = await takenBy(table, [{ fingerprint, pointer: '/year' }], filing.requestId)
  if (taken.length > 0) return refuse('ALREADY_JUSTIFIED', { article: '7' })
  return succeed<Prepared>({
    institution,
    matter: {
      type: 'justified_reason',
      staffId: body.staffId,
      title: `${body.year} 年度未完成培训的正当理由`,
      year: body.year,
      ground: body.ground,
      reason: body.reason,
      byInstitution: filing.actor.staffId !== body.staffId,
      lines: [{ status: 'in_review', round: filing.round, awaiting: true }],
      evidence: body.evidence,
    },
    fingerprints: [fingerprint],
    writes: [],
  })
}
