import { expect, test } from 'vitest'
import { ProblemError } from '../../../web/shared/api/client.ts'
import { keptScans, sendScan } from '../../../web/workbench/classes/kept-scan.ts'

const storage = () => {
  const held = new Map<string, string>()
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  }
}

const failing = (status: number) => async (): Promise<never> => {
  throw new ProblemError(status, {})
}

test('a scan is kept before it is sent, and gone with its answer', async () => {
  const kept = keptScans(storage(), 'li', 'class')
  let before: string[] = []
  const answer = await sendScan(kept, 'a~1~x', async (code) => {
    before = kept.all()
    return `noted ${code}`
  })
  expect([before, answer, kept.all()]).toEqual([['a~1~x'], 'noted a~1~x', []])
})

test.each([0, 401, 429, 500, 503])('without an answer that settles it (%i), it stays', async (status) => {
  const kept = keptScans(storage(), 'li', 'class')
  await expect(sendScan(kept, 'a~1~x', failing(status))).rejects.toMatchObject({ status })
  expect(kept.all()).toEqual(['a~1~x'])
})

test.each([403, 404, 409, 410])('what the API refuses (%i) is not sent again', async (status) => {
  const kept = keptScans(storage(), 'li', 'class')
  await expect(sendScan(kept, 'a~1~x', failing(status))).rejects.toMatchObject({ status })
  expect(kept.all()).toEqual([])
})

test('scans wait in their order, each once, and the oldest give way', () => {
  const kept = keptScans(storage(), 'li', 'class')
  for (const code of ['a', 'b', 'a', 'c', 'd', 'e']) kept.keep(code)
  expect(kept.all()).toEqual(['a', 'c', 'd', 'e'])
  kept.drop('c')
  expect(kept.all()).toEqual(['a', 'd', 'e'])
})

test('another account or class on the same telephone has none of them, and signing out finds them as drafts', () => {
  const store = storage()
  keptScans(store, 'li', 'class').keep('a')
  expect(keptScans(store, 'wang', 'class').all()).toEqual([])
  expect(keptScans(store, 'li', 'other').all()).toEqual([])
  expect([...store.held.keys()].every((key) => key.startsWith('draft '))).toBe(true)
})

test.each(['{', '{"a":1}', 'null', '[1,null]'])(
  'what somebody else wrote there (%s) is nothing',
  (written) => {
    const store = storage()
    store.setItem('draft li scan class', written)
    expect(keptScans(store, 'li', 'class').all()).toEqual([])
  },
)
