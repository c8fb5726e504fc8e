import { randomBytes } from 'node:crypto'
import { timestamp } from '../platform/clock.ts'
import { base32 } from '../platform/identifiers.ts'
import type { ObjectStore } from '../platform/objects-port.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import type { Scanner } from '../platform/scanner-port.ts'
import { write } from '../platform/table.ts'
import { type FileRefusal, judgeFile } from '../requests/keep-evidence.ts'
import type { FollowedComplaint } from './api.ts'
import { changeComplaint, isOver } from './complaint.ts'
import { encryptBytes, filesOfComplaint, newFile } from './complaint-file.ts'
import { viewFollowed, withKey } from './follow-complaint.ts'
import { macOf, type SecretHost, sealText } from './secrecy.ts'
import { MOST_FILES } from './terms.ts'
import { withoutMetadata } from './without-metadata.ts'
import { tooLarge } from './words.ts'

/** Bytes that a file may have: what a call to the cloud's API takes at most. */
export const LARGEST_COMPLAINT_FILE = 4 * 1024 * 1024

export interface FilesHost extends RecordsHost, SecretHost {
  readonly objects: ObjectStore
  readonly scanner?: Scanner
}

type Refused =
  | FileRefusal
  | 'FILE_NAMES_MAKER'
  | 'COMPLAINT_FILES_TOO_MANY'
  | 'INPUT_INVALID'
  | 'NOT_FOUND'
  | 'WRONG_STATE'

/**
 * Whoever has code and key adds a file: the complainant, or the desk that entered their letter and scans it. It is judged,
 * searched, kept without its name and without what it says of its maker, and encrypted under a key of its own. The same
 * file again adds nothing.
 */
export const addFile =
  (host: FilesHost) =>
  async (code: string, key: string, bytes: Uint8Array): Promise<Outcome<FollowedComplaint, Refused>> => {
    const { table, objects, clock, scanner } = host
    // Who has no key learns nothing of what a file would be found to be.
    if ((await withKey(table, code, key)) === undefined) return refuse('NOT_FOUND')
    if (bytes.length > LARGEST_COMPLAINT_FILE)
      return refuse('INPUT_INVALID', { errors: [{ pointer: '/file', detail: tooLarge }] })
    const type = await judgeFile(bytes, scanner)
    if (!type.ok) return type
    const plain = withoutMetadata(bytes, type.value)
    if (plain === undefined) return refuse('FILE_NAMES_MAKER')
    const ownKey = randomBytes(32)
    const objectKey = `complaints/${base32(randomBytes(16), 24)}`
    return retryOnConflict(async () => {
      const complaint = await withKey(table, code, key)
      if (complaint === undefined) return refuse('NOT_FOUND')
      if (isOver(complaint)) return refuse('WRONG_STATE')
      const files = await filesOfComplaint(table, complaint.id)
      const text = `${complaint.id}\n${plain.toString('base64')}`
      const mark = (await macOf(host, 'code', text)).toString('base64url')
      const known = files.find((one) => one.mark === mark)
      if (known !== undefined) return succeed(await viewFollowed(table, complaint))
      if (files.length >= MOST_FILES) return refuse('COMPLAINT_FILES_TOO_MANY')
      const number = files.length + 1
      const at = timestamp(clock)
      const sealedKey = await sealText(host, `${complaint.id}/${number}`, ownKey.toString('base64url'))
      const entry = { at, by: 'complainant', byName: '', act: 'attach' as const, text: '', shown: true }
      // The bytes come first: what is on record is there to be read.
      await objects.put(objectKey, encryptBytes(plain, ownKey), {
        contentType: 'application/octet-stream',
      })
      await write(table, [
        ...changeComplaint(complaint, complaint, [{ ...entry, text: String(number) }]),
        newFile(complaint.id, {
          number,
          type: type.value,
          size: plain.length,
          at,
          mark,
          objectKey,
          sealedKey,
        }),
      ])
      return succeed(await viewFollowed(table, { ...complaint, entries: complaint.entries + 1 }))
    })
  }
