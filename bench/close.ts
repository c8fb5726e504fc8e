/**
 * The close of a demo of 20,000 persons on DynamoDB Local in memory, beside a bare loop of the very same reads and
 * writes: every call of one close is recorded and sent again, for another year, with nothing around it. Timed as
 * interleaved pairs; each close is of a year that is new to the table.
 * Run: `node bench/close.ts [--persons 20000] [--pairs 5]`.
 */
import { parseArgs } from 'node:util'
import {
  BatchGetCommand,
  BatchWriteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb'
import { newOrganisation } from '../functions/organisations/organisation.ts'
import { mapConcurrently } from '../functions/platform/map-concurrently.ts'
import { sealed } from '../functions/platform/seal.ts'
import type { Item, Table, Write } from '../functions/platform/table.ts'
import { newPerson } from '../functions/staff/person.ts'
import { putStanding } from '../functions/staff/standing.ts'
import { freezeYear, listShards } from '../functions/year/close-freeze.ts'
import { assessPage } from '../functions/year/close-page.ts'
import { startClose } from '../functions/year/close-start.ts'
import { sumUpYear } from '../functions/year/close-sum.ts'
import { startDatabase } from '../local/database.ts'
import { demoLedger } from '../local/demo/ledgers.ts'
import { administration, institutionsFor } from '../local/demo/organisations.ts'
import { personAt } from '../local/demo/people.ts'
import { benchSeal, openBenchTable } from './bench-table.ts'
import { median } from './median.ts'

const FIRST_YEAR = 2026
/** Shards at once, as on one machine's two cores; within each a page writes 32 at once. */
const SHARDS_AT_ONCE = 2
const CALLS_AT_ONCE = 64

type Call = QueryCommand | PutCommand | GetCommand | BatchGetCommand

const isCall = (command: object): command is Call =>
  command instanceof QueryCommand ||
  command instanceof PutCommand ||
  command instanceof GetCommand ||
  command instanceof BatchGetCommand

const putOf = (write: Write): Item[] => ('put' in write ? [write.put] : [])

/** What a close reads: organisations, persons by shard, standings. Ledgers it does not read. */
const seed = async (table: Table, persons: number): Promise<void> => {
  const institutions = institutionsFor(persons)
  const items = [...administration, ...institutions].flatMap((one) => putOf(newOrganisation(one)))
  for (let position = 0; position < persons; position += 1) {
    const person = personAt(position, institutions)
    const staff = { person, entries: demoLedger(person), certificates: [] }
    items.push(
      ...putOf(newPerson(person)),
      ...putOf(putStanding(staff)).map((standing) => sealed(benchSeal, standing)),
    )
  }
  const batches = Array.from({ length: Math.ceil(items.length / 25) }, (_, batch) =>
    items.slice(batch * 25, batch * 25 + 25),
  )
  await mapConcurrently(batches, 8, (batch) =>
    table.client.send(
      new BatchWriteCommand({
        RequestItems: { [table.name]: batch.map((Item) => ({ PutRequest: { Item } })) },
      }),
    ),
  )
}

const closeYear = async (table: Table, year: number): Promise<void> => {
  const deps = {
    table,
    clock: { now: () => Date.parse(`${year + 1}-01-01T00:00:10+08:00`) },
    workflows: {
      start: async () => undefined,
      succeed: async () => 'gone' as const,
      fail: async () => 'gone' as const,
    },
  }
  await startClose(deps)('close', year, 'hr.region')
  const input = { year, mode: 'close', run: 1 } as const
  await freezeYear(deps)(input)
  const { shards } = await listShards(deps)(input)
  await mapConcurrently(shards, SHARDS_AT_ONCE, async (shard) => {
    for (let finished = false; !finished; ) ({ finished } = await assessPage(deps)({ ...input, shard }))
  })
  await sumUpYear(deps)(input)
}

const send = ({ client }: Table, call: Call): Promise<unknown> => {
  if (call instanceof QueryCommand) return client.send(call)
  if (call instanceof PutCommand) return client.send(call)
  return call instanceof GetCommand ? client.send(call) : client.send(call)
}

/** A table that remembers the calls that pass through it. */
const recording = (table: Table): { recorded: Table; calls: Call[] } => {
  const calls: Call[] = []
  const recorded = Object.create(table.client, {
    send: {
      value: (command: Call) => {
        calls.push(command)
        return send(table, command)
      },
    },
  })
  return { recorded: { ...table, client: recorded }, calls }
}

/** The same call for another year. What was conditional on an earlier write of the same close is not. */
const forYear = (call: Call, from: number, to: number): Call => {
  const input = JSON.parse(JSON.stringify(call.input).replaceAll(String(from), String(to)))
  if (call instanceof QueryCommand) return new QueryCommand(input)
  if (call instanceof GetCommand) return new GetCommand(input)
  if (call instanceof BatchGetCommand) return new BatchGetCommand(input)
  const { Item, TableName } = input
  return String(Item.sk).startsWith('RESULT#') ? new PutCommand(input) : new PutCommand({ Item, TableName })
}

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - start) / 1e9
}

export interface CloseFigures {
  readonly persons: number
  readonly pairs: number
  readonly calls: number
  readonly seconds: { readonly close: number; readonly bare: number }
  readonly personsASecond: number
  readonly timesBare: { readonly median: number; readonly least: number; readonly most: number }
}

/** Measures on a database of its own. */
export const benchClose = async (persons: number, pairs: number): Promise<CloseFigures> => {
  const database = await startDatabase({ isForMuch: true })
  try {
    const table = await openBenchTable(database)
    await seed(table, persons)
    const { recorded, calls } = recording(table)
    await closeYear(recorded, FIRST_YEAR)
    const kept = calls.filter(isCall)
    const ours: number[] = []
    const bare: number[] = []
    for (let pair = 0; pair < pairs; pair += 1) {
      const [year, other] = [FIRST_YEAR + 1 + 2 * pair, FIRST_YEAR + 2 + 2 * pair]
      const again = kept.map((call) => forYear(call, FIRST_YEAR, other))
      ours.push(await secondsOf(() => closeYear(table, year)))
      bare.push(await secondsOf(() => mapConcurrently(again, CALLS_AT_ONCE, (call) => send(table, call))))
    }
    const ratios = ours.map((time, pair) => time / (bare[pair] ?? Number.NaN))
    const round = (value: number) => Math.round(value * 100) / 100
    return {
      persons,
      pairs,
      calls: kept.length,
      seconds: { close: round(median(ours)), bare: round(median(bare)) },
      personsASecond: Math.round(persons / median(ours)),
      timesBare: {
        median: round(median(ratios)),
        least: round(Math.min(...ratios)),
        most: round(Math.max(...ratios)),
      },
    }
  } finally {
    await database.stop()
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { persons: { type: 'string', default: '20000' }, pairs: { type: 'string', default: '5' } },
  })
  console.log(JSON.stringify(await benchClose(Number(values.persons), Number(values.pairs)), null, 2))
}
