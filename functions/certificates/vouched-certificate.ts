import { logger } from '../platform/logger.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { PublicKey, PublicKeys } from '../staff/certificate/public-keys.ts'
import { isSignedBy, verifyCertificate } from '../staff/certificate/signing.ts'
import { type Certificate, CertificateUnreadableError, correctionBytes } from '../staff/certificate.ts'

type Unvouched = 'SIGNATURE_MISMATCH' | 'SIGNING_KEY_MISSING'

/** Nothing may be said of it, and an operator learns why. */
const unvouched = (code: Unvouched, number: string, error?: unknown) => {
  logger.error('A certificate can not be vouched for.', { code, number, error })
  return refuse(code)
}

/** Whether its state is that of its last change, and each change was counted once. */
const isConsistent = ({ status, history, version }: Certificate): boolean =>
  status === (history.at(-1)?.kind ?? 'valid') && version >= 1 + history.length

/** The key by its id, and what was signed with it: undefined where no published key bears it. */
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
 * A certificate on record, held to the published keys before anything is said of it: what it was issued with, and
 * every correction that was signed. A correction that nobody has signed yet rests on the signature.
 * `asked` says whether it is the one that was asked for.
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
