import * as z from 'zod'
import { CertificateContent } from '../kit/certificate/content.ts'
import { keys, lists, lookups } from './keys.ts'
import { isNew, read, readIndex, readPartition, type Table, type Write } from './table.ts'

/** A certificate for ever: its content and signature are frozen; only its status may change. */
export const Certificate = z.object({
  content: CertificateContent,
  signature: z.string(),
  keyId: z.string(),
  algorithm: z.literal('ES256'),
  status: z.enum(['valid', 'revoked', 'corrected']),
})
export type Certificate = z.infer<typeof Certificate>

/** One per person and obligation, ever: of two that are issued at once, the second fails. */
export const newCertificate = (certificate: Certificate): Write => {
  const { staffId, obligation, number, verifyCode } = certificate.content
  return {
    put: {
      ...keys.certificate(staffId, obligation),
      ...certificate,
      found: lookups.certificateNumber(number),
      foundOrder: staffId,
      listed: lists.verifyCode(verifyCode),
      listedOrder: staffId,
    },
    when: isNew,
  }
}

export const certificatesOf = async (table: Table, staffId: string): Promise<Certificate[]> =>
  (await readPartition(table, keys.person(staffId).pk, 'CERTIFICATE#')).map((item) => Certificate.parse(item))

/** The certificate of an obligation, read strongly consistent. */
export const certificateOf = async (
  table: Table,
  staffId: string,
  obligation: string,
): Promise<Certificate | undefined> => {
  const item = await read(table, keys.certificate(staffId, obligation))
  return item && Certificate.parse(item)
}

const first = async (
  table: Table,
  index: 'found' | 'listed',
  value: string,
): Promise<Certificate | undefined> => {
  const [item] = (await readIndex(table, index, value, { limit: 1 })).items
  return item && Certificate.parse(item)
}

export const certificateByNumber = (table: Table, number: string) =>
  first(table, 'found', lookups.certificateNumber(number))

class CertificateMissing extends Error {
  override name = 'CertificateMissing'
}

/** @throws CertificateMissing: a workflow's next try finds it, once the index has it. */
export const requireCertificate = async (table: Table, number: string): Promise<Certificate> => {
  const certificate = await certificateByNumber(table, number)
  if (certificate === undefined) throw new CertificateMissing(`There is no certificate ${number} yet.`)
  return certificate
}

/** `code` without hyphens, in capitals, as it is normalised. */
export const certificateByCode = (table: Table, code: string) =>
  first(table, 'listed', lists.verifyCode(code))
