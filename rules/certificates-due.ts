import type { AnnualAssessment } from './annual.ts'
import type { InductionAssessment } from './induction.ts'
import type { TransferAssessment } from './transfer.ts'

/** What an obligation's certificate is called: `annual:YEAR`, `induction`, `transfer:ID` (Art. 35). */
export const certificateOf = {
  year: (year: number): string => `annual:${year}`,
  induction: 'induction',
  change: (id: string): string => `transfer:${id}`,
} as const

/**
 * The obligations that would hold a certificate now (Art. 35). What was completed after its limit still earns one; it
 * says no more than that the training was had. One that was revoked for fraud (Art. 32) is not earned by hours.
 */
export const certificatesDue = (
  annual: AnnualAssessment,
  induction: InductionAssessment,
  transfers: readonly TransferAssessment[],
  revoked: readonly string[],
): readonly string[] => {
  const due: string[] = []
  if (annual.status === 'met' || annual.status === 'deemed') due.push(certificateOf.year(annual.year))
  if (induction.status !== 'not_applicable' && induction.completedOn !== null)
    due.push(certificateOf.induction)
  for (const { change, completedOn } of transfers)
    if (completedOn !== null) due.push(certificateOf.change(change.id))
  return revoked.length === 0 ? due : due.filter((name) => !revoked.includes(name))
}
