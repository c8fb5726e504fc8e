import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Context } from 'aws-lambda'
import { beforeEach, describe, expect, test } from 'vitest'
import { findCertificate } from '../../functions/certificates/find-certificate.ts'
import { keyFileSigner } from '../../functions/certificates/key-file-signer.ts'
import { signCorrections } from '../../functions/certificates/sign-correction.ts'
import type { Table } from '../../functions/platform/table.ts'
import { write } from '../../functions/platform/table.ts'
import { handler } from '../../functions/public/verifier.ts'
import { type PublicKeys, PublicKeysMissingError } from '../../functions/staff/certificate/public-keys.ts'
import { signCertificate } from '../../functions/staff/certificate/signing.ts'
import {
  type Certificate,
  CertificateStatement,
  certificateByNumber,
  changeCertificate,
  changed,
  issued,
  newCertificate,
} from '../../functions/staff/certificate.ts'
import { newPerson } from '../../functions/staff/person.ts'
import { putStanding } from '../../functions/staff/standing.ts'
import { sample } from '../functions/certificate/samples.ts'
import { person } from '../person.ts'
import { withTestDatabase } from '../test-database.ts'
import { everyItem } from './every-item.ts'

const database = withTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'vouched-'))
const signer = keyFileSigner(join(folder, 'key.pem'))
const pem = await signer.publicKeyPem()
const published: PublicKeys = { all: async () => [{ keyId: signer.keyId, pem }] }
const clock = { now: () => Date.parse('2026-12-31T09:00:00+08:00') }

let table: Table
let certificate: Certificate
const { staffId, number, verifyCode, obligation } = sample()

beforeEach(async () => {
  table = await database.newTable()
  certificate = issued(await signCertificate(sample(), signer), 3)
  const staff = { person: person({ id: staffId }), entries: [], certificates: [certificate] }
  await write(table, [newPerson(staff.person), newCertificate(certificate), putStanding(staff)])
})

/** What anyone gets who asks for the code. */
const verify = async (publicKeys = published, code = verifyCode) => {
  const event = {
    version: '2.0',
    routeKey: 'GET /api/verify/{code}',
    pathParameters: { code },
    headers: {},
    requestContext: { http: { method: 'GET' } },
  }
  const reply = await handler.on({ table, clock, publicKeys })(
    event as never,
    { awsRequestId: 'one', functionName: 'verify', invokedFunctionArn: 'arn' } as Context,
  )
  return { status: reply.statusCode, ...JSON.parse(String(reply.body)) }
}

const put = (item: Record<string, unknown>) =>
  table.client.send(new PutCommand({ TableName: table.name, Item: item }))
const stored = async () =>
  (await everyItem(table)).find(({ sk }) => String(sk).startsWith('CERTIFICATE#')) ?? {}

const statement = CertificateStatement.parse(sample())
const correct = async () => {
  const says = { ...statement, hours: { public: 30, professional: 60, total: 90 } }
  const change = { kind: 'corrected', on: '2026-12-31', at: 'now', reason: 'ledger', says } as const
  const after = changed(certificate, change, 4)
  const staff = { person: person({ id: staffId }), entries: [], certificates: [after] }
  await write(table, [changeCertificate(certificate, after), putStanding(staff)])
  return says
}

test('what was signed is said', async () => {
  expect(await verify()).toMatchObject({ status: 'valid', number })
})

test('by its number as well, as people type it; one wrong character finds nothing, and so does a number in parts', async () => {
  const typed = [number, number.toLowerCase(), number.replaceAll('-', ''), number.replaceAll('-', ' — ')]
  for (const one of typed)
    expect(await verify(published, one), one).toMatchObject({
      status: 'valid',
      number,
      issuedOn: sample().issuedOn,
    })
  const last = number.at(-1) === '2' ? '3' : '2'
  for (const wrong of [number.slice(0, -1) + last, number.slice(0, -1), number.replace('NMPX-', ''), 'NMPX'])
    expect(await verify(published, wrong), wrong).toMatchObject({ status: 404 })
})

describe('a missing or changed key is a fault with a sentence, never a status', () => {
  const posing = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey
  const other = posing.export({ type: 'spki', format: 'pem' }).toString()
  test.each<[string, PublicKeys, string]>([
    ['none is published', { all: async () => [] }, 'SIGNING_KEY_MISSING'],
    ['another one', { all: async () => [{ keyId: 'other', pem: other }] }, 'SIGNING_KEY_MISSING'],
    [
      'another one by its name',
      { all: async () => [{ keyId: signer.keyId, pem: other }] },
      'SIGNATURE_MISMATCH',
    ],
    [
      'they can’t be read',
      { all: () => Promise.reject(new PublicKeysMissingError('gone')) },
      'SIGNING_KEY_MISSING',
    ],
  ])('%s', async (_, keys, code) => {
    expect(await verify(keys)).toMatchObject({ status: 503, code, title: expect.stringMatching(/。$/) })
  })

  test('a key of before still vouches for what it signed', async () => {
    const keys = { all: async () => [{ keyId: 'new', pem: other }, ...(await published.all())] }
    expect(await verify(keys)).toMatchObject({ status: 'valid' })
  })
})

/** Every way to change one leaf of an item: a text by its last letter, a number by one, a flag turned. */
const forgeries = (value: unknown): unknown[] => {
  if (typeof value === 'string') return [`${value}7`, value.slice(1)]
  if (typeof value === 'number') return [value + 1]
  if (typeof value === 'boolean') return [!value]
  if (value === null) return ['2026-12-31']
  if (Array.isArray(value))
    return value.flatMap((one, at) => forgeries(one).map((other) => value.with(at, other)))
  return Object.entries(value ?? {}).flatMap(([name, inner]) =>
    forgeries(inner).map((other) => ({ ...value, [name]: other })),
  )
}

describe('a record that was tampered with is vouched for by nobody', () => {
  test('whatever one thing is changed of what was signed, by whom, or of its state', async () => {
    const item = await stored()
    const { content, signature, keyId, algorithm, status } = item
    const changes = Object.entries({ content, signature, keyId, algorithm, status }).flatMap(
      ([name, value]) => forgeries(value).map((other) => ({ [name]: other })),
    )
    expect(changes.length).toBeGreaterThan(40)
    for (const change of [...changes, { status: 'revoked' }, { status: 'corrected' }]) {
      await put({ ...item, ...change })
      expect((await verify()).status, JSON.stringify(change)).toBe(503)
    }
  })

  test('a code or a number that leads to another certificate leads to none', async () => {
    await put({ ...(await stored()), listed: 'CODE#ABCDEFGHJKLM', found: 'NUMBER#other' })
    expect((await verify(published, 'ABCDEFGHJKLM')).status).toBe(503)
    const region = { id: staffId, name: '李', email: 'li@demo.example', roles: [], staffId }
    expect(await findCertificate({ table, publicKeys: published }, 'other', region)).toMatchObject({
      ok: false,
    })
  })

  test('a correction that is signed says just what was signed; one of before rests on the issue', async () => {
    const says = await correct()
    expect(await verify()).toMatchObject({ status: 'corrected', hours: says.hours })
    await signCorrections({ table, signer })({ staffId, obligation })
    const signed = await certificateByNumber(table, number)
    expect(signed?.history).toMatchObject([{ signed: { keyId: signer.keyId, by: 'settlement' } }])
    expect(signed?.version).toBe(2)
    expect(await verify()).toMatchObject({ status: 'corrected', hours: says.hours })
    const item = await stored()
    const changes = forgeries(item.history).map((history) => ({ history }))
    expect(changes.length).toBeGreaterThan(20)
    for (const change of changes) {
      const [by] = JSON.stringify(change).match(/"by":"[^"]*"/) ?? []
      if (by !== '"by":"settlement"') continue
      await put({ ...item, ...change })
      expect((await verify()).status, JSON.stringify(change)).toBe(503)
    }
  })
})
