import type { Request, TimelineEntry } from '../../shared/api/types.gen.ts'

/** What has happened since the request was last sent. */
export const ofThisRound = ({ timeline }: Request): TimelineEntry[] =>
  timeline.slice(timeline.findLastIndex(({ act }) => act === 'submit' || act === 'resubmit') + 1)

/** The returns since the request was last sent: what is to be corrected now. */
export const reasonsOfReturn = (request: Request): TimelineEntry[] =>
  ofThisRound(request).filter(({ act }) => act === 'return')
