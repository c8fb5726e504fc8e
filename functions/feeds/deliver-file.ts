import { compactVerify, decodeProtectedHeader, importSPKI } from 'jose'
import * as z from 'zod'
import type { Actor } from '../organisations/account.ts'
import { isRegion } from '../organisations/region.ts'
import type { OutcomeHost } from '../outcomes/outcome-host.ts'
import { timestamp } from '../platform/clock.ts'
import { keys } from '../platform/keys.ts'
import type { Language } from '../platform/language.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { atVersion, isNew, read, type Table, write } from '../platform/table.ts'
import { type Provider, readProvider } from '../registers/provider.ts'
import { DeliveryBody, type FeedResult } from './api.ts'
import { deliver } from './deliver.ts'
import { fileFaults } from './words.ts'

/** What a provider signs: whose it is, when it was made, and the records as a program would deliver them. */
const SignedDelivery = DeliveryBody.extend({
  provider: z.string().min(1).max(200),
  issuedAt: z.iso.datetime({ offset: true }),
})
type SignedDelivery = z.infer<typeof SignedDelivery>

const notTaken = (why: keyof typeof fileFaults) =>
  refuse('INPUT_INVALID', { article: '41', errors: [{ pointer: '/file', detail: fileFaults[why] }] })

/** How files may be signed: Ed25519, or ECDSA with P-256. */
const ALGORITHMS = ['EdDSA', 'ES256']

const claimed = (file: string): string | undefined => {
  const [, payload = ''] = file.split('.')
  try {
    const said: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
    return z.object({ provider: z.string() }).safeParse(said).data?.provider
  } catch {
    return undefined
  }
}

/** What a provider's key has signed (RFC 7515, compact); undefined: it has not. */
const signedText = async (file: string, publicKey: string): Promise<string | undefined> => {
  try {
    const { alg = '' } = decodeProtectedHeader(file)
    const { payload } = await compactVerify(file, await importSPKI(publicKey, alg), {
      algorithms: ALGORITHMS,
    })
    return new TextDecoder().decode(payload)
  } catch {
    return undefined
  }
}

type Opened = { readonly provider: Provider; readonly said: SignedDelivery }

/** A file with the provider that it names and that has signed it, or why it is not taken. */
const openFile = async (table: Table, file: string): Promise<Opened | keyof typeof fileFaults> => {
  const named = claimed(file)
  if (named === undefined) return 'unreadable'
  const provider = await readProvider(table, named)
  if (provider === undefined) return 'unlisted'
  if (provider.publicKey === undefined) return 'keyless'
  const text = await signedText(file, provider.publicKey)
  if (text === undefined) return 'unsigned'
  const said = SignedDelivery.safeParse(JSON.parse(text)).data
  return said === undefined ? 'content' : { provider, said }
}

const Taken = z.object({ issuedAt: z.string(), version: z.number().int() })

/**
 * Marks a file as the latest of its provider. An earlier one is refused: it could undo the corrections of a later one. The
 * same again is taken again, which finishes what a crash left.
 */
const isLatest = (
  { table, clock }: OutcomeHost,
  { provider, issuedAt }: SignedDelivery,
  by: string,
): Promise<boolean> =>
  retryOnConflict(async () => {
    const key = keys.feedFile(provider)
    const item = await read(table, key)
    const before = item && Taken.parse(item)
    if (before?.issuedAt === issuedAt) return true
    if (before !== undefined && Date.parse(before.issuedAt) > Date.parse(issuedAt)) return false
    const version = (before?.version ?? 0) + 1
    await write(table, [
      {
        put: { ...key, issuedAt, by, at: timestamp(clock), version },
        when: before === undefined ? isNew : atVersion(before.version),
      },
    ])
    return true
  })

/**
 * Takes in a file that a listed provider has signed and the region uploads (Art. 41): for providers whose program cannot
 * call. Neither who carries nor who uploads it can change a row; each is judged and answered as in a call.
 */
export const deliverFile =
  (deps: OutcomeHost) =>
  async (
    file: string,
    actor: Actor,
    language: Language,
  ): Promise<
    Outcome<
      { provider: { id: string; name: string }; issuedAt: string; results: FeedResult[] },
      'NOT_ALLOWED' | 'INPUT_INVALID'
    >
  > => {
    if (!(await isRegion(deps.table, actor))) return refuse('NOT_ALLOWED', { article: '41' })
    const opened = await openFile(deps.table, file)
    if (typeof opened === 'string') return notTaken(opened)
    const { provider, said } = opened
    if (!(await isLatest(deps, said, actor.id))) return notTaken('overtaken')
    const { results } = await deliver(deps)(provider, said, language)
    return succeed({
      provider: { id: provider.id, name: provider.name },
      issuedAt: said.issuedAt,
      results,
    })
  }
