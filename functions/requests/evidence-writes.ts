import { serve } from '../organisations/session.ts'
import { faultsOf } from '../platform/faults.ts'
import { multipartFile } from '../platform/multipart-file.ts'
import { objectsFromEnvironment } from '../platform/objects.ts'
import { recordsHost } from '../platform/records-host.ts'
import { refuse, succeed } from '../platform/refusals.ts'
import type { Evidence } from './evidence.ts'
import { Announcement } from './evidence-api.ts'
import { evidenceWrites } from './functions.ts'
import { announceEvidence, completeEvidence, keepEvidence } from './keep-evidence.ts'

const view = ({ id, sha256, size, type }: Evidence) => ({ id, sha256, size, type })

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const handler = serve(
  evidenceWrites,
  () => ({ ...recordsHost(), objects: objectsFromEnvironment() }),
  {
    'POST /evidence': async ({ host, event, actor }) => {
      if (event.headers['content-type']?.startsWith('application/json')) {
        const announced = Announcement.safeParse(parseJson(event.body ?? ''), { reportInput: true })
        if (!announced.success) return refuse('INPUT_INVALID', { errors: faultsOf(announced.error) })
        const { evidence, upload } = await announceEvidence(host)(announced.data, actor)
        return succeed({ ...view(evidence), upload })
      }
      const file = await multipartFile(event)
      if (!file.ok) return file
      const kept = await keepEvidence(host)(file.value, actor)
      return kept.ok ? succeed(view(kept.value)) : kept
    },
    'POST /evidence/{id}': async ({ host, params, actor }) => {
      const kept = await completeEvidence(host)(params.id, actor)
      if (!kept.ok) return kept
      const { id, sha256, size, type } = kept.value
      return succeed({ id, sha256, size, type })
    },
  },
)
