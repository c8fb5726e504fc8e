import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, test } from 'vitest'
import { keyFileSigner } from '../../functions/certificates/key-file-signer.ts'
import { latestRoots } from '../../functions/certificates/latest-root.ts'
import { rootBytes, rootHash } from '../../functions/certificates/ledger-root.ts'
import { signRoots } from '../../functions/certificates/sign-roots.ts'
import type { RestorationBody } from '../../functions/integrity/api.ts'
import { confirmRestoration } from '../../functions/integrity/confirm-restoration.ts'
import { listBroken } from '../../functions/integrity/list-broken.ts'
import { proposeRestoration } from '../../functions/integrity/propose-restoration.ts'
import { everyShard, tellWalk } from '../../functions/integrity/tell-walk.ts'
import { viewRestoration } from '../../functions/integrity/view-restoration.ts'
import { walkShards } from '../../functions/integrity/walk-shards.ts'
import { newAccount } from '../../functions/organisations/account.ts'
import { keys } from '../../functions/platform/keys.ts'
import { type Item, read, type Table, write } from '../../functions/platform/table.ts'
import { isSignedBy } from '../../functions/staff/certificate/signing.ts'
import { factsInForce } from '../../functions/staff/facts-in-force.ts'
import { type LedgerEntry, nextEntry } from '../../functions/staff/ledger.ts'
import { shardOf } from '../../functions/staff/person.ts'
import { requireStaff } from '../../functions/staff/require-staff.ts'
import { recordEntry } from '../../functions/staff/staff.ts'
import { storedStanding } from '../../functions/staff/standing.ts'
import { nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { people, seedRegisters } from './registers-ground.ts'

const database = withTestDatabase()
const signer = keyFileSigner(join(mkdtempSync(join(tmpdir(), 'roots-')), 'key.pem'))
const pem = await signer.publicKeyPem()
const clock = { now: () => Date.parse('2026-06-15T09:00:00+08:00') }
const one = people.li.staffId
const shard = shardOf(one)
const second = { ...people.region, id: 'hr.second', name: '乙' }

let table: Table
let kept: Map<string, { bytes: Uint8Array; contentType: string }>
let asked: ReturnType<typeof nothingAsked>

const objects = () => ({
  put: async (key: string, bytes: Uint8Array, { contentType }: { contentType: string }) => {
    kept.set(key, { bytes, contentType })
  },
  get: async (key: string) => kept.get(key),
  head: async () => undefined,
  delete: async () => {},
  uploadUrl: async () => ({ url: '', method: '', headers: {} }),
})
const host = () => ({
  ...recordingHost(table, clock, asked),
  objects: objects(),
  publicKeys: { all: async () => [{ keyId: signer.keyId, pem }] },
  signer,
})

/** Walks the shard, and signs nothing. */
const look = async (day: string) => {
  const { roots } = await walkShards(host())({ day, shards: [shard] })
  const [found] = roots
  if (found === undefined) throw new Error('A root was expected.')
  return found
}
const walk = async (day: string) => {
  const found = await look(day)
  await signRoots(host())({ day, roots: [found] })
  return found
}
const put = (item: Item) => table.client.send(new PutCommand({ TableName: table.name, Item: item }))
const remove = ({ pk, sk }: { readonly pk?: unknown; readonly sk?: unknown }) =>
  table.client.send(new DeleteCommand({ TableName: table.name, Key: { pk, sk } }))
const next = (entries: readonly LedgerEntry[]): LedgerEntry =>
  nextEntry(entries, {
    staffId: one,
    recordedAt: '2026-06-01T10:00:00.000+08:00',
    recordedBy: 'hr.city',
    source: `r${entries.length + 1}.0`,
    fact: {
      kind: 'credit',
      credit: {
        id: `c${entries.length + 1}`,
        subject: 'public',
        category: 'in_service',
        mode: 'online',
        from: `2026-0${entries.length + 1}-01`,
        to: `2026-0${entries.length + 1}-20`,
        hours: 10,
      },
    },
  })
const append = async () => {
  const staff = await requireStaff(table, one)
  await write(table, recordEntry(staff, next(staff.entries)))
}
const standing = async (): Promise<Item> => (await storedStanding(table, one)) ?? {}
const entryAt = async (sequence: number): Promise<Item> =>
  (await read(table, keys.ledgerEntry(one, sequence))) ?? {}
const broken = { name: 'LedgerBrokenError' }

/** Two entries, a walk, and a third one since. */
beforeEach(async () => {
  table = await database.newTable()
  kept = new Map()
  asked = nothingAsked()
  await seedRegisters(table)
  await write(table, newAccount(second))
  await append()
  await append()
})

test('a night signs one root a shard, behind the one before it, and nothing names a person', async () => {
  const first = await walk('2026-06-15')
  expect(first).toMatchObject({ shard, broken: 0 })
  await append()
  const later = await walk('2026-06-16')
  expect(later.root).not.toBe(first.root)
  expect(await walk('2026-06-16')).toEqual(later)
  const [root, before] = await latestRoots(table, shard, 2)
  if (root === undefined || before === undefined) throw new Error('Two roots were expected.')
  expect(root.previous).toBe(rootHash(before))
  expect(isSignedBy(rootBytes(root), root, pem)).toBe(true)
  expect(isSignedBy(rootBytes({ ...root, persons: 7 }), root, pem)).toBe(false)
  expect(JSON.stringify(root)).not.toContain(one)
})

describe('what a walk finds broken', () => {
  const isFound = async (fault: string) => {
    expect(await look('2026-06-16')).toMatchObject({ broken: 1 })
    await expect(requireStaff(table, one)).rejects.toMatchObject(broken)
    expect((await listBroken(table, { limit: 10 })).items).toEqual([
      {
        staffId: one,
        name: '名staff.li',
        institution: { id: 'i', name: '中学i' },
        fault,
        since: '2026-06-16',
      },
    ])
  }
  beforeEach(() => walk('2026-06-15'))

  test('an entry in the middle that was changed, which no end would show', async () => {
    await put({ ...(await entryAt(1)), recordedBy: 'someone' })
    await isFound('entry 1')
  })

  test('entries put behind the end, a standing without its seal, a standing that is gone', async () => {
    const { entries } = await requireStaff(table, one)
    await put({ ...keys.ledgerEntry(one, 3), ...next(entries) })
    await isFound('entry 3')
    await remove(keys.ledgerEntry(one, 3))
    expect(await look('2026-06-17')).toMatchObject({ broken: 0 })
    expect((await requireStaff(table, one)).entries).toHaveLength(2)
    expect((await listBroken(table, { limit: 10 })).items).toEqual([])
    await remove(keys.standing(shard, one))
    await isFound('seal')
  })

  test('a ledger and its well-sealed standing of an earlier day, put back: the signed root knows more', async () => {
    const older = await standing()
    await append()
    await walk('2026-06-16')
    await remove(keys.ledgerEntry(one, 3))
    await put(older)
    expect((await requireStaff(table, one)).entries).toHaveLength(2)
    expect(await look('2026-06-17')).toMatchObject({ broken: 1 })
    await expect(requireStaff(table, one)).rejects.toMatchObject(broken)
  })

  test('a change of the person’s record that was rewritten, and stands again when two persons vouch for it', async () => {
    const change = await read(table, keys.personChange(one, 1))
    await put({ ...change, reason: 'another' })
    await isFound('changes')
    const region = host()
    await proposeRestoration(region)(one, { keep: 2, reason: '已核实' }, people.region)
    expect(await confirmRestoration(region)(one, second)).toMatchObject({ ok: true })
    expect(await look('2026-06-17')).toMatchObject({ broken: 0 })
  })

  test.each(['institutionId', 'postType', 'leader', 'onRegister', 'hiredOn'])(
    'a person’s %s that was changed past its record, which every reader sees too',
    async (field) => {
      const item = await read(table, keys.person(one))
      await put({
        ...item,
        [field]:
          typeof item?.[field] === 'boolean' ? !item[field] : field === 'postType' ? 'worker' : '2020-01-01',
      })
      await expect(requireStaff(table, one)).rejects.toMatchObject(broken)
      expect(await look('2026-06-16')).toMatchObject({ broken: 1 })
    },
  )

  test('a person whose record is gone', async () => {
    const items = [keys.person(one), keys.ledgerEntry(one, 1), keys.ledgerEntry(one, 2)]
    for (const key of items) await remove(key)
    expect(await look('2026-06-17')).toMatchObject({ broken: 1 })
  })

  test('with a root that was tampered with, or whose heads were, the root before it is believed', async () => {
    await append()
    const forged = await walk('2026-06-16')
    await put({ ...keys.ledgerRoot(shard, '2026-06-16'), ...forged, signature: 'x', keyId: signer.keyId })
    const [root] = await latestRoots(table, shard, 1, '2026-06-16')
    if (root === undefined) throw new Error('A root was expected.')
    await put({ ...(await entryAt(2)), recordedBy: 'someone' })
    expect(await look('2026-06-17')).toMatchObject({ broken: 1 })
  })
})

test('the region hears of broken ledgers by number alone, and shards without a root are counted', async () => {
  await put({ ...(await standing()), seal: 'forged' })
  await walk('2026-06-15')
  expect(await tellWalk(host())({ day: '2026-06-15' })).toEqual({ unfinished: everyShard.length - 1 })
  expect(asked.sent.map(({ to, subject }) => ({ to, subject }))).toEqual([
    { to: expect.arrayContaining(['hr.region@demo.example']), subject: expect.stringContaining('1 份记录') },
  ])
  expect(JSON.stringify(asked.sent)).not.toContain(one)
})

describe('a broken ledger is restored', () => {
  let backup: LedgerEntry[]
  const propose = (body: { keep: number; entries?: object[] }, by = people.region) =>
    proposeRestoration(host())(one, { reason: '按备份核实', ...body } as RestorationBody, by)
  const confirm = (by = second) => confirmRestoration(host())(one, by)

  beforeEach(async () => {
    await walk('2026-06-15')
    await append()
    backup = [...(await requireStaff(table, one)).entries]
  })

  test('a sound one is not: nobody rewrites what holds', async () => {
    expect(await propose({ keep: 1 })).toMatchObject({ ok: false, code: 'LEDGER_SOUND' })
    expect(await confirm()).toMatchObject({ ok: false, code: 'LEDGER_SOUND' })
  })

  test('from the last signed root on: forged entries go, kept apart, and the act is an entry of its own', async () => {
    const forged = next(backup)
    await put({ ...keys.ledgerEntry(one, 4), ...forged })
    expect(await viewRestoration(host())(one, people.region)).toMatchObject({
      ok: true,
      value: {
        fault: 'entry 4',
        vouched: { day: '2026-06-15', length: 2 },
        needsBackup: false,
        entries: [
          { whole: true, vouched: true },
          { whole: true, vouched: true },
          { whole: true, vouched: false },
          { whole: true, vouched: false },
        ],
        proposal: null,
      },
    })
    expect(await propose({ keep: 1 })).toMatchObject({ ok: false, code: 'RESTORATION_UNSOUND' })
    expect(await propose({ keep: 3 })).toMatchObject({ ok: true })
    await expect(requireStaff(table, one)).rejects.toMatchObject(broken)
    expect(await confirm(people.region)).toMatchObject({ ok: false, code: 'SECOND_PERSON_NEEDED' })
    expect(await confirm()).toMatchObject({ ok: true })
    const { entries } = await requireStaff(table, one)
    expect(entries.slice(0, 3)).toEqual(backup)
    expect(entries[3]?.fact).toMatchObject({
      kind: 'restored',
      confirmedBy: second.id,
      reason: '按备份核实',
      removed: [expect.stringMatching(/^[0-9a-f]{64}$/)],
      putBack: 0,
      vouched: { day: '2026-06-15', length: 2 },
    })
    expect(factsInForce(entries)).toHaveLength(3)
    await append()
    expect(await walk('2026-06-16')).toMatchObject({ broken: 0 })
  })

  test('from a backup: entries that are gone or changed come back, and no others are taken for them', async () => {
    await put({ ...(await entryAt(2)), recordedBy: 'someone' })
    await remove(keys.ledgerEntry(one, 3))
    await walk('2026-06-16')
    expect(await viewRestoration(host())(one, people.region)).toMatchObject({ value: { needsBackup: true } })
    const [first, secondEntry, third] = backup
    if (!first || !secondEntry || !third) throw new Error('Three entries were expected.')
    for (const wrong of [
      { keep: 2, entries: [third] },
      { keep: 1, entries: [third] },
      { keep: 1, entries: [next([first])].map((entry) => ({ ...entry, source: 'other' })) },
      { keep: 1, entries: [{ ...secondEntry, staffId: 'unit.admin' }, third] },
      { keep: 1, entries: [{ nothing: 'of an entry' }, third] },
    ])
      expect(await propose(wrong)).toMatchObject({ ok: false, code: 'RESTORATION_UNSOUND' })
    expect(await propose({ keep: 1, entries: [secondEntry, third] })).toMatchObject({ ok: true })
    expect(await confirm()).toMatchObject({ ok: true })
    const { entries } = await requireStaff(table, one)
    expect(entries.slice(0, 3)).toEqual(backup)
    expect(entries[3]?.fact).toMatchObject({ kind: 'restored', putBack: 2, fault: 'entry 2' })
    expect(await walk('2026-06-17')).toMatchObject({ broken: 0 })
    expect((await listBroken(table, { limit: 10 })).items).toEqual([])
  })

  test('what changed since it was proposed is proposed anew', async () => {
    await put({ ...(await standing()), seal: 'forged' })
    expect(await propose({ keep: 3 })).toMatchObject({ ok: true })
    await put({ ...(await standing()), seal: 'forged again' })
    expect(await confirm()).toMatchObject({ ok: false, code: 'RESTORATION_MISSING' })
    expect(await propose({ keep: 3 })).toMatchObject({ ok: true })
    expect(await confirm()).toMatchObject({ ok: true })
    expect(await confirm()).toMatchObject({ ok: false, code: 'LEDGER_SOUND' })
  })

  test('a standing that claims to be older than any act grows no younger', async () => {
    await put({ ...(await standing()), of: 900, seal: 'forged' })
    await propose({ keep: 3 })
    expect(await confirm()).toMatchObject({ ok: true })
    expect((await standing()).of).toBe(901)
    await append()
    expect((await standing()).of).toBe(902)
  })
})
