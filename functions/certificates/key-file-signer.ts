import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign,
} from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { PublicKey } from '../staff/certificate/public-keys.ts'
import type { Signer } from '../staff/certificate/signing.ts'

/** The key file holds no private key of the curve P-256. */
export class KeyFileUnusableError extends Error {
  override name = 'KeyFileUnusableError'
}

/**
 * Writes a new key to a draft beside its place and links it there: the file is whole and private from the
 * first moment, and the later of two processes that start at once takes the earlier one's key.
 */
const createKeyFile = (file: string): void => {
  mkdirSync(dirname(file), { recursive: true })
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const draft = `${file}.${randomUUID()}`
  const descriptor = openSync(draft, 'wx', 0o600)
  try {
    writeSync(descriptor, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
    fsyncSync(descriptor)
    linkSync(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    closeSync(descriptor)
    rmSync(draft)
  }
}

const readKey = (file: string) => {
  try {
    const key = createPrivateKey(readFileSync(file))
    if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return key
  } catch (error) {
    throw new KeyFileUnusableError(`The key in ${file} cannot be read.`, { cause: error })
  }
  throw new KeyFileUnusableError(`The key in ${file} is not of the curve P-256.`)
}

const publicHalf = (key: KeyObject): PublicKey => {
  const publicKey = createPublicKey(key)
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  return {
    keyId: createHash('sha256').update(spki).digest('hex').slice(0, 16),
    pem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  }
}

/** The public half of the key in a file, which must be there. Throws `KeyFileUnusableError`. */
export const publicKeyIn = (file: string): PublicKey => publicHalf(readKey(file))

/** Signs with the PKCS#8 key in a PEM file, which is made when it is missing. Throws `KeyFileUnusableError`. */
export const keyFileSigner = (file: string): Signer => {
  if (!existsSync(file)) createKeyFile(file)
  const key = readKey(file)
  const { keyId, pem } = publicHalf(key)
  return {
    keyId,
    sign: async (bytes) => sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }),
    publicKeyPem: async () => pem,
  }
}
