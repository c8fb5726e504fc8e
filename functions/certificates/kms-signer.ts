import { createHash, createPublicKey } from 'node:crypto'
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms'
import { p1363FromDer } from '../staff/certificate/ecdsa.ts'
import type { Signer } from '../staff/certificate/signing.ts'

/** KMS answered without what was asked for, or an alias was given, which may name another key tomorrow. */
export class KmsKeyUnusableError extends Error {
  override name = 'KmsKeyUnusableError'
}

const required = (bytes: Uint8Array | undefined): Uint8Array => {
  if (bytes === undefined)
    throw new KmsKeyUnusableError('KMS answered without the bytes that were asked for.')
  return bytes
}

/**
 * Signs with a key that never leaves KMS (`ECC_NIST_P256`, `SIGN_VERIFY`). `key`: its ARN or id, no alias. The
 * signer's id is the key's id alone, so that no account number is printed on certificates.
 */
export const kmsSigner = (client: KMSClient, key: string): Signer => {
  if (/(^|:)alias\//.test(key)) throw new KmsKeyUnusableError('The signing key is named by an alias.')
  let pem: string | undefined
  return {
    keyId: key.slice(key.lastIndexOf('/') + 1),
    async sign(bytes) {
      const { Signature } = await client.send(
        new SignCommand({
          KeyId: key,
          Message: createHash('sha256').update(bytes).digest(),
          MessageType: 'DIGEST',
          SigningAlgorithm: 'ECDSA_SHA_256',
        }),
      )
      return p1363FromDer(required(Signature))
    },
    async publicKeyPem() {
      if (pem === undefined) {
        const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: key }))
        const spki = Buffer.from(required(PublicKey))
        pem = createPublicKey({ key: spki, type: 'spki', format: 'der' })
          .export({ type: 'spki', format: 'pem' })
          .toString()
      }
      return pem
    },
  }
}
