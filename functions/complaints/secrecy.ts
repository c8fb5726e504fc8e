import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import * as z from 'zod'
import { environment } from '../platform/environment.ts'
import { base32, sha256 } from '../platform/identifiers.ts'
import { keyOfSecret } from '../platform/secret-seal.ts'

/** A host that knows the key that complaints are kept secret by: it lies outside the table (`complaint:seal`). */
export interface SecretHost {
  readonly complaintKey: () => Promise<Uint8Array>
}

/** What Lambda gives an act that was granted the key. */
export const secretHost = (): SecretHost => ({
  complaintKey: keyOfSecret(new SecretsManagerClient(), environment('COMPLAINT_SECRET'), (key) => key),
})

/** What the one key is used for: each use has a key of its own, derived from it. */
type Use = 'identity' | 'challenge' | 'code'

const keyFor = async ({ complaintKey }: SecretHost, use: Use): Promise<Buffer> =>
  Buffer.from(hkdfSync('sha256', await complaintKey(), '', `complaints/${use}`, 32))

/** HMAC-SHA256 of a text under the key of a use. */
export const macOf = async (host: SecretHost, use: Use, text: string): Promise<Buffer> =>
  createHmac('sha256', await keyFor(host, use))
    .update(text)
    .digest()

/** Text of the key's own making that nobody can guess, in the letters of codes. */
export const secretText = async (host: SecretHost, from: string, length: number): Promise<string> =>
  base32(await macOf(host, 'code', from), length)

/** By what is followed what was filed under a seed: a code to say, and the key that belongs to it. */
export const codeAndKey = async (
  host: SecretHost,
  seed: string,
): Promise<{ readonly code: string; readonly key: string }> => ({
  code: await secretText(host, `${seed}\ncode`, 10),
  key: await secretText(host, `${seed}\nkey`, 24),
})

/** Who complained, as only those who inquire may read it. */
export const Identity = z.object({ name: z.string(), contact: z.string() })
export type Identity = z.infer<typeof Identity>

/** An identity as the table holds it: AES-256-GCM, bound to its complaint. */
export const SealedIdentity = z.object({ nonce: z.string(), tag: z.string(), sealed: z.string() })
export type SealedIdentity = z.infer<typeof SealedIdentity>

/** Encrypts a text under the key of identities, bound to what it belongs to. */
export const sealText = async (host: SecretHost, boundTo: string, words: string): Promise<SealedIdentity> => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await keyFor(host, 'identity'), nonce)
  cipher.setAAD(Buffer.from(boundTo))
  const sealed = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()])
  const text = (bytes: Buffer) => bytes.toString('base64url')
  return { nonce: text(nonce), tag: text(cipher.getAuthTag()), sealed: text(sealed) }
}

/** @throws Error it was sealed by another key, for something else, or changed since */
export const openText = async (
  host: SecretHost,
  boundTo: string,
  { nonce, tag, sealed }: SealedIdentity,
): Promise<string> => {
  const bytes = (text: string) => Buffer.from(text, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', await keyFor(host, 'identity'), bytes(nonce))
  decipher.setAAD(Buffer.from(boundTo))
  decipher.setAuthTag(bytes(tag))
  return Buffer.concat([decipher.update(bytes(sealed)), decipher.final()]).toString('utf8')
}

export const sealIdentity = (
  host: SecretHost,
  complaintId: string,
  identity: Identity,
): Promise<SealedIdentity> => sealText(host, complaintId, JSON.stringify(identity))

/** @throws Error it was sealed by another key, for another complaint, or changed since */
export const openIdentity = async (
  host: SecretHost,
  complaintId: string,
  sealed: SealedIdentity,
): Promise<Identity> => Identity.parse(JSON.parse(await openText(host, complaintId, sealed)))

/** Whether a key, as its writer meant it, is the one of a code; a wrong key and an unknown code take as long. */
export const keyFits = (keyHash: string | undefined, key: string): boolean => {
  const given = Buffer.from(sha256(key))
  const own = Buffer.from(keyHash ?? sha256(''))
  return given.length === own.length && timingSafeEqual(given, own) && keyHash !== undefined
}
