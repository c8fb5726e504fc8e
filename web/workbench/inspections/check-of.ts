import type { CheckBody, MatterView } from '../../shared/api/types.gen.ts'
import { isDay } from '../parts/read-day.ts'

export type CheckAct = CheckBody['act']

/** What an answer to a sample, or to whatever else was asked, may be found to be. */
const ofAnswer = ({ kind, status }: MatterView): readonly CheckAct[] => {
  switch (status) {
    case 'answered':
      return kind === 'sample' ? ['fits', 'rectify'] : ['verify', 'again']
    case 'rectified':
      return ['verify', 'again']
    default:
      return []
  }
}

/** The acts that a matter's kind and stage allow its authority. */
export const actsOf = (matter: MatterView): readonly CheckAct[] => {
  switch (matter.kind) {
    case 'violation':
      // Never confirmed without the institution's word (Art. 32).
      return matter.status === 'answered' && matter.institutionAgrees === true
        ? ['confirm', 'dismiss']
        : ['dismiss']
    case 'order':
      return [...ofAnswer(matter), 'withdraw']
    case 'sample':
      return [...ofAnswer(matter), matter.suspended ? 'lift' : 'corrected']
  }
}

/** Whether an act sets a day: by when, or until when. */
export const isDated = (act: CheckAct): boolean => act === 'rectify' || act === 'again' || act === 'confirm'

/** What an act needs besides its words. */
export interface Given {
  /** The day, as it was typed. */
  readonly until: string | null
  /** The entry of the ledger by which the hours were corrected. */
  readonly entry: number | null
}

/** What is sent for an act, all but its words; undefined as long as what it needs isn't given. */
export const checkOf = (
  act: CheckAct,
  { until, entry }: Given,
): ((text: string) => CheckBody) | undefined => {
  switch (act) {
    case 'rectify':
    case 'again':
    case 'confirm':
      return until === null || !isDay(until) ? undefined : (text) => ({ act, until, text })
    case 'corrected':
      return entry === null ? undefined : (text) => ({ act, entry, text })
    default:
      return (text) => ({ act, text })
  }
}
