import * as z from 'zod'
import { keys, lists } from '../platform/keys.ts'
import {
  isNew,
  type PageRequest,
  readIndex,
  readPartition,
  type Table,
  type Write,
} from '../platform/table.ts'

/** An approver lends a colleague all their powers, from one day to another, both included (委托). */
export const Delegation = z.object({
  id: z.string(),
  from: z.object({ id: z.string(), name: z.string() }),
  to: z.object({ id: z.string(), name: z.string() }),
  startsOn: z.string(),
  endsOn: z.string(),
  reason: z.string().optional(),
  createdAt: z.string(),
  revokedAt: z.string().optional(),
})
export type Delegation = z.infer<typeof Delegation>

const toItem = (delegation: Delegation) => ({
  ...keys.delegation(delegation.to.id, delegation.id),
  ...delegation,
  listed: lists.delegatedBy(delegation.from.id),
  listedOrder: `${delegation.startsOn}#${delegation.id}`,
})

export const newDelegation = (delegation: Delegation): Write => ({ put: toItem(delegation), when: isNew })

/** Ends a delegation before its time; one that has been ended stays as it is. */
export const endDelegation = (delegation: Delegation, at: string): Write => ({
  put: toItem({ ...delegation, revokedAt: at }),
  when: { expression: 'attribute_exists(pk) AND attribute_not_exists(revokedAt)' },
})

/** Whether a delegation lends its powers on a day, `YYYY-MM-DD`. */
export const isInForce = (
  { startsOn, endsOn, revokedAt }: Pick<Delegation, 'startsOn' | 'endsOn' | 'revokedAt'>,
  day: string,
): boolean => revokedAt === undefined && startsOn <= day && day <= endsOn

export const delegationsFrom = async (table: Table, accountId: string, page: PageRequest) => {
  const { items, cursor } = await readIndex(table, 'listed', lists.delegatedBy(accountId), {
    ...page,
    descending: true,
  })
  return { items: items.map((item) => Delegation.parse(item)), cursor }
}

/** What was lent to an account, the newest first: the few items beside it. */
export const delegationsTo = async (table: Table, accountId: string): Promise<Delegation[]> => {
  const { pk, sk } = keys.delegation(accountId, '')
  const items = await readPartition(table, pk, sk)
  return items
    .map((item) => Delegation.parse(item))
    .sort(
      (one, other) =>
        other.startsOn.localeCompare(one.startsOn) || other.createdAt.localeCompare(one.createdAt),
    )
}
