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

/** What stands beside something that was signed. */
export type Signature = Pick<SignedCertificate, 'signature' | 'keyId' | 'algorithm'>

/** The bytes that are signed: canonical JSON (RFC 8785), whatever the order of its fields. */
export const canonicalBytes = (value: object): Buffer => Buffer.from(canonicalize(value) ?? '')

/** SHA-256 of the content's canonical bytes, in hexadecimal. */
export const fingerprintOf = (content: CertificateContent): string =>
  createHash('sha256').update(canonicalBytes(content)).digest('hex')

/** Signs bytes (ES256), in the one spelling that is accepted. */
export const signBytes = async (bytes: Uint8Array, signer: Signer): Promise<Signature> => ({
  signature: Buffer.from(withLowS(await signer.sign(bytes))).toString('base64url'),
  keyId: signer.keyId,
  algorithm: 'ES256',
})

/**
 * Whether bytes were signed with the key. All that is signed has just one accepted spelling of its signature: s is
 * the lower one, and base64url has no stray bits. Throws where the PEM is no key.
 */
export const isSignedBy = (
  bytes: Uint8Array,
  { signature: text, algorithm }: Signature,
  publicKeyPem: string,
): boolean => {
  const signature = Buffer.from(text, 'base64url')
  if (algorithm !== 'ES256' || !hasLowS(signature) || signature.toString('base64url') !== text) return false
  const key = createPublicKey(publicKeyPem)
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') return false
  return verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, signature)
}

/** Signs what a certificate says. The content is parsed first: nothing malformed is ever signed. */
export const signCertificate = async (
  content: CertificateContent,
  signer: Signer,
): Promise<SignedCertificate> => {
  const parsed = CertificateContent.parse(content)
  return { content: parsed, ...(await signBytes(canonicalBytes(parsed), signer)) }
}

/** Whether the certificate says what was signed with the key, to the byte. Throws where the PEM is no key. */
export const verifyCertificate = (certificate: SignedCertificate, publicKeyPem: string): boolean => {
  const content = CertificateContent.safeParse(certificate.content)
  return content.success && isSignedBy(canonicalBytes(content.data), certificate, publicKeyPem)
}
