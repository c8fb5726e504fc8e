import { readOrganisation } from '../organisations/organisation.ts'
import { addDays, timestamp, today } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import { lists } from '../platform/keys.ts'
import { logger } from '../platform/logger.ts'
import { readIndexKeys, readMany } from '../platform/ranges.ts'
import { type Table, write } from '../platform/table.ts'
import { readProviders } from '../registers/provider.ts'
import { ROWS_A_PART, type RowRef, writePart } from '../requests/batch-parts.ts'
import { SYSTEM } from '../requests/lifecycle.ts'
import type { FeedBatchRequest } from '../requests/request.ts'
import { startWork } from '../requests/start-work.ts'
import { newRequest, readRequest } from '../requests/stored-request.ts'
import { batchIdOf, type DayRoute, routeDone, routeFrom, routesOn } from './feed-route.ts'
import { type FeedRow, rowFrom } from './feed-row.ts'
import { batchTitle } from './words.ts'

/** The rows of a day and way that are still theirs: a correction may have moved one to another day. */
const rowsOf = async (table: Table, { day, route }: DayRoute): Promise<FeedRow[]> => {
  const found = await readIndexKeys(table, 'listed', lists.feedRows(day, route))
  const rows = await readMany(
    table,
    found.map(({ key }) => key),
  )
  return rows
    .map(rowFrom)
    .filter((row) => row.day === day && row.route === route && row.staffId !== undefined)
    .filter(({ state }) => state === 'accepted' || state === 'recognised')
}

const refOf = ({ providerId, recordNo, staffId = '' }: FeedRow): RowRef => ({ providerId, recordNo, staffId })

/** A person's rows stand together, so that they are entered by one transaction. */
const inOrder = (one: RowRef, other: RowRef): number =>
  one.staffId.localeCompare(other.staffId, 'en') || one.recordNo.localeCompare(other.recordNo, 'en')

const extreme = (days: readonly string[], nth: 0 | -1): string => days.toSorted().at(nth) ?? ''

/** A day's rows of one way as the request that their desks decide. */
const requestOf = async (
  { table, clock }: DecidingHost,
  { day, route }: DayRoute,
  rows: readonly FeedRow[],
): Promise<FeedBatchRequest> => {
  const { authorityId, departmentId, atOnce } = routeFrom(route)
  const providers = new Map((await readProviders(table)).map(({ id, name }) => [id, name]))
  const names = [...new Set(rows.map(({ providerId }) => providers.get(providerId) ?? providerId))]
  const tenths = rows.reduce((sum, row) => sum + row.tenths, 0)
  const at = timestamp(clock)
  return {
    type: 'feed_batch',
    id: batchIdOf(day, route),
    institutionId: authorityId,
    authorityId,
    ...(departmentId === undefined ? {} : { departmentId }),
    atOnce,
    day,
    provider: names.join('、'),
    title: batchTitle(day),
    submittedBy: SYSTEM.id,
    submittedAt: at,
    status: 'in_review',
    round: 1,
    evidence: [],
    fingerprints: [],
    bodyHash: '',
    acts: [{ at, actor: SYSTEM.id, actorName: SYSTEM.name, act: 'submit' }],
    rowCount: rows.length,
    participantCount: new Set(rows.map(({ staffId }) => staffId)).size,
    participants: [],
    parts: Math.ceil(rows.length / ROWS_A_PART),
    lines: [
      {
        subject: 'professional',
        category: 'in_service',
        mode: 'online',
        activity: false,
        from: extreme(
          rows.map(({ from }) => from),
          0,
        ),
        to: extreme(
          rows.map(({ to }) => to),
          -1,
        ),
        hours: tenths / 10,
        claimedTenths: tenths,
        status: 'in_review',
        round: 1,
        awaiting: true,
      },
    ],
    version: 1,
  }
}

/**
 * Makes a day's rows of one way a request, and starts it. Safe to repeat: its id is the day's and the way's, and once it
 * stands its rows are not listed anew. Answers whether there is a request.
 */
const formBatch = async (deps: DecidingHost, dayRoute: DayRoute): Promise<boolean> => {
  const { table } = deps
  const id = batchIdOf(dayRoute.day, dayRoute.route)
  const known = (await readRequest(table, id, []))?.request
  const rows = known === undefined ? await rowsOf(table, dayRoute) : []
  if (known === undefined && rows.length > 0) {
    const refs = rows.map(refOf).sort(inOrder)
    for (let start = 0; start < refs.length; start += ROWS_A_PART)
      await writePart(table, id, start / ROWS_A_PART + 1, refs.slice(start, start + ROWS_A_PART))
  }
  const request = known ?? (rows.length === 0 ? undefined : await requestOf(deps, dayRoute, rows))
  if (request !== undefined) {
    if (known === undefined) await write(table, [newRequest(request)])
    const authority = await readOrganisation(table, request.institutionId)
    if (authority !== undefined)
      await startWork(deps, request, authority, ({ status }) => status === 'in_review')
  }
  await write(table, [routeDone(dayRoute)])
  return request !== undefined
}

/** So many days back the job looks for what it could not finish. */
const DAYS = 14

/**
 * Every night: what was accepted on the days before becomes requests, one for each department and authority (Art. 38,
 * 41). A day that failed is taken up the next night. Answers how many requests stand.
 */
export const formBatches = (deps: DecidingHost) => async (): Promise<{ formed: number }> => {
  let formed = 0
  let failure: { readonly error: unknown } | undefined
  for (let back = DAYS; back >= 1; back -= 1) {
    const day = addDays(today(deps.clock), -back)
    for (const dayRoute of await routesOn(deps.table, day)) {
      if (dayRoute.done) continue
      try {
        if (await formBatch(deps, dayRoute)) formed += 1
      } catch (error) {
        // One way must not keep the others waiting.
        logger.error('A day’s online hours could not be made a request.', { day, error })
        failure = { error }
      }
    }
  }
  if (failure) throw failure.error
  return { formed }
}
