import { assessYear } from '../../rules/assess.ts'
import type { StaffId } from '../platform/ids.ts'
import type { Table } from '../platform/table.ts'
import { linesOfPerson } from '../requests/attended-line.ts'
import type { Request } from '../requests/request.ts'
import { factsFromStanding, type Standing } from '../staff/standing.ts'
import { writeCredit } from '../staff/standing-credit.ts'
import { dateOn } from './close-finding.ts'
import { openRequests } from './close-open-claims.ts'
import type { SeenPage } from './close-seen.ts'
import type { Blocked } from './year-page.ts'

/** A person's standing as if every line at a desk were granted as it was claimed. */
const granted = (standing: Standing, year: number, requests: readonly Request[]): Standing => {
  const open = requests.filter(({ lines }) => lines.some(({ status }) => status === 'in_review'))
  return {
    ...standing,
    credits: [
      ...standing.credits,
      ...open.flatMap((request) =>
        linesOfPerson(request, standing.staffId)
          .filter(({ status }) => status === 'in_review')
          .map(({ activity, ...line }) =>
            writeCredit({
              ...line,
              id: request.id,
              ...(typeof activity === 'boolean' ? {} : { activity }),
            }),
          ),
      ),
    ],
    deemed: [
      ...standing.deemed,
      ...open.flatMap((request) =>
        request.type === 'deemed'
          ? [
              {
                kind: request.kind,
                year,
                scope: request.scope,
                passedOn: request.passedOn,
                appraised: request.appraised,
              },
            ]
          : [],
      ),
    ],
  }
}

/** The desks that hold a person's claims now; a returned claim waits for the person and for no desk. */
const desksOf = (staffId: StaffId, requests: readonly Request[]): Blocked[] =>
  requests.flatMap((request) => {
    const stages = new Set(
      request.lines.flatMap(({ status, stage }) => (status === 'in_review' && stage ? [stage] : [])),
    )
    const since = request.acts.findLast(({ act }) => act !== 'remind')?.at ?? request.submittedAt
    const { id: requestId, institutionId } = request
    return [...stages].map((stage) => ({ staffId, requestId, institutionId, stage, since }))
  })

/** Those of a page's persons whose open claims would complete the year, so that a desk keeps them from it. */
export const blockedIn = async (table: Table, { input, asOf, editionOf, seen, claims }: SeenPage) => {
  const { year } = input
  const waiting = new Map<string, Standing>()
  for (const { standing, finding } of seen)
    if (finding !== null && finding.status !== 'met' && finding.status !== 'deemed')
      waiting.set(standing.staffId, standing)
  const theirs = claims.filter(({ staffId }) => waiting.has(staffId))
  const requests = new Map(
    (await openRequests(table, theirs, year)).map((request) => [request.id, request] as const),
  )
  return [...waiting.values()].flatMap((standing): Blocked[] => {
    const own = theirs.flatMap(({ staffId, requestId }) =>
      staffId === standing.staffId ? (requests.get(requestId) ?? []) : [],
    )
    if (own.length === 0) return []
    const facts = factsFromStanding(granted(standing, year, own), year, dateOn(asOf), editionOf(year))
    const { status } = assessYear(facts, editionOf).annual
    return status === 'met' || status === 'deemed' ? desksOf(standing.staffId, own) : []
  })
}
