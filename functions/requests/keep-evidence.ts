import { randomBytes } from 'node:crypto'
import type { Account } from '../organisations/account.ts'
import { type Clock, timestamp } from '../platform/clock.ts'
import { base32, sha256 } from '../platform/identifiers.ts'
import { logger } from '../platform/logger.ts'
import { LARGEST_FILE } from '../platform/multipart-file.ts'
import type { ObjectStore } from '../platform/objects-port.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import type { Scanner } from '../platform/scanner-port.ts'
import { type Table, write } from '../platform/table.ts'
import { judgeUpload, type UploadType } from '../platform/uploaded-file.ts'
import { type Evidence, putEvidence, readEvidence, replaceEvidence } from './evidence.ts'
import { countUpload } from './upload-quota.ts'

interface Deps {
  readonly table: Table
  readonly objects: ObjectStore
  readonly clock: Clock
  readonly scanner?: Scanner | undefined
}

const UPLOAD_SECONDS = 15 * 60

export type FileRefusal =
  | 'FILE_DAMAGED'
  | 'FILE_HARMFUL'
  | 'FILE_LOCKED'
  | 'FILE_MISSING'
  | 'FILE_TOO_LARGE'
  | 'FILE_TYPE_REFUSED'

/**
 * The type of a file, told by its whole content; refused where it is too large, damaged, locked or harmful.
 */
export const judgeFile = async (
  bytes: Uint8Array,
  scanner: Scanner | undefined,
): Promise<Outcome<UploadType, FileRefusal>> => {
  if (bytes.length > LARGEST_FILE) return refuse('FILE_TOO_LARGE')
  if (bytes.length === 0) return refuse('FILE_MISSING')
  const type = await judgeUpload(bytes)
  if (!type.ok) return type
  const found = await scanner?.scan(bytes)
  if (found === undefined) return type
  logger.warn('An uploaded file was found harmful.', { found })
  return refuse('FILE_HARMFUL')
}

/** Puts a proof on record, and counts it among what its owner has uploaded today. */
const recordEvidence = (
  deps: Deps,
  evidence: Evidence,
  actor: Account,
): Promise<Outcome<Evidence, 'UPLOADS_TOO_MANY'>> =>
  retryOnConflict(async () => {
    const counted = await countUpload(deps, actor.id, evidence.size)
    if (counted === undefined) return refuse('UPLOADS_TOO_MANY')
    await write(deps.table, [putEvidence(evidence), counted])
    return succeed(evidence)
  })

const newId = (): string => `e${base32(randomBytes(16), 24)}`

/** Keeps a proof whose bytes came with the call. */
export const keepEvidence =
  (deps: Deps) =>
  async (bytes: Uint8Array, actor: Account): Promise<Outcome<Evidence, FileRefusal | 'UPLOADS_TOO_MANY'>> => {
    const { objects, clock, scanner } = deps
    const type = await judgeFile(bytes, scanner)
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
    // The record comes first: where today's quota is used up, no bytes are stored. A crash before the bytes
    // leaves a record that no request names.
    const recorded = await recordEvidence(deps, evidence, actor)
    if (recorded.ok) await objects.put(evidence.objectKey, bytes, { contentType: evidence.type })
    return recorded
  }

export interface Announcement {
  readonly size: number
  readonly sha256: string
  readonly type: 'application/pdf' | 'image/png' | 'image/jpeg'
  readonly name?: string | undefined
}

/** Prepares an upload that goes straight to the object store: its address holds for a quarter of an hour. */
export const announceEvidence = (deps: Deps) => async (announced: Announcement, actor: Account) => {
  const { objects, clock } = deps
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
  const recorded = await recordEvidence(deps, evidence, actor)
  return recorded.ok ? succeed({ evidence, upload }) : recorded
}

/** Takes an announced file for good, once its bytes are there and are what was announced. */
export const completeEvidence =
  ({ table, objects, scanner }: Deps) =>
  async (id: string, actor: Account) => {
    const evidence = await readEvidence(table, id)
    if (evidence === undefined || evidence.uploadedBy !== actor.id) return refuse('NOT_FOUND')
    if (evidence.state === 'kept') return succeed(evidence)
    const object = await objects.get(evidence.objectKey)
    if (object === undefined) return refuse('UPLOAD_INCOMPLETE')
    const type = await judgeFile(object.bytes, scanner)
    if (!type.ok) return type
    if (sha256(object.bytes) !== evidence.sha256 || type.value !== evidence.type)
      return refuse('UPLOAD_DIFFERS')
    const kept: Evidence = { ...evidence, size: object.bytes.length, state: 'kept' }
    await write(table, [replaceEvidence(kept)])
    return succeed(kept)
  }
