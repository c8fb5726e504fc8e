import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, test } from 'vitest'
import { issueCertificate } from '../../functions/certificates/issue-certificate.ts'
import { keys } from '../../functions/platform/keys.ts'
import { isSealed, sealWith } from '../../functions/platform/seal.ts'
import { type Item, read, type Table, write } from '../../functions/platform/table.ts'
import { findDue } from '../../functions/settlement/find-due.ts'
import { type Fact, type LedgerEntry, nextEntry } from '../../functions/staff/ledger.ts'
import { newPerson, shardOf } from '../../functions/staff/person.ts'
import { requireStaff } from '../../functions/staff/require-staff.ts'
import { requireSoundEnd } from '../../functions/staff/soundness.ts'
import { readStaff, recordEntry } from '../../functions/staff/staff.ts'
import { putStanding, storedStanding } from '../../functions/staff/standing.ts'
import { person } from '../person.ts'
import { prove } from '../proving.ts'
import { withTestDatabase } from '../test-database.ts'
import { everyItem } from './every-item.ts'

const database = withTestDatabase()
let table: Table
const one = person({ id: 'staff.li' })
const clock = { now: () => Date.parse('2026-12-30T09:00:00+08:00') }

const week = (sequence: number): Fact => ({
  kind: 'credit',
  credit: {
    id: `c${sequence}`,
    subject: sequence % 2 === 0 ? 'professional' : 'public',
    category: 'in_service',
    mode: 'online',
    from: `2026-0${sequence}-01`,
    to: `2026-0${sequence}-28`,
    hours: 40,
  },
})
const next = (entries: readonly LedgerEntry[]): LedgerEntry =>
  nextEntry(entries, {
    staffId: one.id,
    recordedAt: '2026-09-01T10:00:00.000+08:00',
    recordedBy: 'hr.city',
    source: `r${entries.length + 1}`,
    fact: week(entries.length + 1),
  })
const append = async () => {
  const staff = await requireStaff(table, one.id)
  await write(table, recordEntry(staff, next(staff.entries)))
}
const put = (item: Item) => table.client.send(new PutCommand({ TableName: table.name, Item: item }))
const remove = ({ pk, sk }: { readonly pk?: unknown; readonly sk?: unknown }) =>
  table.client.send(new DeleteCommand({ TableName: table.name, Key: { pk, sk } }))
const asItem = (entry: LedgerEntry): Item => ({ ...keys.ledgerEntry(one.id, entry.sequence), ...entry })
const standing = async (): Promise<Item> => (await storedStanding(table, one.id)) ?? {}
const broken = { name: 'LedgerBrokenError' }

beforeEach(async () => {
  table = await database.newTable()
  await write(table, [newPerson(one), putStanding({ person: one, entries: [], certificates: [] })])
  await append()
})

describe('two well-hashed entries that someone puts behind a ledger', () => {
  beforeEach(async () => {
    const forged = [...(await requireStaff(table, one.id)).entries]
    for (let more = 0; more < 2; more += 1) {
      const entry = next(forged)
      forged.push(entry)
      await put(asItem(entry))
    }
  })

  test('stop every act that would rest on them: append, decision, settlement, issue, and any reading of it', async () => {
    const deps = { table, clock }
    const signer = { keyId: 'k', sign: async () => new Uint8Array(64), publicKeyPem: async () => '' }
    await expect(append()).rejects.toMatchObject(broken)
    await expect(requireSoundEnd(table, one.id)).rejects.toMatchObject(broken)
    await expect(findDue(deps)(one.id)).rejects.toMatchObject(broken)
    await expect(
      issueCertificate({ ...deps, signer })({ staffId: one.id, obligation: 'annual:2026' }),
    ).rejects.toMatchObject(broken)
    await expect(readStaff(table, one.id)).rejects.toMatchObject(broken)
  })

  test('with a standing that says they belong, but bears no seal of ours: the same', async () => {
    const last = (await everyItem(table)).filter(({ sk }) => String(sk).startsWith('LEDGER#')).at(-1)
    const forged: Item = { ...(await standing()), chain: `3 ${last?.hash}`, of: 4 }
    for (const seal of [forged.seal, undefined, sealWith(Buffer.alloc(32, 9)).over(forged)]) {
      await put({ ...forged, seal })
      await expect(requireSoundEnd(table, one.id)).rejects.toMatchObject(broken)
      await expect(readStaff(table, one.id)).rejects.toMatchObject(broken)
    }
  })

  test('taken away again, all goes on', async () => {
    await remove(keys.ledgerEntry(one.id, 2))
    await remove(keys.ledgerEntry(one.id, 3))
    await append()
    await requireSoundEnd(table, one.id)
    expect((await requireStaff(table, one.id)).entries).toHaveLength(2)
  })
})

/** Every way to change one leaf of an item. */
const forgeries = (value: unknown): unknown[] => {
  if (typeof value === 'string') return [`${value}7`]
  if (typeof value === 'number') return [value + 1]
  if (typeof value === 'boolean') return [!value]
  if (Array.isArray(value)) return [[...value, 'more']]
  return Object.entries(value ?? {}).flatMap(([name, inner]) =>
    forgeries(inner).map((other) => Object.assign({}, value, { [name]: other })),
  )
}

test('every single-item forgery of a ledger and its standing is found: changed, deleted, added, put back', {
  timeout: 120_000,
}, async () => {
  const older = await standing()
  await append()
  await append()
  const items = (await everyItem(table)).filter(({ sk }) => /^(LEDGER|STANDING)#/.test(String(sk)))
  let tried = 0
  const isFound = async (what: string) => {
    tried += 1
    await expect(readStaff(table, one.id), what).rejects.toMatchObject(broken)
  }
  for (const item of items) {
    // By its place in a list the statistics find an entry; it says nothing of the person, and no seal covers it.
    const { pk, sk, swept: _, sweptOrder: __, ...rest } = item
    for (const changed of forgeries(rest)) {
      await put({ pk, sk, ...Object.fromEntries(Object.entries(changed ?? {})) })
      await isFound(`${sk} ${JSON.stringify(changed)}`)
    }
    await remove(item)
    await isFound(`${sk} deleted`)
    await put(item)
  }
  await put({ ...older })
  await isFound('the standing of before, put back')
  await put(items.find(({ sk }) => String(sk).startsWith('STANDING#')) ?? {})
  expect(await readStaff(table, one.id)).toMatchObject({ entries: [{}, {}, {}] })
  expect(tried).toBeGreaterThan(45)
  prove(10, { 'forgeries of single items': tried })
})

test('the end alone is enough for a decision: an entry changed, cut off or added there is found', {
  timeout: 60_000,
}, async () => {
  await append()
  const last = await read(table, keys.ledgerEntry(one.id, 2))
  await requireSoundEnd(table, one.id)
  for (const change of [{ recordedBy: 'x' }, { fact: week(9) }, { hash: 'a'.repeat(64) }]) {
    await put({ ...last, ...change })
    await expect(requireSoundEnd(table, one.id)).rejects.toMatchObject(broken)
  }
  await remove(keys.ledgerEntry(one.id, 2))
  await expect(requireSoundEnd(table, one.id)).rejects.toMatchObject(broken)
})

test('a seal is good in its own place alone', async () => {
  const own = await standing()
  const seal = sealWith(Buffer.alloc(32, 7))
  expect(isSealed(seal, own)).toBe(true)
  expect(isSealed(seal, { ...own, ...keys.standing(shardOf('staff.other'), 'staff.other') })).toBe(false)
})

test('five who append at once find no ledger broken', async () => {
  const { retryOnConflict } = await import('../../functions/platform/retry-on-conflict.ts')
  await Promise.all(Array.from({ length: 5 }, () => retryOnConflict(append)))
  expect((await requireStaff(table, one.id)).entries).toHaveLength(6)
})
