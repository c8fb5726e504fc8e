import { readTrainingArchive } from '../ledger/api.ts'
import { readTrainingArchive as read } from '../ledger/training-archive.ts'
import { http } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(readTrainingArchive, async ({ params, actor }) => {
  const archive = await read(table())(params.id, actor)
  return archive.ok ? ok(archive.value) : archive
})
