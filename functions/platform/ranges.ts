import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { BatchGetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { type IndexName, type Key, orderOf } from './keys.ts'
import type { Item, Table } from './table.ts'

/**
 * Reads of many items at once. They are eventually consistent by default, at half the price: the caller must
 * accept items that are a moment old.
 */

/** Sort keys from one to another, both included. */
export interface Range {
  readonly from: string
  readonly to: string
}

/** Every sort key that begins with `prefix` and follows `after`. */
export const beginningWith = (prefix: string, after = ''): Range => ({
  from: after === '' ? prefix : `${prefix}${after}\u0000`,
  to: `${prefix}\u{10FFFF}`,
})

/** Whatever stands at a place or after it: a moment, where things stand by theirs. */
export const onwards = (place: string): Range => ({ from: place, to: '\u{10FFFF}' })

interface RangeRequest {
  readonly limit?: number
  readonly consistent?: boolean
  readonly descending?: boolean
}

/** Up to `limit` items of a range of a partition, and whether there may be more. */
export const readRange = async (
  table: Table,
  pk: string,
  { from, to }: Range,
  { limit, consistent = false, descending = false }: RangeRequest = {},
): Promise<{ readonly items: Item[]; readonly more: boolean }> => {
  const items: Item[] = []
  let after: Item | undefined
  do {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': pk, ':from': from, ':to': to },
        ConsistentRead: consistent,
        ScanIndexForward: !descending,
        ExclusiveStartKey: after,
        ...(limit === undefined ? {} : { Limit: limit - items.length }),
      }),
    )
    items.push(...(page.Items ?? []))
    after = page.LastEvaluatedKey
  } while (after && (limit === undefined || items.length < limit))
  return { items, more: after !== undefined }
}

/** The keys under a value of an index, in its order; `range` limits the order. */
export const readIndexKeys = async (
  table: Table,
  index: IndexName,
  value: string,
  range?: Range,
): Promise<{ readonly key: Key; readonly order: string }[]> => {
  const found: { key: Key; order: string }[] = []
  let after: Item | undefined
  do {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: index,
        KeyConditionExpression: range
          ? '#index = :value AND #order BETWEEN :from AND :to'
          : '#index = :value',
        ExpressionAttributeNames: { '#index': index, ...(range ? { '#order': orderOf(index) } : {}) },
        ExpressionAttributeValues: {
          ':value': value,
          ...(range ? { ':from': range.from, ':to': range.to } : {}),
        },
        ExclusiveStartKey: after,
      }),
    )
    for (const item of page.Items ?? [])
      found.push({ key: { pk: String(item.pk), sk: String(item.sk) }, order: String(item[orderOf(index)]) })
    after = page.LastEvaluatedKey
  } while (after)
  return found
}

/** The last keys under a value of an index that stand before a place in its order, the last first. */
export const readIndexBefore = async (
  table: Table,
  index: IndexName,
  value: string,
  before: string,
  limit: number,
): Promise<{ readonly key: Key; readonly order: string }[]> => {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: index,
      KeyConditionExpression: '#index = :value AND #order < :before',
      ExpressionAttributeNames: { '#index': index, '#order': orderOf(index) },
      ExpressionAttributeValues: { ':value': value, ':before': before },
      ScanIndexForward: false,
      Limit: limit,
    }),
  )
  return Items.map((item) => ({
    key: { pk: String(item.pk), sk: String(item.sk) },
    order: String(item[orderOf(index)]),
  }))
}

/** How many items stand under a value of an index. */
export const countIndex = async (table: Table, index: IndexName, value: string): Promise<number> => {
  let count = 0
  let after: Item | undefined
  do {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: index,
        KeyConditionExpression: '#index = :value',
        ExpressionAttributeNames: { '#index': index },
        ExpressionAttributeValues: { ':value': value },
        Select: 'COUNT',
        ExclusiveStartKey: after,
      }),
    )
    count += page.Count ?? 0
    after = page.LastEvaluatedKey
  } while (after)
  return count
}

const A_BATCH = 100

/** The items under these keys that exist, in no order. */
export const readMany = async (table: Table, keys: readonly Key[]): Promise<Item[]> => {
  const items: Item[] = []
  for (let start = 0; start < keys.length; start += A_BATCH) {
    let asked: Record<string, unknown>[] = keys.slice(start, start + A_BATCH).map((key) => ({ ...key }))
    while (asked.length > 0) {
      const answer = await table.client.send(
        new BatchGetCommand({ RequestItems: { [table.name]: { Keys: asked } } }),
      )
      items.push(...(answer.Responses?.[table.name] ?? []))
      asked = answer.UnprocessedKeys?.[table.name]?.Keys ?? []
    }
  }
  return items
}

/** Writes an item where none stands: half the price of a transaction. Answers whether it was written. */
export const putNew = async (table: Table, item: Item): Promise<boolean> => {
  try {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: item,
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    )
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}
