import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DeleteCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { beforeAll, expect, test } from 'vitest'
import { certificatesDue } from '../../functions/certificates/certificates-due.ts'
import { keyFileSigner } from '../../functions/certificates/key-file-signer.ts'
import { readAccount, readDesk } from '../../functions/organisations/account.ts'
import { readOrganisation } from '../../functions/organisations/organisation.ts'
import { keys, lists } from '../../functions/platform/keys.ts'
import { type Item, readIndex, type Table } from '../../functions/platform/table.ts'
import { verifyCertificate } from '../../functions/staff/certificate/signing.ts'
import { firstBrokenEntry } from '../../functions/staff/ledger.ts'
import { readStaff } from '../../functions/staff/staff.ts'
import { QINGCHENG } from '../../local/demo/organisations.ts'
import { demoItems, seedDemo } from '../../local/demo/seed.ts'
import { always2024 } from '../../rules/edition.ts'
import { withTestDatabase } from '../test-database.ts'

const PERSONS = 20
const database = withTestDatabase()
let table: Table

beforeAll(async () => {
  table = await database.newTable()
})

const signer = keyFileSigner(join(mkdtempSync(join(tmpdir(), 'training-platform-')), 'key.pem'))
const withSigner = async (): Promise<Table> => {
  const certified = await database.newTable()
  await seedDemo(certified, { persons: PERSONS, signer })
  return certified
}

const everything = async (of: Table): Promise<Item[]> => {
  const items: Item[] = []
  let from: Item | undefined
  do {
    const page = await of.client.send(new ScanCommand({ TableName: of.name, ExclusiveStartKey: from }))
    items.push(...(page.Items ?? []))
    from = page.LastEvaluatedKey
  } while (from)
  return items
}

test('a seeding that was cut short is completed by the next one', async () => {
  const [some] = demoItems(PERSONS)
  await table.client.send(new PutCommand({ TableName: table.name, Item: some }))
  const seeded = await seedDemo(table, { persons: PERSONS })
  expect(seeded).toEqual({ organisations: 444, persons: PERSONS, accounts: 17 })
  const whole = await database.newTable()
  await seedDemo(whole, { persons: PERSONS })
  expect(await everything(table)).toHaveLength((await everything(whole)).length)
})

test('the store reads what was seeded', async () => {
  expect(await readAccount(table, 'hr.city')).toMatchObject({ email: 'hr.city@demo.example' })
  expect((await readDesk(table, QINGCHENG, 'institution', '2026-11-22')).map(({ id }) => id)).toEqual([
    'unit.admin',
    'unit.head',
    'unit.second',
  ])
  expect(await readOrganisation(table, QINGCHENG)).toMatchObject({ name: '青城实验中学' })
  const li = await readStaff(table, 'staff.li')
  expect(li?.entries).toHaveLength(6)
  expect(li?.certificates).toEqual([])
  expect(firstBrokenEntry(li?.entries ?? [])).toBeUndefined()
  const register = await readIndex(table, 'listed', lists.personsOf(QINGCHENG), { limit: 100 })
  expect(register.items.length).toBeGreaterThanOrEqual(6)
})

test('with a signer, whoever is complete begins with the certificate; nothing is left to settle', async () => {
  const certified = await withSigner()
  const li = await readStaff(certified, 'staff.li')
  const held = li?.certificates.map(({ content }) => content.obligation).sort()
  expect(held).toEqual(['annual:2024', 'annual:2025'])
  const staff = await Promise.all(
    [...demoItems(PERSONS)].flatMap(({ sk, id }) =>
      sk === 'PERSON' ? [readStaff(certified, String(id))] : [],
    ),
  )
  expect(staff).toHaveLength(PERSONS)
  for (const one of staff) {
    if (one === undefined) throw new Error('A person is missing.')
    expect(certificatesDue(one, '2026-11-22', { now: always2024, asKnownOn: () => [] })).toEqual([])
    for (const certificate of one.certificates)
      expect(verifyCertificate(certificate, await signer.publicKeyPem())).toBe(true)
  }
})

test('a finished seeding is left as it is, with what was done since', async () => {
  await table.client.send(new DeleteCommand({ TableName: table.name, Key: keys.account('staff.zhao') }))
  expect(await seedDemo(table, { persons: PERSONS })).toEqual({
    organisations: 444,
    persons: PERSONS,
    accounts: 17,
  })
  expect(await readAccount(table, 'staff.zhao')).toBeUndefined()
})
