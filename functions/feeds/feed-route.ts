import * as z from 'zod'
import type { Organisation } from '../organisations/organisation.ts'
import { base32, digest } from '../platform/identifiers.ts'
import type { OrganisationId, RequestId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { putNew } from '../platform/ranges.ts'
import { readPartition, type Table, type Write } from '../platform/table.ts'

/**
 * The way of a day's rows: one batch a day for each department and authority (Art. 38), and one for each authority where
 * the region has a provider's hours recognised at once.
 */
export interface FeedRoute {
  readonly authorityId: OrganisationId
  readonly departmentId?: OrganisationId | undefined
  readonly atOnce: boolean
}

const NONE = '-'

/** As it is stored: ids never hold a slash. */
export const routeText = ({ authorityId, departmentId, atOnce }: FeedRoute): string =>
  [authorityId, departmentId ?? NONE, ...(atOnce ? ['at-once'] : [])].join('/')

export const routeFrom = (text: string): FeedRoute => {
  const [authorityId = '', departmentId = NONE, atOnce] = text.split('/')
  return {
    authorityId,
    departmentId: departmentId === NONE ? undefined : departmentId,
    atOnce: atOnce !== undefined,
  }
}

/** The way of the hours of an institution's people; undefined where nobody stands above it to verify them. */
export const routeOf = (
  { authorityId, departmentId }: Pick<Organisation, 'authorityId' | 'departmentId'>,
  atOnce: boolean,
): FeedRoute | undefined => (authorityId === undefined ? undefined : { authorityId, departmentId, atOnce })

/** The request that a day's rows of one way make together. */
export const batchIdOf = (day: string, route: string): RequestId =>
  `b${base32(digest(`${day}\n${route}`), 16)}`

const Marker = z.object({ day: z.string(), route: z.string(), done: z.boolean() })
export type DayRoute = z.infer<typeof Marker>

/** Says that a day has rows of a way; written before the rows, so that none is ever without it. */
export const markRoute = (table: Table, day: string, route: string): Promise<boolean> =>
  putNew(table, { ...keys.feedRoute(day, route), day, route, done: false })

/** The ways that a day has rows of. */
export const routesOn = async (table: Table, day: string): Promise<DayRoute[]> =>
  (await readPartition(table, keys.feedRoute(day, '').pk, 'ROUTE#')).map((item) => Marker.parse(item))

/** A day's rows of one way are a request now, or came to none. */
export const routeDone = ({ day, route }: DayRoute): Write => ({
  put: { ...keys.feedRoute(day, route), day, route, done: true },
  when: { expression: 'attribute_exists(pk)' },
})
