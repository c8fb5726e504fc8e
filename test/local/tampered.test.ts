import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { codeAt, readCode } from '../../functions/classes/session-code.ts'
import { sha256 } from '../../functions/platform/identifiers.ts'
import { isSealed, sealed, sealWith } from '../../functions/platform/seal.ts'
import { openKeys } from '../../local/identity/keys.ts'
import { openTokens } from '../../local/identity/tokens.ts'
import { openObjects } from '../../local/objects.ts'
import { prove, times } from '../proving.ts'

/**
 * Whatever bears a signature of ours is taken as it was made, and not with a character changed, left out, put in, or two
 * exchanged, nor put together from two of them.
 */

const directory = mkdtempSync(join(tmpdir(), 'tampered-'))
const NOW = Date.parse('2026-11-30T09:00:00+08:00')
const seal = sealWith(Buffer.alloc(32, 7))

/** A change of a text, by places that may lie anywhere. */
const change = fc.record({
  kind: fc.constantFrom('replace', 'leave out', 'put in', 'exchange', 'cut', 'graft'),
  at: fc.nat(),
  to: fc.nat(),
  character: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_~.'),
})
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never

const changed = (text: string, other: string, { kind, at, to, character }: Change): string => {
  const [place, second] = [at % text.length, to % text.length]
  const [before, after] = [text.slice(0, place), text.slice(place + 1)]
  switch (kind) {
    case 'replace':
      return before + character + after
    case 'leave out':
      return before + after
    case 'put in':
      return before + character + text.slice(place)
    case 'exchange': {
      const letters = [...text]
      ;[letters[place], letters[second]] = [letters[second] ?? '', letters[place] ?? '']
      return letters.join('')
    }
    case 'cut':
      return before
    case 'graft':
      return before + other.slice(place)
  }
}

/**
 * Tries changes of `text`; `other` is another one of ours. Counts those that made a text of another meaning: a few
 * letters are spelt in two ways.
 */
const tried = async (
  [text, other]: readonly [string, string],
  isTaken: (text: string) => boolean | Promise<boolean>,
  meaningOf: (text: string) => string = (same) => same,
): Promise<number> => {
  const known = [text, other].map(meaningOf)
  expect(await isTaken(text)).toBe(true)
  expect(await isTaken(other)).toBe(true)
  let count = 0
  await fc.assert(
    fc.asyncProperty(change, async (drawn) => {
      const made = changed(text, other, drawn)
      if (known.includes(meaningOf(made))) return
      count += 1
      expect(await isTaken(made)).toBe(false)
    }),
    { numRuns: times(120) },
  )
  return count
}

const counted: Record<string, number> = {}

test('proof 11: tokens of a login', async () => {
  const tokens = await openTokens('http://127.0.0.1/oidc', await openKeys(join(directory, 'keys.json')))
  const [own, other] = [await tokens.issue('staff.li'), await tokens.issue('hr.region')]
  counted['changed tokens'] = await tried(
    [own.access_token, other.access_token],
    async (token) => (await tokens.verify(token)) !== undefined,
    // The last letter of a part has bits that mean nothing.
    (token) =>
      token
        .split('.')
        .map((part) => Buffer.from(part, 'base64url').toString('hex'))
        .join('.'),
  )
})

test('proof 11: codes of a session', async () => {
  const codeOf = (session: string) => codeAt(seal, 'p1', session, NOW).code
  counted['changed codes'] = await tried(
    [codeOf('s1'), codeOf('s2')],
    (code) => readCode(seal, 'p1', code, NOW).found === 'present',
  )
  expect(readCode(seal, 'p2', codeOf('s1'), NOW).found).toBe('wrong')
})

test('proof 11: addresses to which a file is uploaded', async () => {
  const objects = openObjects(join(directory, 'objects'), 'http://127.0.0.1', { now: () => NOW })
  const bytes = Buffer.from('%PDF-1.7')
  const HOST = 'http://127.0.0.1/local/objects/'
  /** Behind the host, which stands in no signature. */
  const addressOf = async (key: string) => {
    const asked = { contentType: 'application/pdf', size: bytes.length, sha256: sha256(bytes) }
    return (await objects.uploadUrl(key, { ...asked, expiresInSeconds: 60 })).url.slice(HOST.length)
  }
  const pair = [await addressOf('evidence/one'), await addressOf('evidence/two')] as const
  counted['changed addresses'] = await tried(
    pair,
    async (address) => (await objects.takeUpload(new URL(HOST + address), bytes)) === 'kept',
    // %2F and %2f.
    (address) => new URL(HOST + address).pathname + String(new URL(HOST + address).searchParams),
  )
})

test('proof 11: items of the table', async () => {
  const item = (id: string) =>
    JSON.stringify(sealed(seal, { pk: `STAFF#${id}`, sk: 'PERSON', name: '李静怡', hours: 92.5, left: null }))
  counted['changed items'] = await tried([item('staff.li'), item('staff.wang')], (text) => {
    try {
      return isSealed(seal, JSON.parse(text))
    } catch {
      return false
    }
  })
})

afterAll(() => prove(11, counted))
