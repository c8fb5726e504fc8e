import { beforeAll, describe, expect, test } from 'vitest'
import { CursorInvalidError } from '../../functions/platform/cursor-invalid.ts'
import { lists } from '../../functions/platform/keys.ts'
import { pagesOf } from '../../functions/platform/pages-of.ts'
import { readIndex, type Table, write } from '../../functions/platform/table.ts'
import { withTestDatabase } from '../test-database.ts'

let table: Table
const value = lists.institutionsOf('city')
const list = (cursor?: string, more: object = {}) =>
  readIndex(table, 'listed', value, { limit: 1, cursor, ...more })
const made = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url')

beforeAll(async () => {
  table = await withTestDatabase().newTable()
  for (const id of ['a', 'b'])
    await write(table, [
      {
        put: { pk: `ORGANISATION#${id}`, sk: 'ORGANISATION', listed: value, listedOrder: id },
        when: { expression: 'attribute_not_exists(pk)' },
      },
    ])
})

describe('a cursor made by hand is the caller’s fault, never ours', () => {
  const own = { pk: 'ORGANISATION#a', sk: 'ORGANISATION', listed: value, listedOrder: 'a' }
  test.each<[string, string]>([
    ['nothing', ''],
    ['no JSON', 'abc'],
    ['null', made(null)],
    ['an array', made([1, 2, 3, 4])],
    ['the index alone', made({ listed: value })],
    ['a number for a key', made({ ...own, pk: 7 })],
    ['an object for a key', made({ ...own, sk: { S: 'x' } })],
    ['an empty key', made({ ...own, sk: '' })],
    ['half a surrogate pair', made({ ...own, listedOrder: '\ud800' })],
    ['more than the keys', made({ ...own, more: 'x' })],
    ['another list', made({ ...own, listed: lists.institutionsOf('other') })],
  ])('%s', async (_, cursor) => {
    await expect(list(cursor)).rejects.toThrow(CursorInvalidError)
  })

  test('one beyond what is asked for', async () => {
    await expect(list(made({ ...own, listedOrder: 'z' }), { upTo: 'b' })).rejects.toThrow(CursorInvalidError)
  })

  test('the list’s own goes on', async () => {
    const first = await list()
    expect(first.items).toMatchObject([{ pk: 'ORGANISATION#a' }])
    expect((await list(first.cursor ?? '')).items).toMatchObject([{ pk: 'ORGANISATION#b' }])
  })
})

describe('a cursor over the lists of several seats', () => {
  const pages = (cursor?: string) =>
    pagesOf(['a', 'b'], { limit: 1, cursor }, async (owner) => ({ items: [owner], cursor: null }))

  test('leads from one to the next, and ends', async () => {
    expect(await pages()).toEqual({ items: ['a'], cursor: '1~' })
    expect(await pages('1~')).toEqual({ items: ['b'], cursor: null })
  })

  test.each(['-1~', '-1', '2~', '1', '~', '1.5~', '1e0~', '01~', '0x1~', 'NaN~', '99999999999~', ' 1~', ''])(
    'made by hand: %s',
    async (cursor) => {
      await expect(pages(cursor)).rejects.toThrow(CursorInvalidError)
    },
  )
})
