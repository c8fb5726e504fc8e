import * as z from 'zod'
import { allPages, PAGE } from '../platform/every-page.ts'
import type { AccountId } from '../platform/ids.ts'
import { keys, LOANS_OF_BEFORE, lists } from '../platform/keys.ts'
import {
  isNew,
  type PageRequest,
  readIndex,
  readPartition,
  type Table,
  type Write,
} from '../platform/table.ts'

/** Loans are items of form 2: those of form 1 lent all powers for any time. */
export const LOAN_FORM = 2

/**
 * How many days a loan lasts at most, both included [R]: the regulation knows no loans, half a year covers an absence,
 * and whoever is away for longer has given the desk up.
 */
export const LONGEST_LOAN_DAYS = 180

/** An approver lends a colleague their tasks, from one day to another, both included (委托). Nothing else is lent. */
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
  schema: LOAN_FORM,
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

export const delegationsFrom = async (table: Table, accountId: AccountId, page: PageRequest) => {
  const { items, cursor } = await readIndex(table, 'listed', lists.delegatedBy(accountId), {
    ...page,
    descending: true,
  })
  return { items: items.map((item) => Delegation.parse(item)), cursor }
}

/** Everything that an account has lent, however much it is. */
export const allDelegationsFrom = (table: Table, accountId: AccountId): Promise<Delegation[]> =>
  allPages((cursor) => delegationsFrom(table, accountId, { limit: PAGE, cursor }))

/** Loans of the version before that nobody has looked at yet, from all accounts. */
export const loansOfBefore = async (table: Table): Promise<Delegation[]> =>
  (await allPages((cursor) => readIndex(table, 'swept', LOANS_OF_BEFORE, { limit: PAGE, cursor }))).map(
    (item) => Delegation.parse(item),
  )

/** A loan of the version before as it holds from now on; nobody looks at it again. */
export const keepLoanOfBefore = (before: Delegation, after: Delegation): Write => ({
  put: toItem(after),
  when: {
    expression: 'swept = :swept AND endsOn = :endsOn AND attribute_not_exists(revokedAt)',
    values: { ':swept': LOANS_OF_BEFORE, ':endsOn': before.endsOn },
  },
})

/** What was lent to an account, the newest first: the few items beside it. */
export const delegationsTo = async (table: Table, accountId: AccountId): Promise<Delegation[]> => {
  const { pk, sk } = keys.delegation(accountId, '')
  const items = await readPartition(table, pk, sk)
  return items
    .map((item) => Delegation.parse(item))
    .sort(
      (one, other) =>
        other.startsOn.localeCompare(one.startsOn) || other.createdAt.localeCompare(one.createdAt),
    )
}
