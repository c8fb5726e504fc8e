import { logger } from '../platform/logger.ts'
import type { Mail, Mailer } from '../platform/mail.ts'

/**
 * Sends a mail with a secret link; false where the mail server refuses it. Such a mail is not kept for a
 * later try, because its link would stand in the table: whoever asked sends it again.
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
