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
 * The obligations that earn a certificate now (Art. 35), also where they were completed after their limit.
 * One whose certificate was revoked for fraud earns none (Art. 32).
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
