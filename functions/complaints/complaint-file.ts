import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import * as z from 'zod'
import { complaintTerms } from '../../rules/complaints.ts'
import { addDays } from '../platform/clock.ts'
import { COMPLAINANTS_KEPT, keys } from '../platform/keys.ts'
import { isNew, read, readPartition, type Table, type Write } from '../platform/table.ts'
import { SealedIdentity } from './secrecy.ts'

/** A file of a complaint, by its number; what its file was called is not kept. */
export const ComplaintFile = z.object({
  number: z.number().int(),
  type: z.enum(['application/pdf', 'image/png', 'image/jpeg']),
  size: z.number().int(),
  at: z.string(),
  /** By which the same bytes are known again; says nothing of them without the key. */
  mark: z.string(),
  /** Where its bytes lie; says nothing of the complaint. */
  objectKey: z.string(),
  /** The key of its bytes, sealed as identities are: once this item is deleted nobody reads them any more. */
  sealedKey: SealedIdentity,
})
export type ComplaintFile = z.infer<typeof ComplaintFile>

export const newFile = (complaintId: string, file: ComplaintFile): Write => ({
  put: { ...keys.complaintFile(complaintId, file.number), ...file },
  when: isNew,
})

export const filesOfComplaint = async (table: Table, complaintId: string): Promise<ComplaintFile[]> =>
  (await readPartition(table, keys.complaint(complaintId).pk, 'FILE#')).map((item) =>
    ComplaintFile.parse(item),
  )

export const readFile = async (
  table: Table,
  complaintId: string,
  number: number,
): Promise<ComplaintFile | undefined> => {
  const item = await read(table, keys.complaintFile(complaintId, number))
  return item && ComplaintFile.parse(item)
}

/** From the end of a matter on its files are kept as long as who complained, for they may tell it. */
export const keepFilesUntilTerm = async (
  table: Table,
  complaintId: string,
  closedOn: string,
): Promise<Write[]> =>
  (await filesOfComplaint(table, complaintId)).map((file) => ({
    put: {
      ...keys.complaintFile(complaintId, file.number),
      ...file,
      swept: COMPLAINANTS_KEPT,
      sweptOrder: addDays(closedOn, complaintTerms.identityDays),
    },
    when: { expression: 'attribute_exists(pk)' },
  }))

const NONCE = 12
const TAG = 16

/** Bytes under a key of their own (AES-256-GCM): nonce, tag, cipher. */
export const encryptBytes = (bytes: Uint8Array, key: Uint8Array): Buffer => {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** @throws Error they were changed since, or are under another key */
export const decryptBytes = (bytes: Uint8Array, key: Uint8Array): Buffer => {
  const sealed = Buffer.from(bytes)
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE))
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG))
  return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()])
}
