import type { Table } from '../functions/platform/table.ts'

/** What calls consumed, as DynamoDB Local counts it: a transaction's writes twice, each index entry apart. */
export interface Capacity {
  write: number
  onIndexes: number
  read: number
  /** What the cloud charges besides for reads that find nothing, which DynamoDB Local counts as free. */
  readOfNothing: number
  /** Each call with what it consumed. */
  readonly calls: string[]
}

interface Consumed {
  readonly CapacityUnits?: number
  readonly GlobalSecondaryIndexes?: Readonly<Record<string, { readonly CapacityUnits?: number }>>
}

const WRITES = new Set([
  'PutItemCommand',
  'DeleteItemCommand',
  'UpdateItemCommand',
  'TransactWriteItemsCommand',
])

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isConsumed = (value: unknown): value is Consumed => isRecord(value)

/** Items that a call read without finding any, each at the least price of its kind of read. */
const chargeForNothing = (input: object, output: object): number => {
  const price = (asked: unknown) => (isRecord(asked) && asked.ConsistentRead === true ? 1 : 0.5)
  if ('RequestItems' in input && isRecord(input.RequestItems)) {
    const found = 'Responses' in output && isRecord(output.Responses) ? output.Responses : {}
    return Object.entries(input.RequestItems).reduce((sum, [name, asked]) => {
      const keys = isRecord(asked) && Array.isArray(asked.Keys) ? asked.Keys.length : 0
      const items = found[name]
      return sum + (keys - (Array.isArray(items) ? items.length : 0)) * price(asked)
    }, 0)
  }
  const nothing = 'Count' in output ? output.Count === 0 : !('Item' in output) || output.Item === undefined
  return nothing ? price(input) : 0
}

const keysIn = (input: object): string => {
  const keys = [
    ...JSON.stringify(input).matchAll(/"(?:pk|:pk|:value)":"([^"]*)"(?:,"(?:sk|:prefix)":"([^"]*)")?/g),
  ]
  return keys.map(([, pk, sk]) => (sk === undefined ? pk : `${pk} ${sk}`)).join(', ')
}

/** Counts every call of a table from now on. */
export const countCapacity = (table: Table): Capacity => {
  const capacity: Capacity = { write: 0, onIndexes: 0, read: 0, readOfNothing: 0, calls: [] }
  table.client.middlewareStack.add(
    (next, context) => async (call) => {
      const answer = await next({ ...call, input: { ...call.input, ReturnConsumedCapacity: 'INDEXES' } })
      const output: object = answer.output
      const consumed: unknown = 'ConsumedCapacity' in output ? output.ConsumedCapacity : undefined
      const name = context.commandName ?? ''
      for (const one of (Array.isArray(consumed) ? consumed : [consumed]).filter(isConsumed)) {
        const units = one.CapacityUnits ?? 0
        const indexes = Object.values(one.GlobalSecondaryIndexes ?? {})
        const onIndexes = indexes.reduce((sum, index) => sum + (index.CapacityUnits ?? 0), 0)
        if (WRITES.has(name)) {
          capacity.write += units - onIndexes
          capacity.onIndexes += onIndexes
        } else {
          capacity.read += units
          capacity.readOfNothing += chargeForNothing(call.input, output)
        }
        capacity.calls.push(`${units} (${onIndexes} on indexes) ${name}: ${keysIn(call.input)}`)
      }
      return answer
    },
    { step: 'initialize' },
  )
  return capacity
}

/** Begins to count anew. */
export const resetCapacity = (capacity: Capacity): void => {
  Object.assign(capacity, { write: 0, onIndexes: 0, read: 0, readOfNothing: 0 })
  capacity.calls.length = 0
}
