import { MetricUnit } from '@aws-lambda-powertools/metrics'
import { type Clock, timestamp } from './clock.ts'
import { logger } from './logger.ts'
import type { Mail, Mailer } from './mail.ts'
import { metrics } from './metrics.ts'
import { type Table, write } from './table.ts'
import { keepMail } from './unsent-mail.ts'

/**
 * Sends a message, or keeps it for the reconciler: a mail server that is down never stops a workflow, and no
 * message is lost by it.
 */
export const postMail = async (
  { mailer, table, clock }: { mailer: Mailer; table: Table; clock: Clock },
  mail: Mail,
): Promise<void> => {
  if (mail.to.length === 0) return
  try {
    await mailer.send(mail)
  } catch (error) {
    // The server's words may carry addresses: only the error's name is logged.
    const name = error instanceof Error ? error.name : 'unknown'
    logger.warn('A mail could not be sent and is kept.', { mail: mail.id, error: name })
    metrics.addMetric('MailsKept', MetricUnit.Count, 1)
    await write(table, [keepMail({ ...mail, to: [...mail.to] }, timestamp(clock), name)])
  }
}

/** Sends messages, or keeps those that can't be sent now. */
export const postAll = async (
  host: Parameters<typeof postMail>[0],
  mails: readonly Mail[],
): Promise<void> => {
  for (const mail of mails) await postMail(host, mail)
}
