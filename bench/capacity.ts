import { type Item, read, type Table } from '../functions/platform/table.ts'
import { type WriteUnits, writeUnits } from './write-units.ts'

/**
 * What calls consumed. Writes by DynamoDB's published rules, and beside them as DynamoDB Local counts them, which
 * rounds the items of a transaction together. Reads as DynamoDB Local counts them; those that find nothing, which
 * it counts as free, apart.
 */
export interface Capacity {
  write: number
  onIndexes: number
  /** Writes and index entries as DynamoDB Local counts them. */
  localWrite: number
  read: number
  readOfNothing: number
  /** Each call with what it consumed. */
  readonly calls: string[]
}

const NOTHING = { write: 0, onIndexes: 0, localWrite: 0, read: 0, readOfNothing: 0 }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const unitsIn = (consumed: unknown): number =>
  (Array.isArray(consumed) ? consumed : [consumed]).reduce(
    (sum: number, one: unknown) =>
      sum + (isRecord(one) && typeof one.CapacityUnits === 'number' ? one.CapacityUnits : 0),
    0,
  )

/** The writes of a call: the key of each, and the item that it leaves; undefined where it leaves none. */
const writesIn = (input: Record<string, unknown>): { key: Item; after: Item | undefined | 'same' }[] => {
  if (Array.isArray(input.TransactItems))
    return input.TransactItems.flatMap((one: unknown) =>
      isRecord(one)
        ? Object.entries(one).flatMap(([kind, part]) =>
            isRecord(part)
              ? writesIn(part).map((found) =>
                  kind === 'ConditionCheck' ? { ...found, after: 'same' as const } : found,
                )
              : [],
          )
        : [],
    )
  if (isRecord(input.Item)) return [{ key: input.Item, after: input.Item }]
  return isRecord(input.Key) ? [{ key: input.Key, after: undefined }] : []
}

/** The least price of what a call read without finding anything. */
const chargeForNothing = (input: Record<string, unknown>, output: Record<string, unknown>): number => {
  const price = (asked: unknown) => (isRecord(asked) && asked.ConsistentRead === true ? 1 : 0.5)
  if (isRecord(input.RequestItems)) {
    const found = isRecord(output.Responses) ? output.Responses : {}
    return Object.entries(input.RequestItems).reduce((sum, [name, asked]) => {
      const keys = isRecord(asked) && Array.isArray(asked.Keys) ? asked.Keys.length : 0
      const items = found[name]
      return sum + (keys - (Array.isArray(items) ? items.length : 0)) * price(asked)
    }, 0)
  }
  const nothing = 'Count' in output ? output.Count === 0 : output.Item === undefined
  return nothing ? price(input) : 0
}

const keysIn = (input: object): string => {
  const keys = JSON.stringify(input).matchAll(
    /"(?:pk|:pk|:value)":"([^"]*)"(?:,"(?:sk|:prefix)":"([^"]*)")?/g,
  )
  return [...keys].map(([, pk, sk]) => (sk === undefined ? pk : `${pk} ${sk}`)).join(', ')
}

const isWrite = (command: string): boolean => /^(Put|Delete|Update|TransactWrite)Item/.test(command)

/** Counts every call of a table from now on; `uncounted` is the same table, through which it looks itself. */
export const countCapacity = (table: Table, uncounted: Table): Capacity => {
  const capacity: Capacity = { ...NOTHING, calls: [] }

  const before = async (input: Record<string, unknown>): Promise<WriteUnits[]> => {
    const transactional = 'TransactItems' in input
    return Promise.all(
      writesIn(input).map(async ({ key, after }) => {
        const found = await read(uncounted, { pk: String(key.pk), sk: String(key.sk) })
        return writeUnits(found, after === 'same' ? found : after, transactional)
      }),
    )
  }

  table.client.middlewareStack.add(
    (next, context) => async (call) => {
      const name = context.commandName ?? ''
      const input: Record<string, unknown> = { ...call.input }
      const writes = isWrite(name) ? await before(input) : []
      const answer = await next({ ...call, input: { ...call.input, ReturnConsumedCapacity: 'INDEXES' } })
      const output: Record<string, unknown> = { ...answer.output }
      const units = unitsIn(output.ConsumedCapacity)
      if (isWrite(name)) {
        const onTable = writes.reduce((sum, one) => sum + one.table, 0)
        const onIndexes = writes.reduce((sum, one) => sum + one.onIndexes, 0)
        capacity.write += onTable
        capacity.onIndexes += onIndexes
        capacity.localWrite += units
        capacity.calls.push(`${onTable} + ${onIndexes} on indexes, ${name}: ${keysIn(call.input)}`)
      } else {
        capacity.read += units
        capacity.readOfNothing += chargeForNothing(input, output)
        capacity.calls.push(`${units}, ${name}: ${keysIn(call.input)}`)
      }
      return answer
    },
    { step: 'initialize' },
  )
  return capacity
}

/** Begins to count anew. */
export const resetCapacity = (capacity: Capacity): void => {
  Object.assign(capacity, NOTHING)
  capacity.calls.length = 0
}

/** What was counted, and its sums. */
export const countedSoFar = ({ write, onIndexes, localWrite, read, readOfNothing }: Capacity) => ({
  write,
  onIndexes,
  writeInAll: write + onIndexes,
  writeInAllByLocal: localWrite,
  read,
  readOfNothing,
})
