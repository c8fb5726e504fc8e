import type { Actor } from '../organisations/account.ts'
import { timestamp } from '../platform/clock.ts'
import { ConditionFailedError } from '../platform/condition-failed.ts'
import type { ObjectStore } from '../platform/objects-port.ts'
import { putNew } from '../platform/ranges.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { complaintAtDesk } from './at-desk.ts'
import { type ComplaintFile, decryptBytes, readFile } from './complaint-file.ts'
import { readingItem } from './readings.ts'
import { openText, type SecretHost } from './secrecy.ts'

interface Host extends RecordsHost, SecretHost {
  readonly objects: ObjectStore
}

/**
 * Opens a file of a complaint, for one of those who inquire: handwriting, a signature or a picture may tell who
 * complained, so it is read as an identity is, on record with its reason before anything is answered.
 */
export const readComplaintFile =
  (host: Host) =>
  async (
    id: string,
    number: number,
    reason: string,
    actor: Actor,
  ): Promise<Outcome<{ bytes: Uint8Array; type: ComplaintFile['type'] }, 'NOT_FOUND'>> => {
    const found = await complaintAtDesk(host, id, actor)
    if (found === undefined || !found.inquires) return refuse('NOT_FOUND')
    const file = await readFile(host.table, id, number)
    const object = file && (await host.objects.get(file.objectKey))
    if (file === undefined || object === undefined) return refuse('NOT_FOUND')
    const at = timestamp(host.clock)
    const isNoted = await putNew(
      host.table,
      readingItem(found.complaint, actor, { at, reason, file: number }),
    )
    if (!isNoted) throw new ConditionFailedError([0])
    const key = Buffer.from(await openText(host, `${id}/${number}`, file.sealedKey), 'base64url')
    return succeed({ bytes: decryptBytes(object.bytes, key), type: file.type })
  }
