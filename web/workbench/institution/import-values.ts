import type { ClaimLine, Import, OrganisationImport, SeatImport } from '../../shared/api/types.gen.ts'
import type { Proof } from '../parts/evidence-upload.tsx'

export type ImportKind = 'persons' | 'roster' | 'history'

/** What any kind of file answers. */
export type AnyImport = Import | OrganisationImport | SeatImport

/** What a class was, as its form has it. */
export interface ClassValues {
  readonly title?: string
  readonly provider?: string
  readonly certificateNo?: string
  readonly subject?: ClaimLine['subject']
  readonly category?: ClaimLine['category']
  readonly trainingMode?: 'offline' | 'online'
  readonly from?: string
  readonly to?: string
  readonly halfDays?: number
  readonly hours?: number
  readonly fullTime?: boolean
  readonly makeUpFor?: number | null
  readonly evidence?: readonly Proof[]
}

export const emptyClass: ClassValues = {
  subject: 'professional',
  category: 'in_service',
  trainingMode: 'offline',
  fullTime: false,
  evidence: [],
}

/** The class as an import takes it; what its mode does not ask for is left out. */
export const classFields = (values: ClassValues) => {
  const { title, provider, certificateNo, subject, category, trainingMode, from, to, evidence } = values
  const makeUpFor = values.makeUpFor ?? undefined
  const amount =
    trainingMode === 'online'
      ? { hours: values.hours }
      : { halfDays: values.halfDays, fullTime: values.fullTime ? 'true' : 'false' }
  return {
    title: title?.trim(),
    provider: provider?.trim(),
    certificateNo: certificateNo?.trim(),
    subject,
    category,
    trainingMode,
    from,
    to,
    evidence: evidence?.[0]?.id,
    ...amount,
    ...(makeUpFor === undefined ? {} : { makeUpFor }),
  }
}
