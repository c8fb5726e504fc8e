import { logger } from '../platform/logger.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { PublicKey, PublicKeys } from '../staff/certificate/public-keys.ts'
import { isSignedBy, verifyCertificate } from '../staff/certificate/signing.ts'
import { type Certificate, CertificateUnreadableError, correctionBytes } from '../staff/certificate.ts'

type Unvouched = 'SIGNATURE_MISMATCH' | 'SIGNING_KEY_MISSING'

/** Refuses to say anything of a certificate, and logs the reason for an operator. */
const unvouched = (code: Unvouched, number: string, error?: unknown) => {
  logger.error('A certificate can not be vouched for.', { code, number, error })
  return refuse(code)
}

/** Whether a certificate's status is that of its last change, and its version counts all changes. */
const isConsistent = ({ status, history, version }: Certificate): boolean =>
  status === (history.at(-1)?.kind ?? 'valid') && version >= 1 + history.length

/** Whether content and signed corrections match their signatures; undefined where a key is not published. */
const isSigned = (certificate: Certificate, keys: readonly PublicKey[]): boolean | undefined => {
  const keyFor = (keyId: string) => keys.find((key) => key.keyId === keyId)?.pem
  const pem = keyFor(certificate.keyId)
  if (pem === undefined) return undefined
  if (!verifyCertificate(certificate, pem)) return false
  for (const change of certificate.history) {
    if (change.kind !== 'corrected' || change.signed === undefined) continue
    const own = keyFor(change.signed.keyId)
    if (own === undefined) return undefined
    if (!isSignedBy(correctionBytes(certificate, change), change.signed, own)) return false
  }
  return true
}

/**
 * Finds a certificate and checks it by the published keys before anything is said of it: its content at issue
 * and each signed correction. A correction without a signature rests on the issue's. `asked`: whether it is
 * the one asked for.
 */
export const vouchedCertificate = async (
  publicKeys: PublicKeys,
  find: () => Promise<Certificate | undefined>,
  asked: (certificate: Certificate) => boolean,
): Promise<Outcome<Certificate, Unvouched | 'NOT_FOUND'>> => {
  let certificate: Certificate | undefined
  try {
    certificate = await find()
  } catch (error) {
    if (!(error instanceof CertificateUnreadableError)) throw error
    return unvouched('SIGNATURE_MISMATCH', 'unreadable', error)
  }
  if (certificate === undefined) return refuse('NOT_FOUND')
  const { number } = certificate.content
  let keys: readonly PublicKey[]
  try {
    keys = await publicKeys.all()
  } catch (error) {
    return unvouched('SIGNING_KEY_MISSING', number, error)
  }
  const signed = isSigned(certificate, keys)
  if (signed === undefined) return unvouched('SIGNING_KEY_MISSING', number)
  return signed && isConsistent(certificate) && asked(certificate)
    ? succeed(certificate)
    : unvouched('SIGNATURE_MISMATCH', number)
}
