import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { accountFault } from '../organisations/account-record.ts'
import { organisationFault } from '../organisations/organisation.ts'
import { addDays, endOfDay, timestamp } from '../platform/clock.ts'
import { AWAITING, SHARDS } from '../platform/keys.ts'
import { type BrokenKind, RecordBrokenError } from '../platform/ledger-broken.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { readIndexKeys } from '../platform/ranges.ts'
import { eventually, read, type Table, write } from '../platform/table.ts'
import { readRequest, requestIdOf } from '../requests/stored-request.ts'
import { brokenRecord, brokenRecords, takeOffList } from './broken-records.ts'

/** In so many nights the walk comes by every request, organisation and account; by what was acted on, each night. */
const NIGHTS = 28

const DAY_MILLISECONDS = 86_400_000
const WIDTH = 16

/** A request, organisation or account, by the partition that holds its record. */
interface Recorded {
  readonly kind: BrokenKind
  readonly id: string
}

/** Which record a partition belongs to; undefined: one that this walk doesn't look at. */
const recordOf = (pk: string): Recorded | undefined => {
  const [name = '', ...rest] = pk.split('#')
  const id = rest.join('#')
  if (id === '') return undefined
  if (name === 'REQUEST') return { kind: 'request', id }
  if (name === 'ORGANISATION') return { kind: 'organisation', id }
  return name === 'ACCOUNT' || name === 'ACCOUNTACTS' ? { kind: 'account', id } : undefined
}

/** The partitions in a night's part of the table: keys alone, and none is read twice in so many nights. */
const partOfNight = async (table: Table, day: string, shard: number): Promise<string[]> => {
  const night = Math.floor(Date.parse(day) / DAY_MILLISECONDS) % NIGHTS
  const found = new Set<string>()
  let from: Record<string, unknown> | undefined
  do {
    const page = await table.client.send(
      new ScanCommand({
        TableName: table.name,
        Segment: night * SHARDS + shard,
        TotalSegments: NIGHTS * SHARDS,
        ProjectionExpression: 'pk',
        ExclusiveStartKey: from,
      }),
    )
    for (const { pk } of page.Items ?? []) found.add(String(pk))
    from = page.LastEvaluatedKey
  } while (from !== undefined)
  return [...found]
}

/** The requests that were acted on in the shard's part of the day before, in Shanghai: each shard has 22½ minutes. */
const actedOn = async (table: Table, day: string, shard: number): Promise<string[]> => {
  const begins = endOfDay(addDays(day, -2))
  const at = (part: number) => timestamp({ now: () => begins + (part * DAY_MILLISECONDS) / SHARDS })
  const found = await readIndexKeys(table, 'swept', AWAITING, { from: at(shard), to: at(shard + 1) })
  return found.map(({ key }) => requestIdOf(key))
}

/** What is wrong with a record; undefined: nothing. */
const faultOf = async (table: Table, { kind, id }: Recorded): Promise<string | undefined> => {
  if (kind === 'account') return accountFault(table, id)
  if (kind === 'organisation') return organisationFault(table, id)
  try {
    await readRequest(table, id, [])
    return undefined
  } catch (error) {
    if (error instanceof RecordBrokenError) return error.fault
    throw error
  }
}

/** Others may write between two reads: only what is found twice is broken. */
const foundTwice = async (table: Table, one: Recorded): Promise<string | undefined> =>
  (await faultOf(eventually(table), one)) && faultOf(table, one)

/**
 * Looks at the timelines of requests and at the changes on record of organisations and accounts: at those of a shard's
 * part of the table, at the requests that were acted on the day before, and once more at what was broken. What is broken
 * is listed for the region, until it is mended.
 */
export const walkRecords = async (table: Table, day: string, shard: number): Promise<void> => {
  const recorded = new Map<string, Recorded>()
  const add = (one: Recorded | undefined) => {
    if (one !== undefined) recorded.set(`${one.kind}#${one.id}`, one)
  }
  for (const pk of await partOfNight(table, day, shard)) add(recordOf(pk))
  for (const id of await actedOn(table, day, shard)) add({ kind: 'request', id })
  // The first shard looks after the list.
  if (shard === 0) for (const one of await brokenRecords(table)) add(one)
  await mapConcurrently(recorded.values(), WIDTH, async (one) => {
    const fault = await foundTwice(table, one)
    const { item, when } = brokenRecord({ ...one, fault: fault ?? '', since: day })
    const listed = await read(table, { pk: item.pk, sk: item.sk })
    if (fault !== undefined && listed === undefined) await write(table, [{ put: item, when }])
    if (fault === undefined && listed !== undefined) await write(table, [takeOffList(listed)])
  })
}
