import * as z from 'zod'
import type { StaffId } from '../platform/ids.ts'
import { keys, lists, lookups } from '../platform/keys.ts'
import { atVersion, isNew, readIndex, readPartition, type Table, type Write } from '../platform/table.ts'
import { CertificateContent } from './certificate/content.ts'
import { canonicalBytes, type SignedCertificate } from './certificate/signing.ts'
import type { LedgerEntry } from './ledger.ts'
import type { Person } from './person.ts'
import { certifiedBefore } from './taken-over.ts'

const { completedOn, hours, days, deemed } = CertificateContent.shape

/** What a certificate says that its person has completed: the only part that a correction replaces. */
export const CertificateStatement = z.object({ completedOn, hours, days, deemed })
export type CertificateStatement = z.infer<typeof CertificateStatement>

/** What became of a certificate after its issue. */
export const CertificateChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('corrected'),
    on: z.string(),
    at: z.string(),
    /**
     * `ledger`: the ledger behind it was corrected; `restored`: revoked, and its obligation is met again; `upheld`:
     * revoked, and an objection to that was upheld, by `by`.
     */
    reason: z.enum(['ledger', 'restored', 'upheld']),
    by: z.string().optional(),
    says: CertificateStatement,
    /** Signed as the issue is, right after; `by` is whose work that was. */
    signed: z
      .object({ signature: z.string(), keyId: z.string(), algorithm: z.literal('ES256'), by: z.string() })
      .optional(),
  }),
  z.object({
    kind: z.literal('revoked'),
    on: z.string(),
    at: z.string(),
    /** `not_met`: the obligation is met no more; `fraud`: a person revoked it, for ever (Art. 32). */
    reason: z.enum(['not_met', 'fraud']),
    /** Who revoked it; `system` where the ledger holds too little any more. */
    by: z.string(),
    note: z.string().optional(),
  }),
])
export type CertificateChange = z.infer<typeof CertificateChange>

/** A certificate, kept for ever: content and signature never change; later changes stand in `history`. */
export const Certificate = z.object({
  content: CertificateContent,
  signature: z.string(),
  keyId: z.string(),
  algorithm: z.literal('ES256'),
  status: z.enum(['valid', 'revoked', 'corrected']),
  /** The oldest first. */
  history: z.array(CertificateChange).default([]),
  /** How many ledger entries stood behind it when it was issued, or last changed. */
  ledgerLength: z.number().int().default(0),
  version: z.number().int().default(1),
  /** The person's second, third … of one obligation, after one that was revoked for fraud; the first where nothing is said. */
  issue: z.number().int().optional(),
  /** Of one that was revoked for fraud: an authority confirmed honest completion, and another takes its place. */
  superseded: z.object({ on: z.string(), at: z.string(), by: z.string(), note: z.string() }).optional(),
})
export type Certificate = z.infer<typeof Certificate>

/** 1 when issued, and one more with every change. */
export const revisionOf = ({ version }: Certificate): number => version

/** A certificate's changes after its issue that say something anew. */
export type Correction = Extract<CertificateChange, { kind: 'corrected' }>

/** The bytes that a correction's signature covers: whose it is, which of its changes, and what it says. */
export const correctionBytes = (
  { content, history }: Pick<Certificate, 'content' | 'history'>,
  correction: Correction,
): Uint8Array => {
  const { on, at, reason, says } = correction
  const change = history.indexOf(correction) + 1
  return canonicalBytes({ version: 1, number: content.number, change, on, at, reason, says })
}

/** The corrections that nobody has signed yet: those of the versions before, or of a moment ago. */
export const unsignedCorrections = ({ history }: Pick<Certificate, 'history'>): Correction[] =>
  history.flatMap((change) => (change.kind === 'corrected' && change.signed === undefined ? [change] : []))

/** What a certificate says now: the last correction's statement, else that of its issue. */
export const statementOf = ({ content, history }: Certificate): CertificateStatement => {
  const corrected = history.findLast((change) => change.kind === 'corrected')
  return corrected?.kind === 'corrected' ? corrected.says : CertificateStatement.parse(content)
}

/**
 * Whether a certificate was revoked for fraud: no later hours restore it. Only an upheld objection does, by
 * which there was no fraud (Art. 35).
 */
export const isRevokedForEver = ({ history }: Certificate): boolean =>
  history.findLast(
    (change) =>
      (change.kind === 'revoked' && change.reason === 'fraud') ||
      (change.kind === 'corrected' && change.reason === 'upheld'),
  )?.kind === 'revoked'

/** The change that restores a revoked certificate after an upheld objection; it says what it said before. */
export const certificateStands = (
  certificate: Certificate,
  { on, at, by }: { readonly on: string; readonly at: string; readonly by: string },
): CertificateChange => ({ kind: 'corrected', on, at, by, reason: 'upheld', says: statementOf(certificate) })

/** The certificates that no other takes the place of: one an obligation. */
export const currentCertificates = (certificates: readonly Certificate[]): Certificate[] =>
  certificates.filter(({ superseded }) => superseded === undefined)

/** The certificate of an obligation that no other takes the place of. */
export const certificateOf = (
  certificates: readonly Certificate[],
  obligation: string,
): Certificate | undefined =>
  currentCertificates(certificates).find(({ content }) => content.obligation === obligation)

/** The certificate, once another is to take its place; its status and history stay. */
export const supersede = (
  before: Certificate,
  superseded: NonNullable<Certificate['superseded']>,
): Certificate => ({ ...before, superseded, version: before.version + 1 })

/** Which of an obligation's certificates the next one is: 1, or one more than there are. */
export const nextIssue = (certificates: readonly Certificate[], obligation: string): number =>
  certificates.filter(({ content }) => content.obligation === obligation).length + 1

/** Obligations whose certificate is valid, or revoked for ever: none is issued or restored for them. */
export const certifiedObligations = (certificates: readonly Certificate[]): string[] =>
  currentCertificates(certificates).flatMap((certificate) =>
    certificate.status !== 'revoked' || isRevokedForEver(certificate) ? [certificate.content.obligation] : [],
  )

/** Obligations that are certified under a number of another record of the same person, or of an earlier platform. */
export const certifiedElsewhere = ({
  person,
  entries,
}: {
  readonly person: Pick<Person, 'certifiedElsewhere'>
  readonly entries: readonly LedgerEntry[]
}): string[] =>
  [...(person.certifiedElsewhere ?? []), ...certifiedBefore(entries)].map(({ obligation }) => obligation)

const toItem = (certificate: Certificate) => {
  const { staffId, obligation, number, verifyCode } = certificate.content
  const { issue = 1 } = certificate
  return {
    ...keys.certificate(staffId, issue === 1 ? obligation : `${obligation}#${issue}`),
    ...certificate,
    found: lookups.certificateNumber(number),
    foundOrder: staffId,
    listed: lists.verifyCode(verifyCode),
    listedOrder: staffId,
  }
}

/** A newly issued certificate, with the number of ledger entries behind it. */
export const issued = (signed: SignedCertificate, ledgerLength: number, issue = 1): Certificate => ({
  ...signed,
  ...(issue === 1 ? {} : { issue }),
  status: 'valid',
  history: [],
  ledgerLength,
  version: 1,
})

/** Stores a new certificate; fails where the person has one of the obligation. */
export const newCertificate = (certificate: Certificate): Write => ({
  put: toItem(certificate),
  when: isNew,
})

/** The certificate with one change more, and the number of ledger entries behind it. */
export const changed = (
  before: Certificate,
  change: CertificateChange,
  ledgerLength: number,
): Certificate => ({
  ...before,
  status: change.kind,
  history: [...before.history, change],
  ledgerLength,
  version: before.version + 1,
})

export const changeCertificate = (before: Certificate, after: Certificate): Write => ({
  put: toItem(after),
  when: atVersion(before.version),
})

export const certificatesOf = async (table: Table, staffId: StaffId): Promise<Certificate[]> =>
  (await readPartition(table, keys.person(staffId).pk, 'CERTIFICATE#')).map((item) => Certificate.parse(item))

/** Thrown where a stored item is no certificate. */
export class CertificateUnreadableError extends Error {
  override name = 'CertificateUnreadableError'
}

const first = async (
  table: Table,
  index: 'found' | 'listed',
  value: string,
): Promise<Certificate | undefined> => {
  const [item] = (await readIndex(table, index, value, { limit: 1 })).items
  if (item === undefined) return undefined
  const parsed = Certificate.safeParse(item)
  if (!parsed.success)
    throw new CertificateUnreadableError('A certificate on record does not parse.', { cause: parsed.error })
  return parsed.data
}

/** @throws CertificateUnreadableError */
export const certificateByNumber = (table: Table, number: string) =>
  first(table, 'found', lookups.certificateNumber(number))

class CertificateMissingError extends Error {
  override name = 'CertificateMissingError'
}

/** @throws CertificateMissingError: the index may lag, so a workflow tries again. */
export const requireCertificate = async (table: Table, number: string): Promise<Certificate> => {
  const certificate = await certificateByNumber(table, number)
  if (certificate === undefined) throw new CertificateMissingError(`There is no certificate ${number} yet.`)
  return certificate
}

/** `code` without hyphens, in capitals, as it is normalised. @throws CertificateUnreadableError */
export const certificateByCode = (table: Table, code: string) =>
  first(table, 'listed', lists.verifyCode(code))
