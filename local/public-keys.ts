import { createPublicKey } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import {
  Jwk,
  jwkOf,
  type PublicKey,
  type PublicKeys,
  publicKeyOf,
} from '../functions/staff/certificate/public-keys.ts'
import type { Signer } from '../functions/staff/certificate/signing.ts'
import { writeDurably } from './durable-file.ts'

/** Every public key that this folder's certificates were ever signed with; the present one first. */
export const PublicKeysJson = z.object({ keys: z.array(Jwk).min(1) })

/** The signing key is not the published one: earlier certificates could no longer be verified. */
export class SigningKeyChangedError extends Error {
  override name = 'SigningKeyChangedError'
}

const bytesOf = ({ pem }: PublicKey): Buffer => createPublicKey(pem).export({ type: 'spki', format: 'der' })

/** @throws SigningKeyChangedError where the file publishes another key first than the one that signs. */
export const checkPublished = (file: string, signing: PublicKey): void => {
  const [first] = PublicKeysJson.parse(JSON.parse(readFileSync(file, 'utf8'))).keys.map(publicKeyOf)
  if (first === undefined || first.keyId !== signing.keyId || !bytesOf(first).equals(bytesOf(signing)))
    throw new SigningKeyChangedError('The key that signs is not the one that is published.')
}

/**
 * Opens the published keys beside the signing key: writes them when the folder first has both, then checks
 * them at each start. A folder of the version before publishes the key that it has.
 * @throws SigningKeyChangedError
 */
export const openPublicKeys = async (file: string, signer: Signer): Promise<PublicKeys> => {
  const signing = { keyId: signer.keyId, pem: await signer.publicKeyPem() }
  if (!existsSync(file)) writeDurably(file, JSON.stringify({ keys: [jwkOf(signing)] }))
  checkPublished(file, signing)
  const { keys } = PublicKeysJson.parse(JSON.parse(readFileSync(file, 'utf8')))
  const published = keys.map(publicKeyOf)
  return { all: async () => published }
}
