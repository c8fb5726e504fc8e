import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb'
import { ConditionFailedError } from './condition-failed.ts'
import { CursorInvalidError } from './cursor-invalid.ts'
import { environment } from './environment.ts'
import { type IndexName, type Key, orderOf } from './keys.ts'
import { type Seal, SealKeyMissingError, sealed } from './seal.ts'

export interface Table {
  readonly client: DynamoDBDocumentClient
  readonly name: string
  /** How items are read; undefined: strongly consistent. */
  readonly reads?: 'eventual'
  /** What its sealed items are sealed with; nothing said: who holds it deals with none. */
  readonly seals?: (() => Promise<Seal>) | undefined
}

/**
 * The table with eventually consistent reads, at half the price. For writes that are conditional on
 * everything read, and for views that may be a moment old.
 */
export const eventually = (table: Table): Table => ({ ...table, reads: 'eventual' })

/** The table read strongly consistent. */
export const consistently = ({ reads: _, ...table }: Table): Table => table

const isConsistent = ({ reads }: Table): boolean => reads !== 'eventual'

/** An item as the table holds it: its keys, and the entity's own attributes. */
export type Item = Record<string, unknown>

interface Condition {
  readonly expression: string
  readonly names?: Readonly<Record<string, string>>
  readonly values?: Readonly<Record<string, unknown>>
}

/** Versions of items of one partition, by their sort keys. */
export type Versions = Readonly<Record<string, number>>

/** One conditional write; several make a transaction. Every write states its precondition. */
export type Write =
  /**
   * `sealed`: it bears a seal, which is put on when it is written. `seen`: the versions of the other items of its
   * partition that it vouches for, by sort key; those written with it are added.
   */
  | { readonly put: Item; readonly when: Condition; readonly sealed?: true; readonly seen?: Versions }
  | { readonly remove: Key; readonly when: Condition }
  | { readonly check: Key; readonly when: Condition }

export const documentTable = (client: DynamoDBClient, name: string): Table => ({
  client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
  name,
})

/** The table of a Lambda. */
export const tableFromEnvironment = (): Table =>
  documentTable(new DynamoDBClient(), environment('TABLE_NAME'))

/** @throws SealKeyMissingError */
export const sealOf = async ({ seals }: Table): Promise<Seal> => {
  if (seals === undefined) throw new SealKeyMissingError('This function was granted no seal (ledger:seal).')
  return seals()
}

/** An item with the versions of the others that it vouches for, among them those that are written with it. */
const vouching = (item: Item, seen: Versions | undefined, writes: readonly Write[]): Item => {
  if (seen === undefined) return item
  const beside = writes.flatMap((one): [string, number][] =>
    'put' in one && one.seen !== undefined && one.put.pk === item.pk && one.put.sk !== item.sk
      ? [[String(one.put.sk), Number(one.put.version)]]
      : [],
  )
  const all = Object.fromEntries([...Object.entries(seen), ...beside].filter(([sk]) => sk !== item.sk))
  return Object.keys(all).length === 0 ? item : { ...item, seen: all }
}

/** The writes with their seals on. */
const sealedWrites = async (table: Table, writes: readonly Write[]): Promise<readonly Write[]> => {
  if (!writes.some((one) => 'put' in one && one.sealed)) return writes
  const seal = await sealOf(table)
  return writes.map((one) =>
    'put' in one && one.sealed ? { ...one, put: sealed(seal, vouching(one.put, one.seen, writes)) } : one,
  )
}

/** The item is new. */
export const isNew: Condition = { expression: 'attribute_not_exists(pk)' }
/** Whatever stands there. */
export const always: Condition = { expression: 'attribute_exists(pk) OR attribute_not_exists(pk)' }
/** The item stands at the version that was read. */
export const atVersion = (version: number): Condition => ({
  expression: '#version = :version',
  names: { '#version': 'version' },
  values: { ':version': version },
})

/** That an item still says what was read. */
export const stillAs = (item: Item): Condition => {
  const attributes = Object.keys(item).filter(
    (name) => name !== 'pk' && name !== 'sk' && item[name] !== undefined,
  )
  return {
    expression: ['attribute_exists(pk)', ...attributes.map((_, at) => `#a${at} = :a${at}`)].join(' AND '),
    names: Object.fromEntries(attributes.map((name, at) => [`#a${at}`, name])),
    values: Object.fromEntries(attributes.map((name, at) => [`:a${at}`, item[name]])),
  }
}

const conditionOf = ({ expression, names, values }: Condition) => ({
  ConditionExpression: expression,
  ...(names ? { ExpressionAttributeNames: { ...names } } : {}),
  ...(values ? { ExpressionAttributeValues: { ...values } } : {}),
})

const transactItem = (TableName: string, write: Write) => {
  const condition = { TableName, ...conditionOf(write.when) }
  if ('put' in write) return { Put: { Item: write.put, ...condition } }
  if ('remove' in write) return { Delete: { Key: write.remove, ...condition } }
  return { ConditionCheck: { Key: write.check, ...condition } }
}

const writeOne = (table: Table, write: Write) => {
  const condition = { TableName: table.name, ...conditionOf(write.when) }
  if ('put' in write) return table.client.send(new PutCommand({ Item: write.put, ...condition }))
  if ('remove' in write) return table.client.send(new DeleteCommand({ Key: write.remove, ...condition }))
  return writeTransaction(table, [write])
}

const writeTransaction = (table: Table, writes: readonly Write[]) =>
  table.client.send(
    new TransactWriteCommand({ TransactItems: writes.map((write) => transactItem(table.name, write)) }),
  )

/**
 * Writes all or nothing.
 * @throws ConditionFailedError when a precondition does not hold, or another transaction holds one of the items now
 * (the caller reads again and decides anew either way).
 */
export const write = async (table: Table, unsealed: readonly Write[]): Promise<void> => {
  const writes = await sealedWrites(table, unsealed)
  const [only] = writes
  if (only === undefined) return
  try {
    await (writes.length === 1 ? writeOne(table, only) : writeTransaction(table, writes))
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) throw new ConditionFailedError([0])
    if (error instanceof TransactionCanceledException) {
      const reasons = error.CancellationReasons ?? []
      const failed = reasons.flatMap((reason, position) =>
        reason.Code === 'ConditionalCheckFailed' || reason.Code === 'TransactionConflict' ? [position] : [],
      )
      if (failed.length > 0) throw new ConditionFailedError(failed)
    }
    throw error
  }
}

/** Reads one item, strongly consistent unless the table is read eventually: what was just written is seen. */
export const read = async (table: Table, key: Key): Promise<Item | undefined> =>
  (
    await table.client.send(
      new GetCommand({ TableName: table.name, Key: key, ConsistentRead: isConsistent(table) }),
    )
  ).Item

/** Reads a whole partition, or the part of it whose sort keys begin with `prefix`; consistent as `read` is. */
export const readPartition = async (table: Table, pk: string, prefix = ''): Promise<Item[]> => {
  const items: Item[] = []
  let from: Item | undefined
  do {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: prefix === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: prefix === '' ? { ':pk': pk } : { ':pk': pk, ':prefix': prefix },
        ConsistentRead: isConsistent(table),
        ExclusiveStartKey: from,
      }),
    )
    items.push(...(page.Items ?? []))
    from = page.LastEvaluatedKey
  } while (from)
  return items
}

/** Reads items by their keys, in the keys' order; those that do not exist are left out. */
export const readAll = async (table: Table, keys: readonly Key[]): Promise<Item[]> => {
  const found = new Map<string, Item>()
  const nameOf = (key: { pk?: unknown; sk?: unknown }) => `${key.pk}\n${key.sk}`
  for (let start = 0; start < keys.length; start += 100) {
    let asked: Record<string, unknown>[] = keys.slice(start, start + 100).map((key) => ({ ...key }))
    while (asked.length > 0) {
      const answer = await table.client.send(
        new BatchGetCommand({
          RequestItems: { [table.name]: { Keys: asked, ConsistentRead: isConsistent(table) } },
        }),
      )
      for (const item of answer.Responses?.[table.name] ?? []) found.set(nameOf(item), item)
      asked = answer.UnprocessedKeys?.[table.name]?.Keys ?? []
    }
  }
  return keys.flatMap((key) => {
    const item = found.get(nameOf(key))
    return item ? [item] : []
  })
}

export interface Page {
  readonly items: Item[]
  /** Where the next page starts; null at the end. Opaque to callers. */
  readonly cursor: string | null
}

export interface PageRequest {
  readonly limit: number
  readonly cursor?: string | undefined
  /** Newest or largest first. */
  readonly descending?: boolean
  /** Only what stands up to here in the order of the index. */
  readonly upTo?: string
  /** Only what begins so in the order of the index. */
  readonly beginning?: string
}

/** Which part of an index's value a page is of, as a condition on its order. */
const partOf = ({ upTo, beginning }: PageRequest): { condition: string; values: Record<string, string> } => {
  if (beginning !== undefined)
    return { condition: ' AND begins_with(#order, :beginning)', values: { ':beginning': beginning } }
  return upTo === undefined
    ? { condition: '', values: {} }
    : { condition: ' AND #order <= :upTo', values: { ':upTo': upTo } }
}

/** A place in a list, as callers carry it. */
export const encodeCursor = (key: Item): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/** The place in a list of an index behind an item. */
export const cursorAt = ({ pk, sk, ...item }: Item, index: IndexName, value: string): string =>
  encodeCursor({ pk, sk, [index]: value, [orderOf(index)]: item[orderOf(index)] })

const unknownCursor = () => new CursorInvalidError('The cursor belongs to no page of this list.')

/** What a cursor holds, whoever made it. @throws CursorInvalidError nothing that was ever given out */
export const openCursor = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw unknownCursor()
  }
}

/**
 * The key in a cursor: exactly the table's and the index's attributes, as texts. A cursor of another list, or
 * a made-up one, is refused before the table sees it.
 */
const decodeCursor = (cursor: string, index: IndexName, value: string): Item => {
  const key = openCursor(cursor)
  const parts =
    typeof key === 'object' && key !== null ? new Map<string, unknown>(Object.entries(key)) : undefined
  const names = ['pk', 'sk', index, orderOf(index)]
  const isKey =
    parts?.size === names.length &&
    parts.get(index) === value &&
    names.every((name) => {
      const part = parts.get(name)
      return typeof part === 'string' && part !== '' && part.isWellFormed()
    })
  if (!isKey) throw unknownCursor()
  return Object.fromEntries(parts)
}

const askPage = async (table: Table, query: QueryCommand, hasCursor: boolean) => {
  try {
    return await table.client.send(query)
  } catch (error) {
    // The table checks a cursor's key more strictly than this code can.
    if (hasCursor && error instanceof Error && error.name === 'ValidationException') throw unknownCursor()
    throw error
  }
}

/** A page of an index: the keys under one of its values, in its order. */
export const readIndexPage = async (
  table: Table,
  index: IndexName,
  value: string,
  page: PageRequest,
): Promise<{ readonly keys: Key[]; readonly cursor: string | null }> => {
  const from = page.cursor === undefined ? undefined : decodeCursor(page.cursor, index, value)
  const part = partOf(page)
  const answer = await askPage(
    table,
    new QueryCommand({
      TableName: table.name,
      IndexName: index,
      KeyConditionExpression: `#value = :value${part.condition}`,
      ExpressionAttributeNames: {
        '#value': index,
        ...(part.condition === '' ? {} : { '#order': orderOf(index) }),
      },
      ExpressionAttributeValues: { ':value': value, ...part.values },
      Limit: page.limit,
      ScanIndexForward: !page.descending,
      ExclusiveStartKey: from,
    }),
    from !== undefined,
  )
  return {
    keys: (answer.Items ?? []).map((item) => ({ pk: String(item.pk), sk: String(item.sk) })),
    cursor: answer.LastEvaluatedKey ? encodeCursor(answer.LastEvaluatedKey) : null,
  }
}

/** A page of an index: the keys come from the index, the items from the table itself. */
export const readIndex = async (
  table: Table,
  index: IndexName,
  value: string,
  page: PageRequest,
): Promise<Page> => {
  const { keys, cursor } = await readIndexPage(table, index, value, page)
  return { items: await readAll(table, keys), cursor }
}
