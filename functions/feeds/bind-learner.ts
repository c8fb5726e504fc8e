import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import type { Actor } from '../organisations/account.ts'
import { isOver, linkExpiry } from '../organisations/invitation.ts'
import { type Clock, timestamp } from '../platform/clock.ts'
import { base32, sha256 } from '../platform/identifiers.ts'
import { StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { isNew, read, type Table, write } from '../platform/table.ts'
import { readPerson } from '../staff/person.ts'

interface Deps {
  readonly table: Table
  readonly clock: Clock
}

const Code = z.object({
  staffId: StaffId,
  expiresAt: z.string(),
  spentOn: z.object({ providerId: z.string(), learner: z.string() }).optional(),
})

const Bound = z.object({ staffId: StaffId })

/** Of a code as people type it: in any case, with or without hyphens. */
const hashOf = (code: string): string => sha256(code.toLowerCase().replaceAll(/[\s-]/g, ''))

/** In groups that people can read out; 80 bits, so that nobody guesses one within its fortnight. */
const newCode = (): string =>
  base32(randomBytes(10), 16)
    .toUpperCase()
    .replaceAll(/(.{4})(?=.)/g, '$1-')

/**
 * Gives a person a code to enter at a provider, once (Art. 41): what the provider then delivers under its own number of
 * the learner is theirs. The table knows the code's hash alone.
 */
export const createLearnerCode =
  ({ table, clock }: Deps) =>
  async (
    staffId: string,
    actor: Actor,
  ): Promise<Outcome<{ code: string; expiresAt: string }, 'NOT_ALLOWED' | 'NOT_FOUND'>> => {
    if (actor.staffId !== staffId) return refuse('NOT_ALLOWED', { article: '41' })
    if ((await readPerson(table, staffId)) === undefined) return refuse('NOT_FOUND')
    const code = newCode()
    const expiresAt = linkExpiry(clock)
    await write(table, [{ put: { ...keys.learnerCode(hashOf(code)), staffId, expiresAt }, when: isNew }])
    return succeed({ code, expiresAt })
  }

/**
 * Binds a provider's learner to the person of a code, once: the same call again finds it done. A learner who is somebody
 * else's already stays theirs.
 */
export const bindLearner =
  ({ table, clock }: Deps) =>
  (
    providerId: string,
    { code, learner }: { readonly code: string; readonly learner: string },
  ): Promise<
    Outcome<{ learner: string; bound: true }, 'NOT_FOUND' | 'LINK_EXPIRED' | 'LINK_USED' | 'LEARNER_TAKEN'>
  > =>
    retryOnConflict(async () => {
      const key = keys.learnerCode(hashOf(code))
      const item = await read(table, key)
      if (item === undefined) return refuse('NOT_FOUND')
      const { staffId, expiresAt, spentOn } = Code.parse(item)
      if (spentOn !== undefined)
        return spentOn.providerId === providerId && spentOn.learner === learner
          ? succeed({ learner, bound: true as const })
          : refuse('LINK_USED')
      if (isOver({ expiresAt }, clock)) return refuse('LINK_EXPIRED')
      const bound = await read(table, keys.learner(providerId, learner))
      if (bound !== undefined && Bound.parse(bound).staffId !== staffId) return refuse('LEARNER_TAKEN')
      await write(table, [
        {
          put: { ...key, staffId, expiresAt, spentOn: { providerId, learner } },
          when: { expression: 'attribute_exists(pk) AND attribute_not_exists(spentOn)' },
        },
        {
          put: {
            ...keys.learner(providerId, learner),
            learner,
            staffId,
            boundAt: timestamp(clock),
          },
          when: {
            expression: 'attribute_not_exists(pk) OR staffId = :staffId',
            values: { ':staffId': staffId },
          },
        },
      ])
      return succeed({ learner, bound: true as const })
    })
