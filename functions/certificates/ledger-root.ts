import * as z from 'zod'
import { sha256 } from '../platform/identifiers.ts'
import { keys } from '../platform/keys.ts'
import { type Item, read, type Table } from '../platform/table.ts'
import { canonicalBytes } from '../staff/certificate/signing.ts'

/** What a night's walk says of a shard, once signed: which ledgers were sound on that day, by their heads. */
export const LedgerRoot = z.object({
  shard: z.number().int(),
  /** `YYYY-MM-DD`. */
  day: z.string(),
  persons: z.number().int(),
  broken: z.number().int(),
  root: z.string(),
  /** SHA-256 over what was signed of the root before it; null: the first. */
  previous: z.string().nullable(),
  signature: z.string(),
  keyId: z.string(),
  algorithm: z.literal('ES256'),
})
export type LedgerRoot = z.infer<typeof LedgerRoot>

type Unsigned = Omit<LedgerRoot, 'signature' | 'keyId' | 'algorithm'>

/** The bytes that are signed; `kind` keeps them apart from whatever else the key signs. */
export const rootBytes = ({ shard, day, persons, broken, root, previous }: Unsigned): Buffer =>
  canonicalBytes({ kind: 'ledger-root', shard, day, persons, broken, root, previous })

/** What the next root says of this one. */
export const rootHash = (root: Unsigned): string => sha256(rootBytes(root))

export const rootItem = (root: LedgerRoot): Item => ({ ...keys.ledgerRoot(root.shard, root.day), ...root })

export const readRoot = async (table: Table, shard: number, day: string): Promise<LedgerRoot | undefined> => {
  const item = await read(table, keys.ledgerRoot(shard, day))
  return item && LedgerRoot.parse(item)
}
