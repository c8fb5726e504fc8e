import { logger } from '../platform/logger.ts'
import type { Mail, Mailer } from '../platform/mail.ts'

/**
 * Sends a mail that carries a secret; false where the mail server does not take it. Unlike others such a mail is not
 * kept for a later try: its link would stand in the table. Whoever asked for it sees that, and asks again.
 */
export const postLink = async (mailer: Mailer, mail: Mail): Promise<boolean> => {
  try {
    await mailer.send(mail)
    return true
  } catch (error) {
    // The server's words may carry addresses: only the error's name is logged.
    logger.warn('A mail with a link could not be sent.', {
      mail: mail.id,
      error: error instanceof Error ? error.name : 'unknown',
    })
    return false
  }
}
