/**
 * How long it takes to file a claim and to decide a task, through the functions as the API calls them, beside the same calls
 * of the database one after the other with nothing around them: each act on one table, then its calls on another that is in
 * the same state. Medians and the slowest in a hundred, of ratios too.
 * Run: `node bench/latency.ts [--claims 200]`.
 */
import { parseArgs } from 'node:util'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import type { Table } from '../functions/platform/table.ts'
import { startDatabase } from '../local/database.ts'
import { seedDemo } from '../local/demo/seed.ts'
import { openTable } from '../local/table.ts'
import { fileClaim, openBenchSystem } from './bench-system.ts'
import { benchSeal } from './bench-table.ts'

/** Not counted: until everything is compiled and every connection open. */
const WARM = 20

class TableMissingError extends Error {
  override name = 'TableMissingError'
}

/** A call of the client, as it was sent. */
interface Sent {
  readonly constructor: new (input: object) => object
  readonly input: object
}

const isSent = (value: unknown): value is Sent =>
  typeof value === 'object' && value !== null && 'input' in value && typeof value.constructor === 'function'

/** A table that notes what is sent through it. */
const noting = (table: Table) => {
  const sent: Sent[] = []
  const client = Object.create(table.client, {
    send: {
      value: (command: unknown) => {
        if (isSent(command)) sent.push(command)
        return table.client.send(command as never)
      },
    },
  })
  const take = (): Sent[] => sent.splice(0)
  return { noted: { ...table, client } satisfies Table, take }
}

/** Sends the same again, one call after the other. */
const replay = async (table: Table, sent: readonly Sent[]): Promise<number> => {
  const again = sent.map(({ constructor: Command, input }) => new Command(input))
  const begun = performance.now()
  for (const command of again)
    try {
      await table.client.send(command as never)
    } catch (error) {
      // What was there already was refused to the act as well.
      if (!(error instanceof ConditionalCheckFailedException)) throw error
    }
  return performance.now() - begun
}

const at = (values: readonly number[], share: number): number => {
  const ordered = values.toSorted((one, other) => one - other)
  const found = ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))] ?? Number.NaN
  return Math.round(found * 100) / 100
}

/** The act's own time beside that of its calls. */
class Times {
  readonly ours: number[] = []
  readonly bare: number[] = []
  add(ours: number, bare: number): void {
    this.ours.push(ours)
    this.bare.push(bare)
  }
  figures() {
    const ratios = this.ours.map((took, nth) => took / (this.bare[nth] ?? Number.NaN))
    const both = (values: readonly number[]) => ({ p50: at(values, 0.5), p99: at(values, 0.99) })
    return { milliseconds: both(this.ours), bare: both(this.bare), timesBare: both(ratios) }
  }
}

export const benchLatency = async (claims: number) => {
  const database = await startDatabase()
  const [ours, bare] = await Promise.all(
    ['ours', 'bare'].map((accessKey) =>
      openTable(database.endpoint, 'bench', { accessKey, seal: benchSeal }),
    ),
  )
  if (ours === undefined || bare === undefined) throw new TableMissingError('Two tables are needed.')
  for (const table of [ours, bare]) await seedDemo(table, { persons: 10 })
  const { noted, take } = noting(ours)
  const system = await openBenchSystem(noted)

  /** Does it on our table, its calls on the other; what the workflow does then is done on both, and not timed. */
  const paired = async (times: Times | undefined, act: () => Promise<string>): Promise<string> => {
    await replay(bare, take())
    const begun = performance.now()
    const answer = await act()
    const took = performance.now() - begun
    const alone = await replay(bare, take())
    times?.add(took, alone)
    await system.settle()
    return answer
  }

  const [submitting, deciding] = [new Times(), new Times()]
  for (let nth = 0; nth < claims + WARM; nth += 1) {
    const isCounted = nth >= WARM
    const id = await paired(isCounted ? submitting : undefined, () => fileClaim(system, nth))
    await paired(isCounted ? deciding : undefined, () =>
      system.call('POST /api/tasks/{id}/decision', 'unit.admin', {
        body: { decision: 'approve' },
        params: { id: `${id}.1.institution` },
      }),
    )
  }
  await system.close()
  await database.stop()
  return { claims, submit: submitting.figures(), decide: deciding.figures() }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { claims: { type: 'string', default: '200' } } })
  console.log(JSON.stringify(await benchLatency(Number(values.claims)), null, 2))
}
