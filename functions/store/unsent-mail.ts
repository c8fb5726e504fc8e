import * as z from 'zod'
import { type Page, type PageRequest, readIndex, type Table, type Write } from './table.ts'

/** A message that the mail server did not take: kept until the reconciler has sent it. */
export const UnsentMail = z.object({
  id: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
})
export type UnsentMail = z.infer<typeof UnsentMail>

const UNSENT = 'UNSENT'
const keyOf = (id: string) => ({ pk: `MAIL#${id}`, sk: 'MAIL' })
const always = { expression: 'attribute_exists(pk) OR attribute_not_exists(pk)' }

export const keepMail = (mail: UnsentMail, at: string): Write => ({
  put: { ...keyOf(mail.id), ...mail, swept: UNSENT, sweptOrder: `${at}#${mail.id}` },
  when: always,
})

export const dropMail = (id: string): Write => ({ remove: keyOf(id), when: always })

export const unsentMail = async (
  table: Table,
  page: PageRequest,
): Promise<{ items: UnsentMail[]; cursor: Page['cursor'] }> => {
  const { items, cursor } = await readIndex(table, 'swept', UNSENT, page)
  return { items: items.map((item) => UnsentMail.parse(item)), cursor }
}
