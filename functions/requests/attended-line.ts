import { edition2024 } from '../../rules/edition.ts'
import { isOfHours, type Participant, type Request, type TrainingLine } from './request.ts'

/** The class as one participant attended it: their half-days or hours, result, and what it makes up for or prepares. */
export const attendedLine = (
  line: TrainingLine,
  { halfDays, hours, passed, makeUpFor, forChange }: Participant,
): TrainingLine => ({
  ...line,
  halfDays: line.mode === 'offline' ? (halfDays ?? line.halfDays) : undefined,
  hours: line.mode === 'online' ? (hours ?? line.hours) : undefined,
  passed: passed ?? line.passed,
  makeUpFor: makeUpFor ?? line.makeUpFor,
  forChange: forChange ?? line.forChange,
  grantedTenths: undefined,
  claimedTenths:
    line.mode === 'offline'
      ? (halfDays ?? line.halfDays ?? 0) * edition2024.tenthsPerHalfDay
      : Math.round((hours ?? line.hours ?? 0) * 10),
})

/** The lines of a claim as they are one person's: of a class, as this person attended it, where that was read. */
export const linesOfPerson = (request: Request, staffId: string): readonly TrainingLine[] => {
  if (!isOfHours(request) || request.type === 'feed_batch') return []
  if (request.type === 'recognition') return request.lines
  const own = request.participants.find((one) => one.staffId === staffId)
  return own === undefined ? request.lines : request.lines.map((line) => attendedLine(line, own))
}
