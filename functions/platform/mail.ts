import { createTransport } from 'nodemailer'
import { type SmtpSettings, smtpSettings } from './smtp-settings.ts'

/** A message to a person. The subject never carries personal data; the id makes a repeat recognisable. */
export interface Mail {
  readonly id: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly html: string
}

export interface Mailer {
  send(mail: Mail): Promise<void>
}

/** Mail by SMTP; the settings are asked for once, when the first message is sent. */
export const smtpMailer = (settingsOf: () => Promise<SmtpSettings>): Mailer => {
  let opened: Promise<Mailer> | undefined
  const open = async (): Promise<Mailer> => {
    const { host, port, secure, from, user, password } = await settingsOf()
    const transport = createTransport({
      host,
      port,
      secure,
      ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    })
    const domain = from.split('@')[1] ?? 'localhost'
    return {
      async send({ id, to, subject, text, html }) {
        await transport.sendMail({ from, to: [...to], subject, text, html, messageId: `<${id}@${domain}>` })
      },
    }
  }
  return {
    async send(mail) {
      opened ??= open().catch((error: unknown) => {
        // Reading the settings failed: the next message tries again.
        opened = undefined
        throw error
      })
      await (await opened).send(mail)
    },
  }
}

/** The mail server of a Lambda. */
export const mailerFromEnvironment = (): Mailer => smtpMailer(smtpSettings)
