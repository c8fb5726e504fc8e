import * as z from 'zod'
import type { Actor } from '../organisations/account.ts'
import { readOrganisations } from '../organisations/organisation.ts'
import { isRegion } from '../organisations/region.ts'
import { oversees } from '../organisations/visibility.ts'
import { CursorInvalidError } from '../platform/cursor-invalid.ts'
import { keys, lists } from '../platform/keys.ts'
import type { Language } from '../platform/language.ts'
import { beginningWith, readMany, readRange } from '../platform/ranges.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { encodeCursor, openCursor, type PageRequest, readIndex, type Table } from '../platform/table.ts'
import { readPart } from '../requests/batch-parts.ts'
import { readRequest } from '../requests/stored-request.ts'
import type { DeskRowView, FeedRowView } from './api.ts'
import { FEED_SHARDS, type FeedRow, rowFrom, rowKey } from './feed-row.ts'
import { REGION_DESK } from './judge-record.ts'
import { asBatchesLeft, viewDeskRow, viewRow } from './view-row.ts'

interface PageOf<T> {
  readonly items: readonly T[]
  readonly cursor: string | null
}

const unknownCursor = () => new CursorInvalidError('The cursor belongs to no page of this list.')

const placeIn = <S extends z.ZodType>(cursor: string | undefined, schema: S): z.infer<S> | undefined => {
  if (cursor === undefined) return undefined
  const place = schema.safeParse(openCursor(cursor))
  if (!place.success) throw unknownCursor()
  return place.data
}

/** A partition of a provider's rows, and the number after which the next page begins there. */
const Place = z.object({
  shard: z
    .number()
    .int()
    .min(0)
    .max(FEED_SHARDS.length - 1),
  after: z.string().max(200),
})

/** A provider's rows, in no order that says anything; or the one with a number. */
export const listOwnRows = async (
  table: Table,
  providerId: string,
  { recordNo, cursor, limit }: { readonly recordNo?: string | undefined } & PageRequest,
  language: Language,
): Promise<PageOf<FeedRowView>> => {
  const view = async (rows: readonly FeedRow[]) =>
    (await asBatchesLeft(table, rows)).map((row) => viewRow(row, language))
  if (recordNo !== undefined) {
    const found = await readMany(table, [rowKey({ providerId, recordNo })])
    return { items: await view(found.map(rowFrom)), cursor: null }
  }
  const { shard: first, after } = placeIn(cursor, Place) ?? { shard: 0, after: '' }
  const rows: FeedRow[] = []
  for (const [place, shard] of FEED_SHARDS.entries()) {
    if (place < first) continue
    const { pk } = keys.feedRow(providerId, shard, '')
    const range = beginningWith('ROW#', place === first ? after : '')
    const { items, more } = await readRange(table, pk, range, { limit: limit - rows.length })
    rows.push(...items.map(rowFrom))
    const last = items.at(-1)
    if (rows.length < limit) continue
    const next =
      more && last !== undefined
        ? { shard: place, after: rowFrom(last).recordNo }
        : { shard: place + 1, after: '' }
    return {
      items: await view(rows),
      cursor: next.shard < FEED_SHARDS.length ? encodeCursor(next) : null,
    }
  }
  return { items: await view(rows), cursor: null }
}

/** A desk's list of held rows, and the place in it. */
const HeldPlace = z.object({ list: z.number().int().min(0), cursor: z.string().max(1500).optional() })

/** The rows that somebody's desks have to look at: an authority its own people's, the region also those of nobody known. */
export const listHeldRows = async (
  table: Table,
  actor: Actor,
  { cursor, limit }: PageRequest,
  language: Language,
): Promise<PageOf<DeskRowView>> => {
  const own = actor.roles
    .filter(({ role }) => role === 'authority')
    .map(({ organisationId }) => organisationId)
  const desks = [...new Set([...own, ...((await isRegion(table, actor)) ? [REGION_DESK] : [])])]
  const place = placeIn(cursor, HeldPlace) ?? { list: 0 }
  const items: DeskRowView[] = []
  for (const [list, desk] of desks.entries()) {
    if (list < place.list) continue
    const from = list === place.list ? place.cursor : undefined
    const page = await readIndex(table, 'listed', lists.feedHeld(desk), {
      limit: limit - items.length,
      ...(from === undefined ? {} : { cursor: from }),
    })
    items.push(
      ...page.items
        .map(rowFrom)
        .filter(({ state }) => state === 'held')
        .map((row) => viewDeskRow(row, language)),
    )
    if (page.cursor !== null) return { items, cursor: encodeCursor({ list, cursor: page.cursor }) }
    if (items.length >= limit && list + 1 < desks.length)
      return { items, cursor: encodeCursor({ list: list + 1 }) }
  }
  return { items, cursor: null }
}

const PartPlace = z.object({ part: z.number().int().min(2).max(100_000) })

/** A part of a day's online hours, for its desks and those above them. */
export const listBatchRows = async (
  table: Table,
  id: string,
  actor: Actor,
  cursor: string | undefined,
  language: Language,
): Promise<Outcome<PageOf<DeskRowView>, 'NOT_FOUND'>> => {
  // By their desks alone: who has hours of their own among the rows sees no one else's.
  const request = (await readRequest(table, id, []))?.request
  if (request?.type !== 'feed_batch') return refuse('NOT_FOUND')
  const desks = [request.authorityId, ...(request.departmentId === undefined ? [] : [request.departmentId])]
  if (!(await readOrganisations(table, desks)).some((desk) => oversees(actor, desk)))
    return refuse('NOT_FOUND')
  const { part } = placeIn(cursor, PartPlace) ?? { part: 1 }
  const refs = await readPart(table, id, part)
  const rows = (await readMany(table, refs.map(rowKey))).map(rowFrom)
  const inOrder = new Map(rows.map((row) => [`${row.providerId}\n${row.recordNo}`, row]))
  const listed = refs.flatMap(({ providerId, recordNo }) => inOrder.get(`${providerId}\n${recordNo}`) ?? [])
  return succeed({
    items: (await asBatchesLeft(table, listed)).map((row) => viewDeskRow(row, language)),
    cursor: part < request.parts ? encodeCursor({ part: part + 1 }) : null,
  })
}
