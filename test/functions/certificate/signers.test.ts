import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { KMSClient } from '@aws-sdk/client-kms'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { keyFileSigner } from '../../../functions/certificates/key-file-signer.ts'
import { kmsSigner } from '../../../functions/certificates/kms-signer.ts'
import { p1363FromDer } from '../../../functions/staff/certificate/ecdsa.ts'
import { signCertificate, verifyCertificate } from '../../../functions/staff/certificate/signing.ts'
import { sample } from './samples.ts'

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })

describe('a key in a file', () => {
  const folder = () => mkdtempSync(join(tmpdir(), 'key-file-'))

  test('is made when it is missing, for its owner alone, and is the same ever after', async () => {
    const parent = folder()
    const file = join(parent, 'deep', 'key.pem')
    const first = keyFileSigner(file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(parent, 'deep'))).toEqual(['key.pem'])
    expect(readFileSync(file, 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----/)
    const second = keyFileSigner(file)
    expect(second.keyId).toBe(first.keyId)
    const signed = await signCertificate(sample(), first)
    expect(signed).toMatchObject({ keyId: first.keyId, algorithm: 'ES256' })
    expect(verifyCertificate(signed, await second.publicKeyPem())).toBe(true)
  })

  test('another file is another key with another id', () => {
    expect(keyFileSigner(join(folder(), 'key.pem')).keyId).not.toBe(
      keyFileSigner(join(folder(), 'key.pem')).keyId,
    )
  })

  test('what is no P-256 key is refused, not replaced', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    for (const text of ['', 'torn', rsa.export({ type: 'pkcs8', format: 'pem' }).toString()]) {
      const file = join(folder(), 'key.pem')
      writeFileSync(file, text)
      expect(() => keyFileSigner(file)).toThrow(expect.objectContaining({ name: 'KeyFileUnusableError' }))
      expect(readFileSync(file, 'utf8')).toBe(text)
    }
  })
})

describe('DER to r‖s', () => {
  const integer = (bytes: number[]) => [2, bytes.length, ...bytes]
  const der = (...integers: number[][]) => Uint8Array.from([0x30, integers.flat().length, ...integers.flat()])

  test('is the same signature, whatever zeros its numbers begin with', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (message) => {
        const pair = p1363FromDer(sign('sha256', message, privateKey))
        expect(verify('sha256', message, { key: publicKey, dsaEncoding: 'ieee-p1363' }, pair)).toBe(true)
      }),
      // One signature in 128 has a number that is shorter than 32 bytes.
      { numRuns: 400 },
    )
    const small = p1363FromDer(der(integer([1]), integer([0, 0x80])))
    expect(Buffer.from(small).toString('hex')).toBe(`${'01'.padStart(64, '0')}${'80'.padStart(64, '0')}`)
  })

  test('what is torn or of another form is refused', () => {
    const good = sign('sha256', Buffer.from('x'), privateKey)
    const torn = Array.from(good, (_, length) => good.subarray(0, length))
    const others = [
      Buffer.concat([good, Buffer.alloc(1)]),
      der(integer([1])),
      der(integer([1]), integer([])),
      der(integer([1]), integer(new Array<number>(33).fill(1))),
      der(integer([1]), integer([1]), integer([1])),
    ]
    for (const bytes of [...torn, ...others])
      expect(() => p1363FromDer(bytes)).toThrow(expect.objectContaining({ name: 'SignatureMalformedError' }))
  })
})

describe('a key in KMS', () => {
  const ARN = 'arn:aws-cn:kms:cn-north-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
  const Asked = z.looseObject({ KeyId: z.literal(ARN) })
  const ToSign = Asked.extend({
    Message: z.base64(),
    MessageType: z.literal('DIGEST'),
    SigningAlgorithm: z.literal('ECDSA_SHA_256'),
  })
  const targets: unknown[] = []
  let server: Server
  let client: KMSClient

  beforeAll(async () => {
    // Plays KMS. Node signs no bare digest, so the message is found by it; what comes out is the same.
    server = createServer(async (request, response) => {
      const target = request.headers['x-amz-target']
      targets.push(target)
      const body = await json(request)
      const answer = () => {
        if (target === 'TrentService.GetPublicKey') {
          Asked.parse(body)
          return {
            KeyId: ARN,
            PublicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
          }
        }
        const digest = Buffer.from(ToSign.parse(body).Message, 'base64')
        const message = messages.find((one) => createHash('sha256').update(one).digest().equals(digest))
        if (message === undefined) throw new Error('This digest is of no known message.')
        return { KeyId: ARN, Signature: sign('sha256', message, privateKey).toString('base64') }
      }
      try {
        const text = JSON.stringify(answer())
        response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(text)
      } catch (error) {
        response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' })
        response.end(JSON.stringify({ __type: 'ValidationException', message: String(error) }))
      }
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    client = new KMSClient({
      region: 'cn-north-1',
      endpoint: `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`,
      credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
      maxAttempts: 1,
    })
  })

  afterAll(() => {
    client.destroy()
    server.close()
  })

  const messages: Buffer[] = []

  test('signs the digest alone, and its certificates verify by its public key', async () => {
    const kms = kmsSigner(client, ARN)
    const remembering = {
      ...kms,
      sign: async (bytes: Uint8Array) => {
        messages.push(Buffer.from(bytes))
        return kms.sign(bytes)
      },
    }
    for (let round = 0; round < 20; round += 1) {
      const signed = await signCertificate(sample('annual', { staffId: `s${round}` }), remembering)
      expect(verifyCertificate(signed, await kms.publicKeyPem())).toBe(true)
      expect(signed.keyId).toBe('1234abcd-12ab-34cd-56ef-1234567890ab')
    }
    expect(targets.filter((target) => target === 'TrentService.GetPublicKey')).toHaveLength(1)
  })

  test('a fault of KMS is a fault, and an alias, which may name another key tomorrow, is refused', async () => {
    await expect(kmsSigner(client, ARN).sign(Buffer.from('unknown'))).rejects.toThrow('no known message')
    for (const alias of ['alias/certificates', 'arn:aws:kms:us-east-1:111122223333:alias/certificates'])
      expect(() => kmsSigner(client, alias)).toThrow(expect.objectContaining({ name: 'KmsKeyUnusableError' }))
  })
})
