import { DeleteCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { beforeAll, expect, test } from 'vitest'
import { readAccount, readDesk } from '../../functions/store/account.ts'
import { keys, lists } from '../../functions/store/keys.ts'
import { firstBrokenEntry } from '../../functions/store/ledger.ts'
import { readOrganisation } from '../../functions/store/organisation.ts'
import { readStaff } from '../../functions/store/staff.ts'
import { type Item, readIndex, type Table } from '../../functions/store/table.ts'
import { QINGCHENG } from '../../local/demo/organisations.ts'
import { demoItems, seedDemo } from '../../local/demo/seed.ts'
import { withTestDatabase } from '../test-database.ts'

const PERSONS = 20
let table: Table

beforeAll(async () => {
  table = await withTestDatabase().newTable()
})

const everything = async (): Promise<Item[]> => {
  const items: Item[] = []
  let from: Item | undefined
  do {
    const page = await table.client.send(new ScanCommand({ TableName: table.name, ExclusiveStartKey: from }))
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
  // The marker is the one item more.
  expect(await everything()).toHaveLength([...demoItems(PERSONS)].length + 1)
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

test('a finished seeding is left as it is, with what was done since', async () => {
  await table.client.send(new DeleteCommand({ TableName: table.name, Key: keys.account('staff.zhao') }))
  expect(await seedDemo(table, { persons: PERSONS })).toEqual({
    organisations: 444,
    persons: PERSONS,
    accounts: 17,
  })
  expect(await readAccount(table, 'staff.zhao')).toBeUndefined()
})
