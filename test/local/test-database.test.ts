import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { expect, test } from 'vitest'
import setup from '../database-setup.ts'
import { testTables } from '../test-database.ts'

test('one database serves a test run, every table is its own, and it ends with the run', async () => {
  let endpoint = ''
  const teardown = await setup({
    provide: (_, value) => {
      endpoint = value
    },
  })
  const { newTable } = testTables(endpoint)
  const [one, other] = await Promise.all([newTable(), newTable()])
  expect(one.name).not.toBe(other.name)
  const item = { pk: 'a', sk: 'b', kept: true }
  await one.client.send(new PutCommand({ TableName: one.name, Item: item }))
  const Key = { pk: 'a', sk: 'b' }
  expect((await one.client.send(new GetCommand({ TableName: one.name, Key }))).Item).toEqual(item)
  expect((await other.client.send(new GetCommand({ TableName: other.name, Key }))).Item).toBeUndefined()
  await teardown()
  await expect(fetch(endpoint)).rejects.toThrow()
})
