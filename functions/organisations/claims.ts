import * as z from 'zod'
import { sha256 } from '../platform/identifiers.ts'
import { AccountId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { always, readPartition, type Table, type Write } from '../platform/table.ts'

/** What an identity provider may know of the person behind an account, and the platform finds the account by. */
export const claimKinds = ['email', 'phone_number', 'employee_number'] as const
export type ClaimKind = (typeof claimKinds)[number]

/** One spelling for what people and providers spell in several. */
export const claimValue = (kind: ClaimKind, text: string): string => {
  const value = text.normalize('NFKC').trim()
  if (kind === 'email') return value.toLowerCase()
  if (kind === 'phone_number') return value.replaceAll(/[\s()-]/g, '').replace(/^(\+86|0086)/, '')
  return value.toUpperCase()
}

/** The hash of a claim's value, by which it is kept: the value stands in no key. */
export const claimHash = (kind: ClaimKind, value: string): string =>
  sha256(`${kind}\n${claimValue(kind, value)}`)

/** What of an account claims speak of. */
interface Claimed {
  readonly id: AccountId
  readonly email: string
  readonly mobile?: string | undefined
  readonly employeeNumber?: string | undefined
}

const claimsOf = (account: Claimed | undefined) => {
  if (account === undefined) return []
  const { id, email, mobile, employeeNumber } = account
  const claims = { email, phone_number: mobile, employee_number: employeeNumber }
  return claimKinds.flatMap((kind) => {
    const value = claims[kind]
    return value === undefined ? [] : [keys.claim(kind, claimHash(kind, value), id)]
  })
}

/** The writes that keep the index of claims in step with an account. */
export const moveClaims = (before: Claimed | undefined, after: Claimed): Write[] => {
  const [was, is] = [claimsOf(before), claimsOf(after)]
  return [
    ...was.filter(({ pk }) => !is.some((one) => one.pk === pk)).map((key) => ({ remove: key, when: always })),
    ...is
      .filter(({ pk }) => !was.some((one) => one.pk === pk))
      .map((key) => ({ put: { ...key, accountId: after.id }, when: always })),
  ]
}

const ClaimItem = z.object({ accountId: AccountId })

/** The ids of the accounts for which an identity provider's claim has this value. */
export const accountIdsByClaim = async (table: Table, kind: ClaimKind, value: string): Promise<string[]> =>
  (await readPartition(table, keys.claim(kind, claimHash(kind, value), '').pk)).map(
    (item) => ClaimItem.parse(item).accountId,
  )
