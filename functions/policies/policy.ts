import * as z from 'zod'
import { addDays } from '../platform/clock.ts'
import { OrganisationId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { isNew, read, readAll, readPartition, type Table, type Write } from '../platform/table.ts'
import { PolicyKind, type PolicyRow, type PolicyStatus } from './api.ts'

/** What was published, without its text. Only `replacedBy` is ever added. */
export const Policy = z.object({
  id: z.string(),
  kind: PolicyKind,
  number: z.string(),
  title: z.string(),
  summary: z.string(),
  articles: z.array(z.string()),
  inForceFrom: z.string(),
  inForceUntil: z.string().optional(),
  replacesId: z.string().optional(),
  changed: z.string(),
  /** The later version, and since which day it is in force. */
  replacedBy: z.object({ id: z.string(), from: z.string() }).optional(),
  publisher: z.object({ id: OrganisationId, name: z.string() }),
  publishedAt: z.string(),
  publishedBy: z.string(),
  /** The names of the readings that it sets from its first day on. */
  readings: z.array(z.string()),
  bodyHash: z.string(),
  /** Files that were published with it. */
  files: z
    .array(z.object({ id: z.string(), name: z.string(), type: z.string(), size: z.number().int() }))
    .default([]),
})
export type Policy = z.infer<typeof Policy>

const PolicyText = z.object({ text: z.string() })

export const newPolicy = (policy: Policy, text: string): Write[] => [
  { put: { ...keys.policy(policy.id), ...policy }, when: isNew },
  { put: { ...keys.policyText(policy.id), text }, when: isNew },
]

/** Marks a version as replaced; once. */
export const markReplaced = (policy: Policy, by: Pick<Policy, 'id' | 'inForceFrom'>): Write => ({
  put: { ...keys.policy(policy.id), ...policy, replacedBy: { id: by.id, from: by.inForceFrom } },
  when: { expression: 'attribute_exists(pk) AND attribute_not_exists(replacedBy)' },
})

export const readPolicy = async (table: Table, id: string): Promise<Policy | undefined> => {
  const item = await read(table, keys.policy(id))
  return item && Policy.parse(item)
}

export const textOfPolicy = async (table: Table, id: string): Promise<string> =>
  PolicyText.parse(await read(table, keys.policyText(id))).text

/** The texts of documents, by id. */
export const textsOfPolicies = async (
  table: Table,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (await readAll(table, ids.map(keys.policyText))).map((item) => [
      String(item.pk).slice('POLICY#'.length),
      PolicyText.parse(item).text,
    ]),
  )

/** Whatever was published, the latest first: some hundreds of small items. */
export const readPolicies = async (table: Table): Promise<Policy[]> =>
  (await readPartition(table, keys.policy('').pk))
    .map((item) => Policy.parse(item))
    .sort((one, other) => other.publishedAt.localeCompare(one.publishedAt))

/** The last day of a version: its own, or the one before a later version begins; undefined: it has none yet. */
export const lastDayOf = ({
  inForceUntil,
  replacedBy,
}: Pick<Policy, 'inForceUntil' | 'replacedBy'>): string | undefined => {
  const before = replacedBy === undefined ? undefined : addDays(replacedBy.from, -1)
  return before === undefined || (inForceUntil !== undefined && inForceUntil < before) ? inForceUntil : before
}

/** How a version stands on a day: a replaced one holds until the day before the later one. */
export const statusOn = (
  { inForceFrom, inForceUntil, replacedBy }: Pick<Policy, 'inForceFrom' | 'inForceUntil' | 'replacedBy'>,
  day: string,
): PolicyStatus => {
  if (replacedBy !== undefined && replacedBy.from <= day) return 'replaced'
  if (day < inForceFrom) return 'coming'
  return inForceUntil !== undefined && inForceUntil < day ? 'ended' : 'in_force'
}

export const rowOf = (policy: Policy, day: string): PolicyRow => {
  const { id, kind, number, title, summary, articles, inForceFrom, publishedAt, readings } = policy
  return {
    ...{ id, kind, number, title, summary, articles, inForceFrom, publishedAt, readings },
    inForceUntil: lastDayOf(policy) ?? null,
    publisher: policy.publisher.name,
    status: statusOn(policy, day),
  }
}
