import { readTrainingArchive as read } from '../acts/training-archive.ts'
import { readTrainingArchive } from '../api/staff.ts'
import { http } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(readTrainingArchive, async ({ params, actor }) => {
  const archive = await read(table())(params.id, actor)
  return archive.ok ? ok(archive.value) : archive
})
