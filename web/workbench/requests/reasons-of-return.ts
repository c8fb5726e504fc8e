import type { Request, TimelineEntry } from '../../shared/api/types.gen.ts'

/** Whether an act is a decision that its desk took back later. */
const isTakenBack = (entry: TimelineEntry, place: number, all: readonly TimelineEntry[]): boolean =>
  ['approve', 'return', 'reject'].includes(entry.act) &&
  all
    .slice(place + 1)
    .some(({ act, stage, line }) => act === 'take_back' && stage === entry.stage && line === entry.line)

/** What has happened since the request was last sent, and still holds. */
export const ofThisRound = ({ timeline }: Request): TimelineEntry[] =>
  timeline
    .slice(timeline.findLastIndex(({ act }) => act === 'submit' || act === 'resubmit') + 1)
    .filter((entry, place, all) => !isTakenBack(entry, place, all))

/** The returns since the request was last sent: what is to be corrected now. */
export const reasonsOfReturn = (request: Request): TimelineEntry[] =>
  ofThisRound(request).filter(({ act }) => act === 'return')
