import { createPublicKey } from 'node:crypto'
import { GetPublicKeyCommand, KMSClient } from '@aws-sdk/client-kms'
import { environment } from '../platform/environment.ts'
import { type PublicKey, type PublicKeys, PublicKeysMissingError } from '../staff/certificate/public-keys.ts'

/** A key as KMS publishes it; its id is the last part of its ARN, as the signer prints it. */
const readKey = async (client: KMSClient, key: string): Promise<PublicKey> => {
  const { PublicKey: spki } = await client.send(new GetPublicKeyCommand({ KeyId: key }))
  if (spki === undefined) throw new PublicKeysMissingError('KMS answered without the key that was asked for.')
  const pem = createPublicKey({ key: Buffer.from(spki), type: 'spki', format: 'der' })
    .export({ type: 'spki', format: 'pem' })
    .toString()
  return { keyId: key.slice(key.lastIndexOf('/') + 1), pem }
}

/** The public halves of keys in KMS, by ARN or id; read once, and again after a failure. */
export const kmsPublicKeys = (client: KMSClient, keys: readonly string[]): PublicKeys => {
  let read: Promise<readonly PublicKey[]> | undefined
  return {
    all() {
      read ??= Promise.all(keys.map((key) => readKey(client, key))).catch((cause: unknown) => {
        read = undefined
        throw new PublicKeysMissingError('KMS does not give the public keys.', { cause })
      })
      return read
    },
  }
}

/** The key that signs, and those that signed before it (`pastSigningKeys` of the deployment). */
export const publicKeysFromEnvironment = (): PublicKeys =>
  kmsPublicKeys(new KMSClient(), [
    environment('SIGNING_KEY'),
    ...(process.env.PAST_SIGNING_KEYS ?? '').split(',').filter((key) => key !== ''),
  ])
