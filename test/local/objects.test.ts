import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LocalObjects, openObjects } from '../../local/objects.ts'

const ORIGIN = 'http://127.0.0.1:3000'
const bytes = new TextEncoder().encode('%PDF-1.4 a proof')
const sha256 = createHash('sha256').update(bytes).digest('hex')
const contentType = 'application/pdf'

let around = ''
let directory = ''
let now = 0
let objects: LocalObjects
const open = () => openObjects(directory, ORIGIN, { now: () => now })
beforeEach(async () => {
  around = await mkdtemp(join(tmpdir(), 'training-objects-'))
  directory = join(around, 'objects')
  await mkdir(directory)
  now = Date.parse('2026-11-22T12:00:00+08:00')
  objects = open()
})
afterEach(() => rm(around, { recursive: true, force: true }))

test('what was put is there after a restart, with its type, until it is deleted', async () => {
  expect(await objects.get('evidence/e1')).toBeUndefined()
  expect(await objects.head('evidence/e1')).toBeUndefined()
  await objects.put('evidence/e1', bytes, { contentType })
  const reopened = open()
  expect(await reopened.get('evidence/e1')).toEqual({ bytes, contentType })
  expect(await reopened.head('evidence/e1')).toEqual({ size: bytes.length, contentType })
  await reopened.delete('evidence/e1')
  await reopened.delete('evidence/e1')
  expect(await reopened.get('evidence/e1')).toBeUndefined()
})

test('put again it is replaced; put only if absent it stays as it was', async () => {
  const other = new TextEncoder().encode('other')
  await objects.put('sheet', bytes, { contentType })
  await objects.put('sheet', other, { contentType: 'text/plain', ifAbsent: true }).catch(() => undefined)
  expect(await objects.get('sheet')).toEqual({ bytes, contentType })
  await objects.put('sheet', other, { contentType: 'text/plain' })
  expect(await objects.get('sheet')).toEqual({ bytes: other, contentType: 'text/plain' })
})

test.each([
  '../outside',
  'a/../../outside',
  '/etc/passwd',
  '',
  'a//b',
  'a/',
  '.',
  'a/./b',
  'a\0b',
  '.hidden',
])('no key leads out of the folder: %j', async (key) => {
  await expect((async () => objects.put(key, bytes, { contentType }))()).rejects.toThrow()
  await expect((async () => objects.get(key))()).rejects.toThrow()
  expect(await readdir(around)).toEqual(['objects'])
})

const signed = async (expiresInSeconds = 900) =>
  new URL(
    (await objects.uploadUrl('evidence/e2', { contentType, size: bytes.length, sha256, expiresInSeconds }))
      .url,
  )

test('a signed address takes the announced bytes, after a restart too', async () => {
  const url = await signed()
  expect(url.origin).toBe(ORIGIN)
  expect(await open().takeUpload(url, bytes)).toBe('kept')
  expect(await objects.get('evidence/e2')).toEqual({ bytes, contentType })
})

test('it takes no other bytes', async () => {
  const url = await signed()
  expect(await objects.takeUpload(url, new TextEncoder().encode('%PDF-1.4 b proof'))).toBe('differs')
  expect(await objects.takeUpload(url, bytes.slice(1))).toBe('differs')
  expect(await objects.get('evidence/e2')).toBeUndefined()
})

test.each([
  [-1, 'kept'],
  [0, 'kept'],
  [1, 'expired'],
])('%i ms past its time by the system’s clock: %s', async (past, outcome) => {
  const url = await signed(900)
  now += 900_000 + past
  expect(await objects.takeUpload(url, bytes)).toBe(outcome)
})

test('changed in any character, it is not ours', async () => {
  const url = await signed()
  const path = url.pathname + url.search
  for (let position = '/local/objects/'.length; position < path.length; position += 1) {
    const changed = path[position] === 'x' ? 'y' : 'x'
    const forged = new URL(path.slice(0, position) + changed + path.slice(position + 1), ORIGIN)
    // A percent sign less, and the same value may be written in another way: the value is what is signed.
    if (forged.searchParams.toString() === url.searchParams.toString() && forged.pathname === url.pathname)
      continue
    expect(await objects.takeUpload(forged, bytes).catch(() => 'not_signed')).not.toBe('kept')
  }
  for (const name of ['contentType', 'size', 'sha256', 'expires', 'signature']) {
    const without = new URL(url)
    without.searchParams.delete(name)
    expect(await objects.takeUpload(without, bytes)).toBe('not_signed')
  }
})
