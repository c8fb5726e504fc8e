import type { RequestSummary } from '../../shared/api/types.gen.ts'
import { term } from '../../shared/terms.ts'
import { usePreferences } from '../preferences.tsx'
import { type MarkTone, StatusMark } from './status-mark.tsx'

const tones: Readonly<Record<RequestSummary['status'], MarkTone>> = {
  in_review: 'wait',
  on_hold: 'wait',
  returned: 'bad',
  withdrawn: 'plain',
  rejected: 'bad',
  approved: 'good',
}

/** How a request stands. */
export const RequestStatus = ({ status }: { readonly status: RequestSummary['status'] }) => {
  const { language } = usePreferences()
  return <StatusMark tone={tones[status]}>{term('status', status, language)}</StatusMark>
}
