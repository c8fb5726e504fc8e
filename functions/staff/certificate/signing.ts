import { createHash, createPublicKey, verify } from 'node:crypto'
import canonicalize from 'canonicalize'
import { CertificateContent } from './content.ts'
import { hasLowS, withLowS } from './ecdsa.ts'

/** Holds a private key of the curve P-256 and signs with it. */
export interface Signer {
  /** Names the key for ever: a later key has another id. */
  readonly keyId: string
  /** ECDSA over the SHA-256 of the bytes; answers r‖s, 64 bytes (IEEE P1363). */
  sign(bytes: Uint8Array): Promise<Uint8Array>
  /** SubjectPublicKeyInfo. */
  publicKeyPem(): Promise<string>
}

export interface SignedCertificate {
  readonly content: CertificateContent
  /** r‖s in base64url, without padding. */
  readonly signature: string
  readonly keyId: string
  readonly algorithm: 'ES256'
}

/** The bytes that are signed: the content as canonical JSON (RFC 8785), whatever the order of its fields. */
const bytesOf = (content: CertificateContent): Buffer => Buffer.from(canonicalize(content) ?? '')

/** SHA-256 of the content's canonical bytes, in hexadecimal. */
export const fingerprintOf = (content: CertificateContent): string =>
  createHash('sha256').update(bytesOf(content)).digest('hex')

/** Signs what a certificate says (ES256). The content is parsed first: nothing malformed is ever signed. */
export const signCertificate = async (
  content: CertificateContent,
  signer: Signer,
): Promise<SignedCertificate> => {
  const parsed = CertificateContent.parse(content)
  const signature = withLowS(await signer.sign(bytesOf(parsed)))
  return {
    content: parsed,
    signature: Buffer.from(signature).toString('base64url'),
    keyId: signer.keyId,
    algorithm: 'ES256',
  }
}

/**
 * Whether the certificate says what was signed with the key, to the byte. Every certificate has just one accepted
 * spelling of its signature: s is the lower one, and base64url has no stray bits. Throws where the PEM is no key.
 */
export const verifyCertificate = (certificate: SignedCertificate, publicKeyPem: string): boolean => {
  const content = CertificateContent.safeParse(certificate.content)
  const signature = Buffer.from(certificate.signature, 'base64url')
  if (!content.success || certificate.algorithm !== 'ES256' || !hasLowS(signature)) return false
  if (signature.toString('base64url') !== certificate.signature) return false
  const key = createPublicKey(publicKeyPem)
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') return false
  return verify('sha256', bytesOf(content.data), { key, dsaEncoding: 'ieee-p1363' }, signature)
}
