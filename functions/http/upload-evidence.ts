import { http } from '../organisations/session.ts'
import { clock } from '../platform/clock.ts'
import { faultsOf } from '../platform/faults.ts'
import { objects } from '../platform/objects.ts'
import { refuse } from '../platform/refusals.ts'
import { created } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import type { Evidence } from '../requests/evidence.ts'
import { Announcement, uploadEvidence } from '../requests/evidence-api.ts'
import { announceEvidence, keepEvidence } from '../requests/keep-evidence.ts'
import { multipartFile } from './multipart-file.ts'

const view = ({ id, sha256, size, type }: Evidence) => ({ id, sha256, size, type })

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const handler = http(uploadEvidence, async ({ event, actor }) => {
  const deps = { table: table(), objects: objects(), clock: clock() }
  if (event.headers['content-type']?.startsWith('application/json')) {
    const announced = Announcement.safeParse(parseJson(event.body ?? ''), { reportInput: true })
    if (!announced.success) return refuse('INPUT_INVALID', { errors: faultsOf(announced.error) })
    const { evidence, upload } = await announceEvidence(deps)(announced.data, actor)
    return created({ ...view(evidence), upload })
  }
  const file = await multipartFile(event)
  if (!file.ok) return file
  const kept = await keepEvidence(deps)(file.value, actor)
  return kept.ok ? created(view(kept.value)) : kept
})
