import type { Proof } from '../parts/evidence-upload.tsx'

export type ImportKind = 'persons' | 'roster'

/** What a class was, as its form has it. */
export interface ClassValues {
  readonly title?: string
  readonly provider?: string
  readonly certificateNo?: string
  readonly subject?: string
  readonly category?: string
  readonly trainingMode?: 'offline' | 'online'
  readonly from?: string
  readonly to?: string
  readonly halfDays?: number
  readonly hours?: number
  readonly fullTime?: boolean
  readonly evidence?: readonly Proof[]
}

export const emptyClass: ClassValues = {
  subject: 'professional',
  category: 'in_service',
  trainingMode: 'offline',
  fullTime: false,
  evidence: [],
}

/** The class as the parameters of an import; what its mode does not ask for is left out. */
export const classParameters = (values: ClassValues): Record<string, string | number | undefined> => {
  const { title, provider, certificateNo, subject, category, trainingMode, from, to, evidence } = values
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
  }
}
