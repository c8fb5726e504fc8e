import type { Request, TimelineEntry } from '../../shared/api/types.gen.ts'

/** The returns since the request was last sent: what is to be corrected now. */
export const reasonsOfReturn = ({ timeline }: Request): TimelineEntry[] => {
  const sent = timeline.findLastIndex(({ act }) => act === 'submit' || act === 'resubmit')
  return timeline.slice(sent + 1).filter(({ act }) => act === 'return')
}
