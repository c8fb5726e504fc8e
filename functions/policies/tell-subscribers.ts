import * as z from 'zod'
import { mayAct, readAccounts } from '../organisations/account.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { keys } from '../platform/keys.ts'
import { toMail } from '../platform/letter.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { postMail } from '../platform/post-mail.ts'
import { always, isNew, readPartition, type Table, type Write, write } from '../platform/table.ts'
import { readPolicy } from './policy.ts'
import { policyLetter } from './policy-letter.ts'
import { nextSubscribers } from './subscription.ts'

const Letters = z.object({ policyId: z.string(), shard: z.number().int(), after: z.string() })

/** That subscribers have yet to be told of a publication; written with it. */
export const lettersDue = (policyId: string): Write => ({
  put: { ...keys.policyLetters(policyId), policyId, shard: 0, after: '' },
  when: isNew,
})

const lettersUnderWay = async (table: Table) =>
  (await readPartition(table, keys.policyLetters('').pk, 'POLICY#')).map((item) => Letters.parse(item))

/** Subscribers who are told before the place is kept. */
const A_TURN = 50
const WIDTH = 4

/** Tells the next subscribers of a publication, each by a mail of their own; answers how many, undefined once all were. */
const tellSome = async (
  host: Pick<ActingHost, 'table' | 'clock' | 'mailer' | 'publicUrl'>,
  { policyId, ...from }: z.infer<typeof Letters>,
): Promise<number | undefined> => {
  const { table, publicUrl } = host
  const policy = await readPolicy(table, policyId)
  const next = policy && (await nextSubscribers(table, from, A_TURN))
  if (policy === undefined || next === undefined) {
    await write(table, [{ remove: keys.policyLetters(policyId), when: always }])
    return undefined
  }
  const letter = policyLetter(policy, publicUrl)
  const accounts = (await readAccounts(table, next.accountIds)).filter(mayAct)
  // The id is the same when a turn is repeated, so that nobody is told twice.
  await mapConcurrently(accounts, WIDTH, ({ id, email }) =>
    postMail(host, toMail(letter, `policy-${policyId}-${id}`, [email])),
  )
  await write(table, [{ put: { ...keys.policyLetters(policyId), policyId, ...next.place }, when: always }])
  return accounts.length
}

/**
 * Writes to those who subscribed about what was published (Art. 8), as long as `until` (epoch milliseconds by the
 * machine's clock) allows; the next turn goes on where this one ended. Answers how many were written to.
 */
export const tellSubscribers =
  (host: Pick<ActingHost, 'table' | 'clock' | 'mailer' | 'publicUrl'>) =>
  async (until: number): Promise<number> => {
    let told = 0
    for (const { policyId } of await lettersUnderWay(host.table))
      while (Date.now() < until) {
        const now = (await lettersUnderWay(host.table)).find((one) => one.policyId === policyId)
        const some = now && (await tellSome(host, now))
        if (some === undefined) break
        told += some
      }
    return told
  }
