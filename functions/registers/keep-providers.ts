import { createHash, createPublicKey } from 'node:crypto'
import { providerKey } from '../../rules/providers.ts'
import type { Actor } from '../organisations/account.ts'
import { isRegion } from '../organisations/region.ts'
import { type Clock, timestamp } from '../platform/clock.ts'
import { base32 } from '../platform/identifiers.ts'
import { type FieldFault, type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { inputFaults } from '../platform/words.ts'
import type { NewProvider, ProviderChangeBody, ProviderView } from './api.ts'
import {
  changeProvider as changeWrites,
  newProvider,
  type Provider,
  readProvider,
  readProviders,
} from './provider.ts'
import { registerFaults } from './words.ts'

interface Deps {
  readonly table: Table
  readonly clock: Clock
}

/** The providers listed on a day; without one, every provider that is or was listed. */
export const listProviders = async (table: Table, on?: string): Promise<Provider[]> =>
  (await readProviders(table)).filter(
    ({ listedFrom, listedUntil }) =>
      on === undefined || (listedFrom <= on && (listedUntil === null || on <= listedUntil)),
  )

const periodFaults = ({
  listedFrom,
  listedUntil,
}: Pick<Provider, 'listedFrom' | 'listedUntil'>): FieldFault[] =>
  listedUntil !== null && listedUntil < listedFrom
    ? [
        {
          pointer: '/listedUntil',
          detail: inputFaults.endBeforeStart,
        },
      ]
    : []

/** Who delivers for a listing: the client id that the region entered, else the listing's own id. */
export const clientOf = ({ id, clientId }: Pick<Provider, 'id' | 'clientId'>): string => clientId ?? id

/** One program delivers for one listing: which provider's hours it brings is never a guess. */
const clientFaults = async (
  table: Table,
  id: string,
  clientId: string | null | undefined,
): Promise<FieldFault[]> =>
  clientId != null &&
  (await readProviders(table)).some((other) => other.id !== id && clientOf(other) === clientId)
    ? [{ pointer: '/clientId', detail: registerFaults.clientTaken }]
    : []

/** Whether a text is a public key that files are signed by: Ed25519, or the curve P-256. */
const isSigningKey = (text: string): boolean => {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey(text)
    return (
      !text.includes('PRIVATE') &&
      (asymmetricKeyType === 'ed25519' ||
        (asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1'))
    )
  } catch {
    return false
  }
}

const keyFaults = (publicKey: string | null | undefined): FieldFault[] =>
  publicKey != null && !isSigningKey(publicKey)
    ? [{ pointer: '/publicKey', detail: registerFaults.noSigningKey }]
    : []

/** A listing as the API shows it. */
export const viewProvider = ({
  clientId,
  publicKey,
  recognisedAtOnce,
  ...listing
}: Provider): ProviderView => ({
  ...listing,
  clientId: clientId ?? null,
  publicKey: publicKey ?? null,
  recognisedAtOnce: recognisedAtOnce ?? false,
})

/** The listing's id, made of name and first day, so that a repeat finds it. */
const idFor = ({ name, listedFrom }: Pick<NewProvider, 'name' | 'listedFrom'>): string =>
  `v${base32(
    createHash('sha256')
      .update(`${providerKey(name)}\n${listedFrom}`)
      .digest(),
    16,
  )}`

/** Lists a provider (Art. 41); by the region. The same name from the same day is the same listing. */
export const registerProvider =
  ({ table, clock }: Deps) =>
  (
    { reason, clientId, publicKey, recognisedAtOnce = false, ...listing }: NewProvider,
    actor: Actor,
  ): Promise<Outcome<Provider, 'INPUT_INVALID' | 'NOT_ALLOWED'>> =>
    retryOnConflict(async () => {
      if (!(await isRegion(table, actor))) return refuse('NOT_ALLOWED', { article: '41' })
      const errors = [...periodFaults(listing), ...keyFaults(publicKey)]
      if (errors.length > 0) return refuse('INPUT_INVALID', { errors })
      const id = idFor(listing)
      const before = await readProvider(table, id)
      if (before !== undefined) return succeed(before)
      const errorsOfClient = await clientFaults(table, id, clientId)
      if (errorsOfClient.length > 0) return refuse('INPUT_INVALID', { errors: errorsOfClient })
      const provider: Provider = {
        id,
        ...listing,
        clientId: clientId ?? undefined,
        publicKey: publicKey ?? undefined,
        recognisedAtOnce,
        version: 1,
      }
      await write(
        table,
        newProvider(provider, { at: timestamp(clock), by: actor.id, what: 'registered', reason }),
      )
      return succeed(provider)
    })

/** Changes a listing; by the region. What it said before is kept. */
export const changeProvider =
  ({ table, clock }: Deps) =>
  (
    id: string,
    body: ProviderChangeBody,
    actor: Actor,
  ): Promise<Outcome<Provider, 'INPUT_INVALID' | 'NOT_ALLOWED' | 'NOT_FOUND' | 'STALE_VERSION'>> =>
    retryOnConflict(async () => {
      if (!(await isRegion(table, actor))) return refuse('NOT_ALLOWED', { article: '41' })
      const before = await readProvider(table, id)
      if (before === undefined) return refuse('NOT_FOUND')
      if (body.version !== before.version)
        return refuse('STALE_VERSION', { details: { version: before.version } })
      const after: Provider = {
        ...before,
        name: body.name ?? before.name,
        aliases: body.aliases ?? before.aliases,
        listedFrom: body.listedFrom ?? before.listedFrom,
        listedUntil: body.listedUntil === undefined ? before.listedUntil : body.listedUntil,
        clientId: body.clientId === undefined ? before.clientId : (body.clientId ?? undefined),
        publicKey: body.publicKey === undefined ? before.publicKey : (body.publicKey ?? undefined),
        recognisedAtOnce: body.recognisedAtOnce ?? before.recognisedAtOnce,
      }
      const errors = [
        ...periodFaults(after),
        ...keyFaults(body.publicKey),
        ...(await clientFaults(table, id, body.clientId)),
      ]
      if (errors.length > 0) return refuse('INPUT_INVALID', { errors })
      await write(
        table,
        changeWrites(before, after, {
          at: timestamp(clock),
          by: actor.id,
          what: 'changed',
          reason: body.reason,
        }),
      )
      return succeed({ ...after, version: before.version + 1 })
    })
