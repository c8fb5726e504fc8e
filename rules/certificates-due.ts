import type { AnnualAssessment } from './annual.ts'
import type { InductionAssessment } from './induction.ts'
import type { TransferAssessment } from './transfer.ts'

/**
 * The obligations that would hold a certificate now (Art. 35): `annual:YEAR`, `induction`, `transfer:ID`. What was
 * completed after its limit still earns one; it says no more than that the training was had.
 */
export const certificatesDue = (
  annual: AnnualAssessment,
  induction: InductionAssessment,
  transfers: readonly TransferAssessment[],
): readonly string[] => {
  const due: string[] = []
  if (annual.status === 'met' || annual.status === 'deemed') due.push(`annual:${annual.year}`)
  if (induction.status !== 'not_applicable' && induction.completedOn !== null) due.push('induction')
  for (const { change, completedOn } of transfers) if (completedOn !== null) due.push(`transfer:${change.id}`)
  return due
}
