import { randomBytes } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import type { Account } from '../organisations/account.ts'
import { type Clock, timestamp } from '../platform/clock.ts'
import { base32, sha256 } from '../platform/identifiers.ts'
import { LARGEST_FILE } from '../platform/multipart-file.ts'
import type { ObjectStore } from '../platform/objects-port.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { type Table, write } from '../platform/table.ts'
import { type Evidence, putEvidence, readEvidence, replaceEvidence } from './evidence.ts'

interface Deps {
  readonly table: Table
  readonly objects: ObjectStore
  readonly clock: Clock
}

const ACCEPTED = new Set(['application/pdf', 'image/png', 'image/jpeg'])
const UPLOAD_SECONDS = 15 * 60

/** What a file is, by its content; refused where it is none of the accepted kinds, or too large. */
const judge = async (
  bytes: Uint8Array,
): Promise<Outcome<string, 'FILE_MISSING' | 'FILE_TOO_LARGE' | 'FILE_TYPE_REFUSED'>> => {
  if (bytes.length > LARGEST_FILE) return refuse('FILE_TOO_LARGE')
  if (bytes.length === 0) return refuse('FILE_MISSING')
  const type = (await fileTypeFromBuffer(bytes))?.mime
  return type !== undefined && ACCEPTED.has(type) ? succeed(type) : refuse('FILE_TYPE_REFUSED')
}

const newId = (): string => `e${base32(randomBytes(16), 24)}`

/** Keeps a proof whose bytes came with the call. */
export const keepEvidence =
  ({ table, objects, clock }: Deps) =>
  async (
    bytes: Uint8Array,
    actor: Account,
  ): Promise<Outcome<Evidence, 'FILE_MISSING' | 'FILE_TOO_LARGE' | 'FILE_TYPE_REFUSED'>> => {
    const type = await judge(bytes)
    if (!type.ok) return type
    const id = newId()
    const evidence: Evidence = {
      id,
      sha256: sha256(bytes),
      size: bytes.length,
      type: type.value,
      uploadedBy: actor.id,
      uploadedAt: timestamp(clock),
      objectKey: `evidence/${id}`,
      state: 'kept',
    }
    await objects.put(evidence.objectKey, bytes, { contentType: evidence.type })
    await write(table, [putEvidence(evidence)])
    return succeed(evidence)
  }

export interface Announcement {
  readonly size: number
  readonly sha256: string
  readonly type: 'application/pdf' | 'image/png' | 'image/jpeg'
}

/** Prepares an upload that goes straight to the object store: its address holds for a quarter of an hour. */
export const announceEvidence =
  ({ table, objects, clock }: Deps) =>
  async (announced: Announcement, actor: Account) => {
    const id = newId()
    const objectKey = `evidence/${id}`
    const upload = await objects.uploadUrl(objectKey, {
      contentType: announced.type,
      size: announced.size,
      sha256: announced.sha256,
      expiresInSeconds: UPLOAD_SECONDS,
    })
    const evidence: Evidence = {
      id,
      ...announced,
      uploadedBy: actor.id,
      uploadedAt: timestamp(clock),
      objectKey,
      state: 'announced',
    }
    await write(table, [putEvidence(evidence)])
    return { evidence, upload }
  }

/** Takes an announced file for good, once its bytes are there and are what was announced. */
export const completeEvidence =
  ({ table, objects }: Deps) =>
  async (id: string, actor: Account) => {
    const evidence = await readEvidence(table, id)
    if (evidence === undefined || evidence.uploadedBy !== actor.id) return refuse('NOT_FOUND')
    if (evidence.state === 'kept') return succeed(evidence)
    const object = await objects.get(evidence.objectKey)
    if (object === undefined) return refuse('UPLOAD_INCOMPLETE')
    const type = await judge(object.bytes)
    if (!type.ok) return type
    if (sha256(object.bytes) !== evidence.sha256 || type.value !== evidence.type)
      return refuse('UPLOAD_DIFFERS')
    const kept: Evidence = { ...evidence, size: object.bytes.length, state: 'kept' }
    await write(table, [replaceEvidence(kept)])
    return succeed(kept)
  }
