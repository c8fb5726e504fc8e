import { DatabaseSync } from 'node:sqlite'
import type { Adapter, AdapterPayload } from 'oidc-provider'

/** Sessions, grants and codes on disk: who is signed in stays so through a restart. */
export const openIdentityStore = (file: string): ((model: string) => Adapter) => {
  const database = new DatabaseSync(file)
  database.exec(`PRAGMA journal_mode = WAL;
    CREATE TABLE IF NOT EXISTS record (model TEXT, id TEXT, uid TEXT, grantId TEXT, payload TEXT NOT NULL,
      consumed INTEGER, expiresAt INTEGER, PRIMARY KEY (model, id));
    CREATE INDEX IF NOT EXISTS by_uid ON record (model, uid);
    CREATE INDEX IF NOT EXISTS by_grant ON record (grantId)`)
  const seconds = () => Math.floor(Date.now() / 1000)
  database.prepare('DELETE FROM record WHERE expiresAt < ?').run(seconds())
  const put = database.prepare('INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?, ?, NULL, ?)')
  const byId = database.prepare(
    'SELECT payload, consumed FROM record WHERE model = ? AND id = ? AND expiresAt >= ?',
  )
  const byUid = database.prepare(
    'SELECT payload, consumed FROM record WHERE model = ? AND uid = ? AND expiresAt >= ?',
  )
  const consume = database.prepare('UPDATE record SET consumed = ? WHERE model = ? AND id = ?')
  const remove = database.prepare('DELETE FROM record WHERE model = ? AND id = ?')
  const revoke = database.prepare('DELETE FROM record WHERE model = ? AND grantId = ?')

  const payloadOf = (row: Record<string, unknown> | undefined): AdapterPayload | undefined =>
    row && {
      ...JSON.parse(String(row.payload)),
      ...(row.consumed === null ? {} : { consumed: row.consumed }),
    }

  return (model) => ({
    async upsert(id, payload, expiresIn) {
      const expiresAt = seconds() + (expiresIn ?? 3600)
      put.run(model, id, payload.uid ?? null, payload.grantId ?? null, JSON.stringify(payload), expiresAt)
    },
    find: async (id) => payloadOf(byId.get(model, id, seconds())),
    findByUid: async (uid) => payloadOf(byUid.get(model, uid, seconds())),
    // No device signs in here.
    findByUserCode: async () => undefined,
    async consume(id) {
      consume.run(seconds(), model, id)
    },
    async destroy(id) {
      remove.run(model, id)
    },
    // Of this model alone: an interaction under way names the grant of the person signed in before, and must
    // stay.
    async revokeByGrantId(grantId) {
      revoke.run(model, grantId)
    },
  })
}
