import { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'

const Message = z.object({
  id: z.number(),
  messageId: z.string(),
  at: z.string(),
  from: z.string(),
  to: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  times: z.number(),
})
export type Message = z.infer<typeof Message>

/** Every message that the system has sent, kept on disk before it is acknowledged. */
export interface Inbox {
  add(message: Omit<Message, 'id' | 'times'>): void
  /** In the order of arrival. */
  all(): Message[]
  close(): void
}

export const openInbox = (file: string): Inbox => {
  const database = new DatabaseSync(file)
  database.exec(`PRAGMA journal_mode = WAL;
    CREATE TABLE IF NOT EXISTS message (id INTEGER PRIMARY KEY, messageId TEXT NOT NULL UNIQUE, at TEXT NOT NULL,
      "from" TEXT NOT NULL, "to" TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL, html TEXT NOT NULL,
      times INTEGER NOT NULL DEFAULT 1)`)
  // A message that comes twice is one message: a mail may be sent again after a crash, under the same id.
  const insert = database.prepare(
    'INSERT INTO message (messageId, at, "from", "to", subject, text, html) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (messageId) DO UPDATE SET times = times + 1',
  )
  const select = database.prepare('SELECT * FROM message ORDER BY id')
  return {
    add: ({ messageId, at, from, to, subject, text, html }) => {
      insert.run(messageId, at, from, JSON.stringify(to), subject, text, html)
    },
    all: () => select.all().map((row) => Message.parse(row)),
    close: () => database.close(),
  }
}
