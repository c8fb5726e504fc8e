/**
 * What a provider's rows cost: rows a second beside bare conditional puts of the very same items, as interleaved pairs on
 * DynamoDB Local in memory; write units a row by DynamoDB's rules; and a delivery that is cut in the middle and repeated,
 * counted afterwards.
 * Run: `node bench/feed.ts [--rows 200000] [--pairs 11]`.
 */
import { parseArgs } from 'node:util'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { deliver } from '../functions/feeds/deliver.ts'
import { FEED_SHARDS, rowFrom } from '../functions/feeds/feed-row.ts'
import { newOrganisation } from '../functions/organisations/organisation.ts'
import { keys } from '../functions/platform/keys.ts'
import { mapConcurrently } from '../functions/platform/map-concurrently.ts'
import { type Item, readPartition, type Table, write } from '../functions/platform/table.ts'
import { newProvider, type Provider } from '../functions/registers/provider.ts'
import { newPerson } from '../functions/staff/person.ts'
import { startDatabase } from '../local/database.ts'
import { administration, institutionsFor } from '../local/demo/organisations.ts'
import { personAt } from '../local/demo/people.ts'
import { type DeliveredRecord, providerDay } from '../local/demo/provider-day.ts'
import { openBenchTable } from './bench-table.ts'
import { median } from './median.ts'
import { writeUnits } from './write-units.ts'

/** Records of a call, and rows that are written at once, as the act does. */
const A_CALL = 1000
const WIDTH = 32
const PERSONS = 2000

const provider: Provider = {
  id: 'bench',
  name: '网络学院',
  aliases: [],
  listedFrom: '2024-01-25',
  listedUntil: null,
  version: 1,
}

/** A table that notes every item put through it, and fails after so many. */
const noting = (table: Table, fails = Number.POSITIVE_INFINITY) => {
  const puts: Item[] = []
  const client: Table['client'] = Object.create(table.client, {
    send: {
      value: (command: object) => {
        if (command instanceof PutCommand) {
          if (puts.length >= fails) throw new Error('cut')
          puts.push(command.input.Item ?? {})
        }
        return table.client.send(command as PutCommand)
      },
    },
  })
  return { noted: { ...table, client }, puts }
}

const hostOf = (table: Table) => ({
  table,
  clock: { now: () => Date.parse('2026-11-20T09:00:00+08:00') },
  publicUrl: 'http://127.0.0.1',
  mailer: { send: async () => undefined },
  workflows: {
    start: async () => undefined,
    succeed: async () => 'gone' as const,
    fail: async () => 'gone' as const,
  },
  settle: async () => undefined,
})

const callsOf = (records: readonly DeliveredRecord[]): DeliveredRecord[][] =>
  Array.from({ length: Math.ceil(records.length / A_CALL) }, (_, call) =>
    records.slice(call * A_CALL, (call + 1) * A_CALL),
  )

const deliverAll = async (table: Table, records: readonly DeliveredRecord[]): Promise<number> => {
  const begun = performance.now()
  for (const call of callsOf(records))
    await deliver(hostOf(table))(provider, { records: [...call] as never }, 'zh')
  return performance.now() - begun
}

/** The same puts with nothing around them. */
const putAll = async (table: Table, puts: readonly Item[]): Promise<number> => {
  const begun = performance.now()
  await mapConcurrently(puts, WIDTH, async (Item) => {
    const put = { TableName: table.name, Item, ConditionExpression: 'attribute_not_exists(pk)' }
    try {
      await table.client.send(new PutCommand(put))
    } catch (error) {
      // That the day has rows of a way is said once a call, and stands already after the first.
      if (!(error instanceof ConditionalCheckFailedException)) throw error
    }
  })
  return performance.now() - begun
}

const seed = async (table: Table) => {
  const institutions = institutionsFor(PERSONS)
  const people = Array.from({ length: PERSONS }, (_, position) => personAt(position, institutions))
  const writes = [
    ...[...administration, ...institutions].map(newOrganisation),
    ...people.map(newPerson),
    ...newProvider(provider, { at: '2026-01-01', by: 'bench', what: 'registered', reason: 'bench' }),
  ]
  await mapConcurrently(writes, WIDTH, (one) => write(table, [one]))
  return people.map(({ id, name }) => ({ staffNo: id, name }))
}

/** Rows by state, as they stand in the table. */
const standing = async (table: Table): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const shard of FEED_SHARDS)
    for (const item of await readPartition(table, keys.feedRow(provider.id, shard, '').pk, 'ROW#')) {
      const { state } = rowFrom(item)
      counts[state] = (counts[state] ?? 0) + 1
    }
  return counts
}

export const benchFeed = async (rows: number, pairs: number) => {
  const database = await startDatabase({ isForMuch: true })
  void database.ended.then(() => console.error('The database has ended.'))
  const table = await openBenchTable(database, 'feed')
  const bare = await openBenchTable(database, 'bare')
  const learners = await seed(table)
  const share = Math.floor(rows / pairs)
  const ratios: number[] = []
  let milliseconds = 0
  let units = { rows: 0, table: 0, onIndexes: 0 }
  for (let pair = 0; pair < pairs; pair += 1) {
    const day = `2026-${String(1 + (pair % 9)).padStart(2, '0')}-${String(1 + Math.floor(pair / 9)).padStart(2, '0')}`
    const records = providerDay(day, learners, share)
    const { noted, puts } = noting(table)
    const took = await deliverAll(noted, records)
    ratios.push(took / (await putAll(bare, puts)))
    milliseconds += took
    console.error(`${pair + 1} of ${pairs}: ${records.length} rows in ${Math.round(took)} ms`)
    for (const put of puts) {
      const cost = writeUnits(undefined, put, false)
      units = {
        rows: units.rows,
        table: units.table + cost.table,
        onIndexes: units.onIndexes + cost.onIndexes,
      }
    }
    units.rows += records.length
  }
  // A delivery that is cut in the middle and sent again: as many rows as records, each once.
  const records = providerDay('2026-10-01', learners, share)
  const before = await standing(table)
  await deliverAll(noting(table, Math.floor(share / 2)).noted, records).catch(() => undefined)
  await deliverAll(table, records)
  const after = await standing(table)
  const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, one) => all + one, 0)
  await database.stop()
  return {
    rows: units.rows,
    pairs,
    rowsASecond: Math.round((units.rows / milliseconds) * 1000),
    timesBarePuts: { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) },
    writeUnitsARow: {
      table: units.table / units.rows,
      onIndexes: units.onIndexes / units.rows,
    },
    cutAndRepeated: { records: share, rows: sum(after) - sum(before) },
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { rows: { type: 'string', default: '200000' }, pairs: { type: 'string', default: '11' } },
  })
  console.log(JSON.stringify(await benchFeed(Number(values.rows), Number(values.pairs)), null, 2))
}
