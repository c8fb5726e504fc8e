import { judgeDelay } from '../../rules/delay.ts'
import { today, yearNow } from '../platform/clock.ts'
import { sha256 } from '../platform/identifiers.ts'
import { refuse, succeed } from '../platform/refusals.ts'
import { editionsFor } from '../registers/edition-for.ts'
import { requireFacts } from '../staff/due-obligations.ts'
import { isExtended } from './delay-extension.ts'
import { findEvidence, findFiled, takenBy } from './filing.ts'
import type { Filing, JudgedOn, Prepared } from './prepared.ts'
import type { DelayBody } from './submissions.ts'

/**
 * Judges a request to delay a year (Art. 32): refused where the year is complete, was delayed before, or is
 * asked about outside the window. Its files prove no achievement, so other requests may use them too.
 */
export const prepareDelay = async ({ table, clock }: JudgedOn, body: DelayBody, filing: Filing) => {
  const filed = await findFiled(table, body.staffId, filing.actor)
  if (!filed.ok) return filed
  const { staff, institution } = filed.value
  const { faults } = await findEvidence(table, body.evidence, filing.actor)
  if (faults.length > 0) return refuse('INPUT_INVALID', { errors: faults })
  const editionOf = await editionsFor(table, yearNow(clock))
  const day = today(clock)
  const facts = requireFacts(staff, body.year, day, editionOf)
  const inWindow = judgeDelay(facts, editionOf)
  // What extends the window is read only after the window has closed.
  const ruling =
    !inWindow.ok && inWindow.code === 'DELAY_OUTSIDE_WINDOW'
      ? judgeDelay(facts, editionOf, await isExtended(table, staff, body.year, day))
      : inWindow
  if (!ruling.ok) return refuse(ruling.code, { article: ruling.article })
  // Of two requests for one year only the first is filed, however close they come.
  const fingerprint = sha256(`make_up_delay\n${body.staffId}\n${body.year}`)
  const taken = await takenBy(table, [{ fingerprint, pointer: '/year' }], filing.requestId)
  if (taken.length > 0) return refuse('YEAR_ALREADY_DELAYED', { article: '32' })
  return succeed<Prepared>({
    institution,
    matter: {
      type: 'make_up_delay',
      staffId: body.staffId,
      title: `${body.year} 年度延迟补训`,
      year: body.year,
      reason: body.reason,
      lines: [{ status: 'in_review', round: filing.round, awaiting: true }],
      evidence: body.evidence,
    },
    fingerprints: [fingerprint],
    writes: [],
  })
}
