import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { type Seal, SealKeyMissingError, sealWith } from './seal.ts'

const SHORTEST_KEY = 32

/** What is made of the key in a secret, asked for once, and again after a failure. */
export const keyOfSecret = <Made>(
  client: SecretsManagerClient,
  secret: string,
  make: (key: Uint8Array) => Made,
): (() => Promise<Made>) => {
  let asked: Promise<Made> | undefined
  const ask = async (): Promise<Made> => {
    const { SecretString: key = '' } = await client.send(new GetSecretValueCommand({ SecretId: secret }))
    if (key.length < SHORTEST_KEY) throw new SealKeyMissingError('The secret of the seal holds no key.')
    return make(Buffer.from(key))
  }
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = undefined
      throw error
    })
    return asked
  }
}

/** The seal that is made of the key in a secret. */
export const secretSeal = (client: SecretsManagerClient, secret: string): (() => Promise<Seal>) =>
  keyOfSecret(client, secret, sealWith)

/** The seal of a Lambda that was granted it (`ledger:seal`); undefined for the others. */
export const sealFromEnvironment = (): (() => Promise<Seal>) | undefined => {
  const secret = process.env.SEAL_SECRET
  return secret === undefined || secret === '' ? undefined : secretSeal(new SecretsManagerClient(), secret)
}
