import * as z from 'zod'
import { type RegisterAct, registerChange } from '../organisations/register-change.ts'
import { keys } from '../platform/keys.ts'
import { atVersion, isNew, read, readPartition, type Table, type Write } from '../platform/table.ts'

/** A provider of online training that the region lists (Art. 41): from a day, to a day or until further notice. */
export const Provider = z.object({
  id: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  listedFrom: z.string(),
  listedUntil: z.string().nullable(),
  /** The client id of its program at the identity provider, where that is not the listing's id. */
  clientId: z.string().optional(),
  /** [R] Art. 38, 41: what it delivers is recognised at once, without a desk; the region says so, by default no. */
  recognisedAtOnce: z.boolean().optional(),
  /** By which the files that it signs are checked (SPKI, PEM), where its program does not deliver itself. */
  publicKey: z.string().optional(),
  version: z.number().int(),
})
export type Provider = z.infer<typeof Provider>

const ProviderChange = z.object({ ...registerChange, providerId: z.string(), before: Provider.nullable() })

const record = (providerId: string, before: Provider | null, act: RegisterAct): Write => {
  const version = (before?.version ?? 0) + 1
  return {
    put: { ...keys.providerChange(providerId, version), ...act, version, providerId, before },
    when: isNew,
  }
}

const toItem = (provider: Provider) => ({ ...keys.provider(provider.id), ...provider })

/** Lists a provider, and keeps who did. */
export const newProvider = (provider: Provider, act: RegisterAct): Write[] => [
  { put: toItem({ ...provider, version: 1 }), when: isNew },
  record(provider.id, null, act),
]

/** Changes what the list says of a provider; what it said before is kept. The version is counted here. */
export const changeProvider = (before: Provider, after: Provider, act: RegisterAct): Write[] => [
  { put: toItem({ ...after, version: before.version + 1 }), when: atVersion(before.version) },
  record(before.id, before, act),
]

export const readProvider = async (table: Table, id: string): Promise<Provider | undefined> => {
  const item = await read(table, keys.provider(id))
  return item && Provider.parse(item)
}

/** Every provider that is or was listed: hundreds at most. */
export const readProviders = async (table: Table): Promise<Provider[]> =>
  (await readPartition(table, keys.provider('').pk, 'PROVIDER#')).map((item) => Provider.parse(item))

export const providerChanges = async (table: Table, id: string) =>
  (await readPartition(table, keys.providerChange(id, 0).pk, 'CHANGE#')).map((item) =>
    ProviderChange.parse(item),
  )
