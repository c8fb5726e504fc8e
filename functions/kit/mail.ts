import { createTransport } from 'nodemailer'
import { port } from './port.ts'
import { smtpSettings } from './smtp-settings.ts'

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

const smtp = (): Mailer => {
  let transport: Promise<{ send: Mailer['send'] }> | undefined
  const open = async () => {
    const settings = await smtpSettings()
    const sender = createTransport({
      host: settings.host,
      port: settings.port,
      secure: settings.secure,
      ...(settings.user ? { auth: { user: settings.user, pass: settings.password } } : {}),
    })
    const domain = settings.from.split('@')[1] ?? 'localhost'
    return {
      async send(mail: Mail) {
        await sender.sendMail({
          from: settings.from,
          to: [...mail.to],
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          messageId: `<${mail.id}@${domain}>`,
        })
      },
    }
  }
  return {
    async send(mail) {
      transport ??= open()
      await (await transport).send(mail)
    },
  }
}

export const mailer = port<Mailer>(smtp)
