import * as z from 'zod'
import type { Actor } from '../organisations/account.ts'
import { isRegion } from '../organisations/region.ts'
import { timestamp } from '../platform/clock.ts'
import { keys } from '../platform/keys.ts'
import { toMail } from '../platform/letter.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { read, type Table, write } from '../platform/table.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import { testLetter } from './onboarding-letters.ts'
import { postLink } from './post-link.ts'

const MailTest = z.object({ at: z.string(), by: z.string(), taken: z.boolean() })
export type MailTest = z.infer<typeof MailTest>

/** What came of the last mail that tried whether mails arrive. */
export const readMailTest = async (table: Table): Promise<MailTest | undefined> => {
  const item = await read(table, keys.mailTest)
  return item && MailTest.parse(item)
}

/** Sends whoever asks a mail; whether the mail server took it is kept. By the region. */
export const testMail =
  ({ table, clock, mailer, publicUrl }: WritingHost) =>
  async (actor: Actor): Promise<Outcome<{ taken: boolean; at: string }, 'NOT_ALLOWED'>> => {
    if (!(await isRegion(table, actor))) return refuse('NOT_ALLOWED')
    const at = timestamp(clock)
    const taken = await postLink(
      mailer,
      toMail(testLetter(publicUrl), `test-${actor.id}-${clock.now()}`, [actor.email]),
    )
    const test: MailTest = { at, by: actor.id, taken }
    await write(table, [
      {
        put: { ...keys.mailTest, ...test },
        when: { expression: 'attribute_exists(pk) OR attribute_not_exists(pk)' },
      },
    ])
    return succeed({ taken, at })
  }
