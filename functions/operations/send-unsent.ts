import type { Actor } from '../organisations/account.ts'
import { type Clock, timestamp } from '../platform/clock.ts'
import { ConditionFailedError } from '../platform/condition-failed.ts'
import type { Mailer } from '../platform/mail.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { type Table, write } from '../platform/table.ts'
import { dropMail, readUnsentMail, triedAgain, type UnsentMail, unsentMail } from '../platform/unsent-mail.ts'
import { type MailResend, recordResend } from './mail-resend.ts'

interface Deps {
  readonly table: Table
  readonly mailer: Mailer
  readonly clock: Clock
}

/** After so many failures in a row the mail server is down: the rest waits for the next sweep. */
const IN_VAIN = 3

/**
 * Sends a kept message; false where the mail server refuses it, which is noted on its record. No fault where
 * another sent it at the same time and removed the record.
 */
const send = async ({ table, mailer, clock }: Deps, mail: UnsentMail): Promise<boolean> => {
  const { id, to, subject, text, html } = mail
  try {
    await mailer.send({ id, to, subject, text, html })
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown'
    try {
      await write(table, [triedAgain(mail, timestamp(clock), name)])
    } catch (fault) {
      if (!(fault instanceof ConditionFailedError)) throw fault
    }
    return false
  }
  await write(table, [dropMail(id)])
  return true
}

/** Sends kept messages, the oldest first; one that always fails does not stop the others. */
export const sendUnsent = async (deps: Deps): Promise<number> => {
  const { items } = await unsentMail(deps.table, { limit: 100 })
  let sent = 0
  let inVain = 0
  for (const mail of items) {
    if (await send(deps, mail)) {
      sent += 1
      inVain = 0
    } else inVain += 1
    if (inVain === IN_VAIN) break
  }
  return sent
}

/** Sends a kept message for an operator, with a record before it and one of the result. */
export const resendMail =
  (deps: Deps) =>
  async (
    id: string,
    { id: by, name: byName }: Pick<Actor, 'id' | 'name'>,
  ): Promise<Outcome<{ id: string; sent: true }, 'MAIL_NOT_TAKEN' | 'NOT_FOUND'>> => {
    const mail = await readUnsentMail(deps.table, id)
    if (mail === undefined) return refuse('NOT_FOUND')
    const { table, clock } = deps
    const { subject } = mail
    const resend: MailResend = { mailId: id, subject, at: timestamp(clock), by, byName, taken: null }
    await write(table, [recordResend(resend)])
    const taken = await send(deps, mail)
    await write(table, [recordResend({ ...resend, taken })])
    return taken ? succeed({ id, sent: true }) : refuse('MAIL_NOT_TAKEN')
  }
