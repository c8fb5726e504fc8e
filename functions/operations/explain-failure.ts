import type { Language } from '../platform/language.ts'
import { aborted, cloudBusy, failures, otherFailure } from './words.ts'

/** Why an execution ended without success, in plain words. */
export const explainFailure = (
  status: 'FAILED' | 'TIMED_OUT' | 'ABORTED',
  error: string | undefined,
  language: Language,
): string => {
  if (status === 'ABORTED') return aborted[language]
  const meaning =
    failures[status === 'TIMED_OUT' ? 'States.Timeout' : (error ?? '')] ??
    (error?.startsWith('Lambda.') ? cloudBusy : otherFailure)
  return meaning[language]
}
