import * as z from 'zod'
import { correctors, personAndReaders, readers } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import { Paging, pageOf, prose } from '../platform/shapes.ts'

export const CertificateView = z
  .object({
    number: z.string(),
    kind: z.enum(['annual', 'induction', 'transfer']),
    year: z.number().int(),
    obligation: z.string(),
    status: z.enum(['valid', 'revoked', 'corrected']),
    verifyCode: z.string(),
    issuedOn: z.string(),
    staffId: z.string(),
  })
  .meta({ id: 'Certificate' })
export type CertificateView = z.infer<typeof CertificateView>

const numberParams = z.object({ number: z.string().min(1).max(100) })

export const listCertificates = {
  id: 'list-certificates',
  callers: personAndReaders,
  summary: "A person's certificates; the caller's own where no person is named",
  query: Paging.extend({ staff: z.string().min(1).max(100).optional() }),
  reply: pageOf(CertificateView),
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

/** What a certificate says that its person has completed. */
const Statement = z.looseObject({
  hours: z.object({ public: z.number(), professional: z.number(), total: z.number() }),
  days: z.number(),
})

export const CertificateWhole = CertificateView.extend({
  /** As issued and signed; it never changes. */
  content: z.looseObject({}),
  signature: z.string(),
  keyId: z.string(),
  algorithm: z.literal('ES256'),
  /** What it says now; differs from its content after a correction. */
  says: Statement,
  revokedOn: z.string().nullable(),
  /** After a fraud: who confirmed honest completion, on which day, and why; null: nobody. */
  superseded: z
    .object({ on: z.string(), by: z.string(), byName: z.string().nullable(), note: z.string() })
    .nullable(),
  corrections: z.array(
    Statement.extend({ on: z.string(), reason: z.enum(['ledger', 'restored', 'upheld']) }),
  ),
  /** Its changes, the oldest first. */
  history: z.array(
    z.object({
      kind: z.enum(['corrected', 'revoked']),
      on: z.string(),
      reason: z.enum(['ledger', 'restored', 'upheld', 'not_met', 'fraud']),
      /** Who made the change; `system` where it followed from the ledger. */
      by: z.string(),
      byName: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  mayRevoke: z.boolean().meta({
    description: 'Whether the reader could revoke it, or certify anew after a fraud (Art. 32, 35).',
  }),
  revokers: z.array(z.string()).meta({ description: 'The authorities that may, by name.' }),
}).meta({ id: 'CertificateWhole' })
export type CertificateWhole = z.infer<typeof CertificateWhole>

export const readCertificate = {
  id: 'read-certificate',
  callers: personAndReaders,
  summary: 'A certificate with its frozen content and signature, and what became of it',
  params: numberParams,
  reply: CertificateWhole,
  refuses: ['NOT_FOUND', 'SIGNATURE_MISMATCH', 'SIGNING_KEY_MISSING'],
} as const satisfies Operation

export const revokeCertificate = {
  id: 'revoke-certificate',
  callers: correctors,
  known: readers,
  summary: 'A higher authority revokes a certificate that was got by fraud, for ever (Art. 32)',
  params: numberParams,
  body: z.object({ reason: prose(1000) }).meta({ id: 'Revocation' }),
  reply: CertificateWhole,
  status: 201,
  refuses: ['CERTIFICATE_REVOKED', 'NOT_ALLOWED', 'NOT_FOUND', 'OWN_REQUEST'],
} as const satisfies Operation

export const certifyAnew = {
  id: 'certify-anew',
  callers: correctors,
  known: readers,
  summary:
    'A higher authority confirms honest completion after a fraud: another certificate, of its own number, is issued (Art. 32, 35)',
  params: numberParams,
  body: z.object({ reason: prose(1000) }).meta({ id: 'Confirmation' }),
  reply: CertificateWhole,
  status: 201,
  refuses: [
    'CERTIFICATE_NOT_REVOKED',
    'CERTIFICATE_SUPERSEDED',
    'FRAUD_STILL_COUNTS',
    'NOT_ALLOWED',
    'NOT_FOUND',
    'OBLIGATION_NOT_MET',
    'OWN_REQUEST',
  ],
} as const satisfies Operation

export const readCertificatePdf = {
  id: 'read-certificate-pdf',
  callers: personAndReaders,
  summary: 'The certificate as an A4 PDF',
  params: numberParams,
  reply: z.string(),
  answers: 'application/pdf',
  refuses: ['NOT_FOUND', 'SIGNATURE_MISMATCH', 'SIGNING_KEY_MISSING'],
} as const satisfies Operation
