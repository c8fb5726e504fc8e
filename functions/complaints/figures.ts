import * as z from 'zod'
import { complaintTerms, quarterOf } from '../../rules/complaints.ts'
import { FoundAtFault, foundAtFault } from '../organisations/found-at-fault.ts'
import { keys } from '../platform/keys.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { atVersion, isNew, read, readPartition, type Table, type Write } from '../platform/table.ts'
import type { Complaint } from './complaint.ts'

const Figure = z.object({
  quarter: z.string(),
  cityId: z.string(),
  city: z.string(),
  closed: z.number().int(),
  version: z.number().int(),
})

/** Counts a complaint as reported back, in the transaction that reports it. */
export const countClosed = async (
  table: Table,
  { city }: Pick<Complaint, 'city'>,
  day: string,
): Promise<Write> => {
  const key = keys.complaintFigure(quarterOf(day), city.id)
  const item = await read(table, key)
  const before = item && Figure.parse(item)
  return {
    put: {
      ...key,
      ...{ quarter: quarterOf(day), cityId: city.id, city: city.name },
      ...{ closed: (before?.closed ?? 0) + 1, version: (before?.version ?? 0) + 1 },
    },
    when: before === undefined ? isNew : atVersion(before.version),
  }
}

/** Counts the bodies that a complaint was about as found at fault, in the transaction that reports it (Art. 36). */
export const countFaults = async (
  table: Table,
  { bodies, finding }: Pick<Complaint, 'bodies' | 'finding'>,
  day: string,
): Promise<Write[]> => {
  if (finding !== 'found' && finding !== 'partly') return []
  const quarter = quarterOf(day)
  const once = new Map(bodies.map((body) => [body.id, body]))
  return mapConcurrently(once.values(), 4, async ({ id, name }) => {
    const key = keys.complaintFault(quarter, id)
    const item = await read(table, key)
    const before = item && FoundAtFault.parse(item)
    return {
      put: {
        ...key,
        ...{ quarter, bodyId: id, body: name },
        ...{ cases: (before?.cases ?? 0) + 1, version: (before?.version ?? 0) + 1 },
      },
      when: before === undefined ? isNew : atVersion(before.version),
    }
  })
}

/**
 * What is published: closed complaints of each city and quarter, from five on, as fewer might tell whose matter it was;
 * and the bodies that were found at fault, once that is decided. Never a person.
 */
export const publishedFigures = async (table: Table) => ({
  from: complaintTerms.publishedFrom,
  items: (await readPartition(table, keys.complaintFigure('', '').pk))
    .map((item) => Figure.parse(item))
    .filter(({ closed }) => closed >= complaintTerms.publishedFrom)
    .map(({ quarter, city, closed }) => ({ quarter, city, closed })),
  faults: (await foundAtFault(table)).map(({ quarter, body, cases }) => ({ quarter, body, cases })),
})
