import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb'
import { indexes, orderOf } from '../functions/platform/keys.ts'
import type { Item, Table } from '../functions/platform/table.ts'
import { itemSize } from './item-size.ts'

/** What is not held in memory: items that a generator makes when they are asked for. */
export interface Source {
  /** Items of a partition whose sort keys lie between two, in order; undefined: the table's own. */
  partition(pk: string, from: string, to: string, limit: number): Item[] | undefined
  index(index: string, value: string, from: string, to: string): Item[]
  item(pk: string, sk: string): Item | undefined
  /** Whether a written item is to be read again; the others are counted and forgotten. */
  keeps(item: Item): boolean
}

export interface Units {
  write: number
  onIndexes: number
  read: number
  /** Calls by the command's name. */
  readonly calls: Record<string, number>
}

class NotCounted extends Error {
  override name = 'NotCounted'
}

const READ = 4096
const WRITE = 1024
/** A page of a query ends at a megabyte. */
const MEGABYTE = 1024 * 1024

const text = (value: unknown): string => String(value)
const values = (values: Item | undefined, name: string): string => text(values?.[name] ?? '')

/**
 * A table behind the same client calls, whose units are counted by DynamoDB's rules: reads by 4 KB, half where they
 * may be a moment old; writes by 1 KB, and again for every index that the item stands in.
 */
export const countingTable = (source: Source): { table: Table; units: Units } => {
  const kept = new Map<string, Map<string, Item>>()
  const units: Units = { write: 0, onIndexes: 0, read: 0, calls: {} }
  const readUnits = (bytes: number, consistent: boolean | undefined) =>
    Math.max(1, Math.ceil(bytes / READ)) * (consistent ? 1 : 0.5)
  const get = (pk: string, sk: string) => kept.get(pk)?.get(sk) ?? source.item(pk, sk)

  const query = (input: QueryCommand['input']): Item => {
    const given = input.ExpressionAttributeValues
    const index = input.IndexName
    const from = values(given, ':from')
    const to = values(given, ':to') || '\u{10FFFF}'
    if (index !== undefined) {
      const found = source.index(index, values(given, ':value'), from, to)
      units.read += readUnits(
        found.reduce((sum, item) => sum + itemSize(item), 0),
        false,
      )
      return { Items: input.Select === 'COUNT' ? undefined : found, Count: found.length }
    }
    const pk = values(given, ':pk')
    const after = input.ExclusiveStartKey ? `${text(input.ExclusiveStartKey.sk)}\u0000` : from
    const limit = input.Limit ?? Number.POSITIVE_INFINITY
    const all =
      source.partition(pk, after, to, limit + 1) ??
      [...(kept.get(pk)?.entries() ?? [])]
        .filter(([sk]) => sk >= after && sk <= to)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([, item]) => item)
    const items: Item[] = []
    let bytes = 0
    for (const item of all) {
      if (items.length === limit || bytes > MEGABYTE) break
      items.push(item)
      bytes += itemSize(item)
    }
    units.read += readUnits(bytes, input.ConsistentRead)
    const last = items.at(-1)
    return {
      Items: items,
      ...(items.length < all.length && last ? { LastEvaluatedKey: { pk: last.pk, sk: last.sk } } : {}),
    }
  }

  const put = (item: Item): Item => {
    units.write += Math.ceil(itemSize(item) / WRITE)
    for (const index of indexes)
      if (item[index] !== undefined) {
        const { pk, sk } = item
        const order = orderOf(index)
        units.onIndexes += Math.ceil(itemSize({ pk, sk, [index]: item[index], [order]: item[order] }) / WRITE)
      }
    if (source.keeps(item)) {
      const pk = text(item.pk)
      const partition = kept.get(pk) ?? new Map<string, Item>()
      partition.set(text(item.sk), item)
      kept.set(pk, partition)
    }
    return {}
  }

  const batchGet = (input: BatchGetCommand['input']): Item => {
    const [[name, asked] = ['', { Keys: [] }]] = Object.entries(input.RequestItems ?? {})
    const items = (asked.Keys ?? []).flatMap((key) => {
      const item = get(text(key.pk), text(key.sk))
      units.read += readUnits(item ? itemSize(item) : 0, asked.ConsistentRead)
      return item ?? []
    })
    return { Responses: { [name]: items } }
  }

  const answer = (command: unknown): Item => {
    if (command instanceof QueryCommand) return query(command.input)
    if (command instanceof PutCommand) return put(command.input.Item ?? {})
    if (command instanceof BatchGetCommand) return batchGet(command.input)
    if (command instanceof GetCommand) {
      const item = get(text(command.input.Key?.pk), text(command.input.Key?.sk))
      units.read += readUnits(item ? itemSize(item) : 0, command.input.ConsistentRead)
      return { Item: item }
    }
    throw new NotCounted(`No such call: ${Object(command).constructor.name}`)
  }

  const client = Object.assign(
    DynamoDBDocumentClient.from(
      new DynamoDBClient({ region: 'none', credentials: { accessKeyId: '-', secretAccessKey: '-' } }),
    ),
    {
      async send(command: object) {
        const name = command.constructor.name
        units.calls[name] = (units.calls[name] ?? 0) + 1
        return answer(command)
      },
    },
  )
  return { table: { client, name: 'counted' }, units }
}
