import { once } from 'node:events'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import type { Inbox } from './inbox.ts'

export interface Receiver {
  readonly port: number
  close(): Promise<void>
}

/** An SMTP server on a free port of this machine that delivers everything to the inbox. */
export const startReceiver = async (inbox: Inbox, at: () => string): Promise<Receiver> => {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const receive = async () => {
        const mail = await simpleParser(stream)
        inbox.add({
          messageId: mail.messageId ?? `<${session.id}@unknown>`,
          at: at(),
          from: mail.from?.text ?? '',
          to: session.envelope.rcptTo.map(({ address }) => address),
          subject: mail.subject ?? '',
          text: mail.text ?? '',
          html: typeof mail.html === 'string' ? mail.html : '',
        })
      }
      receive().then(
        () => done(),
        (error: unknown) =>
          done(error instanceof Error ? error : new Error('The message could not be kept.')),
      )
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('The mail receiver has no port.')
  return { port: address.port, close: () => new Promise((resolve) => server.close(() => resolve())) }
}
