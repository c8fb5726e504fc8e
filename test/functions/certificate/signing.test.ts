import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { keyFileSigner } from '../../../functions/certificates/key-file-signer.ts'
import { hasLowS, withLowS } from '../../../functions/staff/certificate/ecdsa.ts'
import {
  type SignedCertificate,
  signCertificate,
  verifyCertificate,
} from '../../../functions/staff/certificate/signing.ts'
import { prove, times } from '../../proving.ts'
import { deemedProfessional, longest, sample } from './samples.ts'

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

const signer = keyFileSigner(join(mkdtempSync(join(tmpdir(), 'signing-')), 'key.pem'))
let pem = ''
let signed: SignedCertificate

beforeAll(async () => {
  pem = await signer.publicKeyPem()
  signed = await signCertificate(sample(), signer)
})

const publicPem = (namedCurve: string) =>
  generateKeyPairSync('ec', { namedCurve }).publicKey.export({ type: 'spki', format: 'pem' }).toString()

/** Every way to change one leaf of a document: texts by a character, numbers by a tenth, flags turned, nulls filled. */
const mutations = (value: unknown): unknown[] => {
  if (typeof value === 'string')
    return [
      ...Array.from(value, (_, at) => `${value.slice(0, at)}7${value.slice(at + 1)}`),
      ...Array.from(value, (_, at) => value.slice(0, at) + value.slice(at + 1)),
      `${value} `,
    ].filter((other) => other !== value)
  if (typeof value === 'number') return [value + 1, value + 0.1, -value - 1, String(value), null]
  if (typeof value === 'boolean') return [!value, null]
  if (value === null) return ['2026-12-31', 0]
  if (Array.isArray(value)) return [[...value, '39(6)'], ...value.map((_, at) => value.toSpliced(at, 1))]
  return [
    { ...value, more: 1 },
    ...Object.entries(value ?? {}).flatMap(([key, inner]) => [
      ...mutations(inner).map((other) => ({ ...value, [key]: other })),
      Object.fromEntries(Object.entries(value ?? {}).filter(([other]) => other !== key)),
    ]),
  ]
}

describe('proof 11: what was signed is accepted, and nothing else', () => {
  test('every kind and the longest names, with their fields in any order, after storage', async () => {
    for (const content of [
      sample(),
      sample('induction'),
      sample('transfer', longest),
      sample('annual', deemedProfessional),
    ]) {
      const certificate = await signCertificate(content, signer)
      const stored = JSON.parse(JSON.stringify(certificate))
      const reversed = { ...stored, content: Object.fromEntries(Object.entries(stored.content).reverse()) }
      expect(certificate.signature).toMatch(/^[\w-]{86}$/)
      expect(verifyCertificate(certificate, pem) && verifyCertificate(reversed, pem)).toBe(true)
    }
  })

  test('any change of any field, any field added or taken away', async () => {
    const deemed = await signCertificate(sample('annual', deemedProfessional), signer)
    const changed = [signed, deemed].flatMap((certificate) =>
      mutations(certificate.content).map((content) =>
        JSON.parse(JSON.stringify({ ...certificate, content })),
      ),
    )
    expect(changed.length).toBeGreaterThan(400)
    expect(changed.filter((certificate) => verifyCertificate(certificate, pem))).toEqual([])
    prove(11, { 'changed certificates': changed.length })
  })

  test('half of a surrogate pair is not the replacement character that it is written as', async () => {
    const certificate = await signCertificate(sample('annual', { name: '李\ufffd' }), signer)
    expect(verifyCertificate(certificate, pem)).toBe(true)
    const content = { ...certificate.content, name: '李\ud842' }
    expect(verifyCertificate({ ...certificate, content }, pem)).toBe(false)
  })

  test('any other spelling of the signature, to its last stray bit', () => {
    const accepted = [...BASE64URL].filter((last) =>
      verifyCertificate({ ...signed, signature: signed.signature.slice(0, -1) + last }, pem),
    )
    expect(accepted).toEqual([signed.signature.at(-1)])
    fc.assert(
      fc.property(fc.nat(85), fc.constantFrom(...BASE64URL), (at, other) => {
        fc.pre(signed.signature[at] !== other)
        const signature = signed.signature.slice(0, at) + other + signed.signature.slice(at + 1)
        expect(verifyCertificate({ ...signed, signature }, pem)).toBe(false)
      }),
      { numRuns: times(400) },
    )
    prove(11, { 'changed signatures': times(400) })
    for (const signature of [
      '',
      `${signed.signature}=`,
      ` ${signed.signature}`,
      signed.signature.slice(0, 84),
      'A'.repeat(86),
    ])
      expect(verifyCertificate({ ...signed, signature }, pem)).toBe(false)
  })

  test('the twin signature with n − s, which is as good in mathematics', () => {
    const bytes = Buffer.from(signed.signature, 'base64url')
    const s = BigInt(`0x${bytes.subarray(32).toString('hex')}`)
    const high = Buffer.from((ORDER - s).toString(16).padStart(64, '0'), 'hex')
    const twin = Buffer.concat([bytes.subarray(0, 32), high])
    expect(verifyCertificate({ ...signed, signature: twin.toString('base64url') }, pem)).toBe(false)
    expect(Buffer.from(withLowS(twin)).equals(bytes)).toBe(true)
    expect(hasLowS(bytes) && !hasLowS(twin)).toBe(true)
  })

  test("another certificate's signature, another key, another curve, another algorithm", async () => {
    const other = await signCertificate(sample('annual', { name: '王明' }), signer)
    expect(verifyCertificate({ ...signed, signature: other.signature }, pem)).toBe(false)
    expect(verifyCertificate(signed, publicPem('P-256'))).toBe(false)
    expect(verifyCertificate(signed, publicPem('P-384'))).toBe(false)
    expect(verifyCertificate(JSON.parse(JSON.stringify({ ...signed, algorithm: 'none' })), pem)).toBe(false)
    expect(() => verifyCertificate(signed, 'no key')).toThrow()
  })

  test('nothing malformed is signed', async () => {
    await expect(signCertificate({ ...sample(), obligation: 'annual:2025' }, signer)).rejects.toThrow()
  })
})
