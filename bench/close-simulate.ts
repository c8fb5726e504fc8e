/**
 * What the first close of a year costs for so many persons: the real steps of the workflow over generated persons,
 * with the units of the table counted and the transitions of the state machine counted as its file has them. Nothing
 * is stored but what is read again, so memory stays small.
 * Run: `npm run close:simulate -- --persons 600000`.
 */
import { parseArgs } from 'node:util'
import { keys } from '../functions/platform/keys.ts'
import { sealed, sealWith } from '../functions/platform/seal.ts'
import type { Item, Table } from '../functions/platform/table.ts'
import { shardOf } from '../functions/staff/person.ts'
import { putStanding, standingOf } from '../functions/staff/standing.ts'
import { freezeYear, listShards } from '../functions/year/close-freeze.ts'
import { assessPage } from '../functions/year/close-page.ts'
import { reportYear } from '../functions/year/close-report.ts'
import { startClose } from '../functions/year/close-start.ts'
import { sumUpYear } from '../functions/year/close-sum.ts'
import { readTallies } from '../functions/year/year.ts'
import { demoLedger } from '../local/demo/ledgers.ts'
import { administration, institutionsFor } from '../local/demo/organisations.ts'
import { personAt } from '../local/demo/people.ts'
import { countingTable } from './counting-table.ts'

const YEAR = 2026
/** Persons drawn as the demo draws them; the others are like one of these, under ids of their own. */
const DRAWN = 2_000
/** One in so many has a claim that is still open. */
const OPEN = 30
/** One in so many is complete without a certificate, and is settled. */
const UNCERTIFIED = 1_000

/** What AWS lets an account do unless it asks for more: the limits that the close meets. */
const QUOTAS = { writeUnitsASecond: 40_000, readUnitsASecond: 40_000, transitionsASecond: 800 }

const { values } = parseArgs({ options: { persons: { type: 'string', default: '600000' } } })
const persons = Number(values.persons)

class PutExpected extends Error {
  override name = 'PutExpected'
}

const institutions = institutionsFor(persons)
const organisations = new Map([...administration, ...institutions].map((one) => [one.id, one]))

/** Standings as the store writes them, with the certificates that their persons would hold. */
const drawn: Item[] = Array.from({ length: DRAWN }, (_, position) => {
  const person = personAt(position, institutions)
  const staff = { person, entries: demoLedger(person), certificates: [] }
  const write = putStanding(staff)
  if (!('put' in write)) throw new PutExpected('A standing is put.')
  const { from } = standingOf(staff)
  const annual = Array.from({ length: YEAR - from + 1 }, (_, past) => `annual:${from + past}`)
  return { ...write.put, ...(position % UNCERTIFIED === 0 ? {} : { certified: [...annual, 'induction'] }) }
})

const idAt = (position: number): string => `staff.${String(position).padStart(7, '0')}`
const positionsIn: number[][] = Array.from({ length: 64 }, () => [])
for (let position = 0; position < persons; position += 1) positionsIn[shardOf(idAt(position))]?.push(position)

const standingAt = (position: number): Item => {
  const id = idAt(position)
  return {
    ...drawn[position % DRAWN],
    ...keys.standing(shardOf(id), id),
    institutionId: institutions[position % institutions.length]?.id,
  }
}

/** Reads bear the seal, as the store writes it. */
const seal = sealWith(Buffer.alloc(32, 7))

const shardIn = (value: string): readonly number[] => positionsIn[Number(value.split('#')[1])] ?? []

/** The first place in a shard whose person stands at or after a sort key. */
const placeOf = (positions: readonly number[], sk: string): number => {
  let low = 0
  let high = positions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (`STANDING#${idAt(positions[middle] ?? 0)}` < sk) low = middle + 1
    else high = middle
  }
  return low
}

const { table: unsealed, units } = countingTable({
  partition(pk, from, _to, limit) {
    if (from.startsWith('RESULT#') || from.startsWith('ADJUST#')) return []
    if (!from.startsWith('STANDING#')) return undefined
    const positions = shardIn(pk)
    const place = placeOf(positions, from)
    return positions
      .slice(place, place + Math.min(limit, 4_000))
      .map((position) => sealed(seal, standingAt(position)))
  },
  index(index, value, from, to) {
    const positions = shardIn(value)
    if (index === 'found' && value.startsWith('SHARD#'))
      return positions.map((position) => ({
        ...keys.person(idAt(position)),
        found: value,
        foundOrder: idAt(position),
      }))
    if (index !== 'open') return []
    return positions.flatMap((position) => {
      const order = `${idAt(position)}#${YEAR}#r${position}`
      return position % OPEN === 0 && order >= from && order <= to
        ? [{ ...keys.request(`r${position}`), open: value, openOrder: order }]
        : []
    })
  },
  item(pk, sk) {
    const organisation =
      sk === 'ORGANISATION' ? organisations.get(pk.slice('ORGANISATION#'.length)) : undefined
    return organisation && { pk, sk, ...organisation }
  },
  keeps: ({ pk, sk }) =>
    String(pk).startsWith('CLOSE#') || (String(pk).startsWith('SHARD#') && !String(sk).startsWith('RESULT#')),
})

const table: Table = { ...unsealed, seals: async () => seal }

let settlements = 0
let executions = 0
const clock = { now: () => Date.parse(`${YEAR + 1}-01-01T00:00:10+08:00`) }
const deps = {
  table,
  clock,
  mailer: { send: async () => undefined },
  publicUrl: 'http://127.0.0.1',
  workflows: {
    async start(workflow: string) {
      if (workflow === 'settle') settlements += 1
      else executions += 1
    },
    succeed: async () => 'gone' as const,
    fail: async () => 'gone' as const,
  },
}

const began = process.hrtime.bigint()
let mostMemory = 0
let pages = 0
await startClose(deps)('close', YEAR, 'hr.region')
const input = { year: YEAR, mode: 'close', run: 1 } as const
await freezeYear(deps)(input)
const { shards } = await listShards(deps)(input)
for (const shard of shards) {
  executions += 1
  for (let finished = false; !finished; pages += 1) {
    ;({ finished } = await assessPage(deps)({ ...input, shard }))
    mostMemory = Math.max(mostMemory, process.memoryUsage.rss())
  }
}
const { unfinished } = await sumUpYear(deps)(input)
mostMemory = Math.max(mostMemory, process.memoryUsage.rss())
await reportYear(deps)(input)
const seconds = Number(process.hrtime.bigint() - began) / 1e9

// Freeze, list, wait, Map, sum up, Choice, report, Closed; of each page the task and the Choice, of each shard its end.
const transitions = 8 + 2 * pages + shards.length
const tallies = await readTallies(table, 'close', YEAR)
const counted = tallies.reduce((sum, { done }) => sum + done, 0)
const each = (count: number): number => Math.round((count / persons) * 10_000) / 10_000
const writes = units.write + units.onIndexes

console.log(
  JSON.stringify(
    {
      persons,
      assessed: counted,
      unfinished,
      perPerson: {
        writeUnits: each(writes),
        ofTheseOnIndexes: each(units.onIndexes),
        readUnits: each(units.read),
      },
      goals: { writeUnits: 2, readUnits: 0.15, orchestrationUnits: 6_050 },
      units: { write: writes, read: units.read, calls: units.calls },
      orchestration: {
        units: executions + transitions,
        executions,
        transitions,
        pages,
        settlements,
      },
      floor: {
        quotas: QUOTAS,
        seconds: {
          writes: Math.ceil(writes / QUOTAS.writeUnitsASecond),
          reads: Math.ceil(units.read / QUOTAS.readUnitsASecond),
          transitions: Math.ceil(transitions / QUOTAS.transitionsASecond),
        },
      },
      machine: {
        seconds: Math.round(seconds * 10) / 10,
        personsASecond: Math.round(persons / seconds),
        peakMegabytes: Math.round(Math.max(mostMemory, process.resourceUsage().maxRSS * 1024) / 1024 / 1024),
      },
    },
    null,
    2,
  ),
)
