import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { writeDurably } from '../durable-file.ts'
import { IdentityKeysJson } from './keys-json.ts'

/** What the identity provider signs with; kept, so that sessions of the browser outlive a restart. */
export interface IdentityKeys {
  readonly signing: JWK
  readonly cookie: string
}

export const openKeys = async (file: string): Promise<IdentityKeys> => {
  if (existsSync(file)) return IdentityKeysJson.parse(JSON.parse(readFileSync(file, 'utf8')))
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const signing = {
    ...(await exportJWK(privateKey)),
    kid: randomBytes(8).toString('hex'),
    alg: 'ES256',
    use: 'sig',
  }
  const keys = { signing, cookie: randomBytes(32).toString('base64url') }
  writeDurably(file, JSON.stringify(keys))
  return keys
}
