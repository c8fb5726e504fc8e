import * as z from 'zod'
import type { Operation } from '../kit/operation.ts'
import { Paging, pageOf } from './shapes.ts'

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
  summary: "A person's certificates; the caller's own where no person is named",
  query: Paging.extend({ staff: z.string().min(1).max(100).optional() }),
  reply: pageOf(CertificateView),
} as const satisfies Operation

export const readCertificate = {
  summary: 'A certificate with its frozen content and signature',
  params: numberParams,
  reply: CertificateView.extend({
    content: z.looseObject({}),
    signature: z.string(),
    keyId: z.string(),
    algorithm: z.literal('ES256'),
  }),
} as const satisfies Operation

export const readCertificatePdf = {
  summary: 'The certificate as an A4 PDF',
  params: numberParams,
  reply: z.string(),
  answers: 'application/pdf',
} as const satisfies Operation
