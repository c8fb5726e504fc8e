import { serve } from '../organisations/session.ts'
import { faultsOf } from '../platform/faults.ts'
import { multipartFile } from '../platform/multipart-file.ts'
import { objectsFromEnvironment } from '../platform/objects.ts'
import type { ObjectStore } from '../platform/objects-port.ts'
import { type RecordsHost, recordsHost } from '../platform/records-host.ts'
import { refuse, succeed } from '../platform/refusals.ts'
import type { Scanner } from '../platform/scanner-port.ts'
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

interface Host extends RecordsHost {
  readonly objects: ObjectStore
  readonly scanner?: Scanner
}

export const handler = serve(
  evidenceWrites,
  // A scanner is a host's to give: Lambda's environment names none.
  (): Host => ({ ...recordsHost(), objects: objectsFromEnvironment() }),
  {
    'POST /evidence': async ({ host, event, actor }) => {
      if (event.headers['content-type']?.startsWith('application/json')) {
        const announced = Announcement.safeParse(parseJson(event.body ?? ''), { reportInput: true })
        if (!announced.success) return refuse('INPUT_INVALID', { errors: faultsOf(announced.error) })
        const prepared = await announceEvidence(host)(announced.data, actor)
        if (!prepared.ok) return prepared
        const { evidence, upload } = prepared.value
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
