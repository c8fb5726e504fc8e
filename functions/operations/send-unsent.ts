import type { Actor } from '../organisations/account.ts'
import { type Clock, timestamp } from '../platform/clock.ts'
import type { Mailer } from '../platform/mail.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { sendKept } from '../platform/send-kept.ts'
import { type Table, write } from '../platform/table.ts'
import { readUnsentMail, unsentMail } from '../platform/unsent-mail.ts'
import { type MailResend, recordResend } from './mail-resend.ts'

interface Deps {
  readonly table: Table
  readonly mailer: Mailer
  readonly clock: Clock
}

/** After so many failures in a row the mail server is down: the rest waits for the next sweep. */
const IN_VAIN = 3

/**
 * Sends kept messages, the oldest first; one that always fails does not stop the others. What its act is about to send
 * itself is left to it for `graceMilliseconds`.
 */
export const sendUnsent = async (deps: Deps, graceMilliseconds = 0): Promise<number> => {
  const { items } = await unsentMail(deps.table, { limit: 100 })
  let sent = 0
  let inVain = 0
  for (const mail of items) {
    if (mail.attempts === 0 && Date.parse(mail.keptAt) + graceMilliseconds > deps.clock.now()) continue
    if (await sendKept(deps, mail)) {
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
    const taken = await sendKept(deps, mail)
    await write(table, [recordResend({ ...resend, taken })])
    return taken ? succeed({ id, sent: true }) : refuse('MAIL_NOT_TAKEN')
  }
