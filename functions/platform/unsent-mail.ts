import * as z from 'zod'
import { always, type Page, type PageRequest, read, readIndex, type Table, type Write } from './table.ts'

/**
 * A message that the mail server did not take, or that stands in the transaction of the act which it tells of (no attempt
 * yet, no error): kept until it was sent, by the act, the reconciler or an operator.
 */
export const UnsentMail = z.object({
  id: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  keptAt: z.string(),
  attempts: z.number().int(),
  lastTriedAt: z.string(),
  /** The name of the last error: its words may carry addresses. */
  error: z.string(),
})
export type UnsentMail = z.infer<typeof UnsentMail>

const UNSENT = 'UNSENT'
const keyOf = (id: string) => ({ pk: `MAIL#${id}`, sk: 'MAIL' })

const itemOf = (mail: UnsentMail) => ({
  ...keyOf(mail.id),
  ...mail,
  swept: UNSENT,
  sweptOrder: `${mail.keptAt}#${mail.id}`,
})

/** A message after its first attempt. */
export const keepMail = (
  mail: Pick<UnsentMail, 'id' | 'to' | 'subject' | 'text' | 'html'>,
  at: string,
  error: string,
): Write => ({
  put: itemOf({ ...mail, keptAt: at, attempts: 1, lastTriedAt: at, error }),
  when: always,
})

/** A message of an act, before its first attempt. */
export const mailDue = (
  {
    id,
    to,
    subject,
    text,
    html,
  }: Pick<UnsentMail, 'id' | 'subject' | 'text' | 'html'> & {
    readonly to: readonly string[]
  },
  at: string,
): UnsentMail => ({
  ...{ id, to: [...to], subject, text, html },
  ...{ keptAt: at, attempts: 0, lastTriedAt: at, error: '' },
})

/** Keeps messages in the transaction of their act. */
export const keepDue = (due: readonly UnsentMail[]): Write[] =>
  due.map((mail) => ({ put: itemOf(mail), when: always }))

/** Records one more failed try; does not restore a mail that someone else has sent meanwhile. */
export const triedAgain = (mail: UnsentMail, at: string, error: string): Write => ({
  put: itemOf({ ...mail, attempts: mail.attempts + 1, lastTriedAt: at, error }),
  when: { expression: 'attribute_exists(pk)' },
})

export const dropMail = (id: string): Write => ({ remove: keyOf(id), when: always })

export const readUnsentMail = async (table: Table, id: string): Promise<UnsentMail | undefined> => {
  const item = await read(table, keyOf(id))
  return item && UnsentMail.parse(item)
}

/** The oldest first. */
export const unsentMail = async (
  table: Table,
  page: PageRequest,
): Promise<{ items: UnsentMail[]; cursor: Page['cursor'] }> => {
  const { items, cursor } = await readIndex(table, 'swept', UNSENT, page)
  return { items: items.map((item) => UnsentMail.parse(item)), cursor }
}
