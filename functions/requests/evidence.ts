import { createHash } from 'node:crypto'
import * as z from 'zod'
import { OrganisationId, RequestId, StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { read, readAll, type Table, type Write } from '../platform/table.ts'
import type { Request } from './request.ts'

/** A proof that was uploaded: judged by its content, kept under its own key in the object store. */
export const Evidence = z.object({
  id: z.string(),
  sha256: z.string(),
  size: z.number().int(),
  type: z.string(),
  /** As its file was called where it came from; undefined: the caller said none. */
  name: z.string().optional(),
  uploadedBy: z.string(),
  uploadedAt: z.string(),
  objectKey: z.string(),
  /** `announced`: the browser has not uploaded the bytes yet; `kept`: the object store has them. */
  state: z.enum(['announced', 'kept']),
})
export type Evidence = z.infer<typeof Evidence>

/** Who holds a proof: the first claim that used it (Art. 40). */
export const ProofHolder = z.object({
  fingerprint: z.string(),
  requestId: RequestId,
  /** The person; a class's proofs are held by its request. */
  staffId: StaffId.or(RequestId),
  institutionId: OrganisationId,
  claimedOn: z.string(),
})
export type ProofHolder = z.infer<typeof ProofHolder>

/** Who holds a request's proofs, as the guard of Article 40 tells it. */
export const holderOf = (
  { id, staffId, institutionId }: Request,
  claimedOn: string,
): Omit<ProofHolder, 'fingerprint'> => ({ requestId: id, staffId: staffId ?? id, institutionId, claimedOn })

/** A certificate's number is a proof of its own: the same one scanned twice gives two files. */
export const certificateFingerprint = (issuer: string, certificateNo: string): string => {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .replace(/[\s\-–—_/]/g, '')
      .toUpperCase()
  return createHash('sha256')
    .update(`${plain(issuer)}\n${plain(certificateNo)}`)
    .digest('hex')
}

export const putEvidence = (evidence: Evidence): Write => ({
  put: { ...keys.evidence(evidence.id), ...evidence },
  when: { expression: 'attribute_not_exists(pk)' },
})

/** An announced file has arrived. */
export const replaceEvidence = (evidence: Evidence): Write => ({
  put: { ...keys.evidence(evidence.id), ...evidence },
  when: { expression: 'attribute_exists(pk)' },
})

/** Takes a proof for a claim; fails while another request holds it. */
export const takeProof = (holder: ProofHolder): Write => ({
  put: { ...keys.proof(holder.fingerprint), ...holder },
  when: { expression: 'attribute_not_exists(pk) OR requestId = :own', values: { ':own': holder.requestId } },
})

/** Releases a proof that the request holds; fails while another request holds it. */
export const releaseProof = (fingerprint: string, requestId: RequestId): Write => ({
  remove: keys.proof(fingerprint),
  when: { expression: 'attribute_not_exists(pk) OR requestId = :own', values: { ':own': requestId } },
})

export const readProofs = async (table: Table, fingerprints: readonly string[]): Promise<ProofHolder[]> =>
  (await readAll(table, fingerprints.map(keys.proof))).map((item) => ProofHolder.parse(item))

export const readEvidence = async (table: Table, id: string): Promise<Evidence | undefined> => {
  const item = await read(table, keys.evidence(id))
  return item && Evidence.parse(item)
}

/** Files that somebody uploaded and the store has, in the order of their ids; undefined where one is not. */
export const ownFiles = async (
  table: Table,
  ids: readonly string[],
  accountId: string,
): Promise<Evidence[] | undefined> => {
  const found = await readEvidenceList(table, ids)
  const are = found.filter(({ state, uploadedBy }) => state === 'kept' && uploadedBy === accountId)
  return are.length === new Set(ids).size
    ? ids.flatMap((id) => are.filter((one) => one.id === id))
    : undefined
}

export const readEvidenceList = async (table: Table, ids: readonly string[]): Promise<Evidence[]> =>
  (await readAll(table, ids.map(keys.evidence))).map((item) => Evidence.parse(item))
