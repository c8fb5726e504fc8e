import { MetricUnit } from '@aws-lambda-powertools/metrics'
import { type Clock, timestamp } from './clock.ts'
import { ConditionFailedError } from './condition-failed.ts'
import { logger } from './logger.ts'
import type { Mail, Mailer } from './mail.ts'
import { mapConcurrently } from './map-concurrently.ts'
import { metrics } from './metrics.ts'
import { type Table, write } from './table.ts'
import { dropMail, mailDue, triedAgain, type UnsentMail } from './unsent-mail.ts'

interface Host {
  readonly table: Table
  readonly mailer: Mailer
  readonly clock: Clock
}

/**
 * Sends a kept message; false where the mail server refuses it, which is noted on its record. No fault where
 * another sent it at the same time and removed the record.
 */
export const sendKept = async ({ table, mailer, clock }: Host, mail: UnsentMail): Promise<boolean> => {
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

/** Messages that are sent at once. */
const WIDTH = 4

/** What an act has to tell: written with it (`keepDue`), sent after it (`sendDue`). Whom nobody can be written to gets none. */
export const mailsDue = (mails: readonly Mail[], at: string): UnsentMail[] =>
  mails.filter(({ to }) => to.length > 0).map((mail) => mailDue(mail, at))

/**
 * Sends the messages that were written with an act. What a crash leaves of them, or the mail server doesn't take, the
 * reconciler sends: under the same id, so that a repeat is the same message. It fails no act that is done.
 */
export const sendDue = async (host: Host, due: readonly UnsentMail[]): Promise<void> => {
  await mapConcurrently(due, WIDTH, async (mail) => {
    try {
      if (await sendKept(host, mail)) return
      logger.warn('A mail could not be sent and is kept.', { mail: mail.id })
      metrics.addMetric('MailsKept', MetricUnit.Count, 1)
    } catch (error) {
      logger.error('A mail may be sent twice: it stays kept.', { mail: mail.id, error })
    }
  })
}
