import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { keyFileSigner } from '../../../functions/certificates/key-file-signer.ts'
import { renderCertificate } from '../../../functions/certificates/sheet/pdf.ts'
import { proofOf } from '../../../functions/staff/certificate/proof.ts'
import { jwkOf } from '../../../functions/staff/certificate/public-keys.ts'
import { canonicalBytes, signCertificate } from '../../../functions/staff/certificate/signing.ts'
import { longest, sample } from './samples.ts'

const folder = mkdtempSync(join(tmpdir(), 'proof-'))
const at = (name: string, content: string | Uint8Array): string => {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}
const signer = keyFileSigner(join(folder, 'key.pem'))
const other = keyFileSigner(join(folder, 'other.pem'))
const keySet = async (...signers: readonly (typeof signer)[]) =>
  JSON.stringify({
    keys: await Promise.all(
      signers.map(async (one) => jwkOf({ keyId: one.keyId, pem: await one.publicKeyPem() })),
    ),
  })
const verifyUrl = 'https://px.example.gov.cn/verify/ABCD-EFGH-JKLM'

/** The documented script, as whoever doubts us runs it. */
const check = (proof: string, keys: string) =>
  spawnSync(process.execPath, ['docs/verify-certificate.mjs', proof, keys], { encoding: 'utf8' })

describe('a certificate is verified without us, by its PDF or its QR code and the published keys', () => {
  test.each([
    ['annual', sample()],
    ['longest', sample('annual', longest)],
  ])('the PDF (%s) carries what was signed, to the byte', async (name, content) => {
    const signed = await signCertificate(content, signer)
    const pdf = at(`${name}.pdf`, await renderCertificate(signed, verifyUrl))
    const keys = at('jwks.json', await keySet(other, signer))
    const said = check(pdf, keys)
    expect(said).toMatchObject({ status: 0, stderr: '' })
    expect(said.stdout).toContain(canonicalBytes(content).toString())
    expect(said.stdout).toContain(signer.keyId)
  })

  test('what the QR code says is enough', async () => {
    const code = at('code.txt', `${verifyUrl}#${proofOf(await signCertificate(sample(), signer))}`)
    expect(check(code, at('keys.json', await keySet(signer))).status).toBe(0)
  })

  test('another content with the signature of this one, or a key of another under its id, is refused', async () => {
    const signed = await signCertificate(sample(), signer)
    const keys = at('good.json', await keySet(signer))
    const more = { ...signed, content: { ...signed.content, name: '李四' } }
    expect(check(at('forged.txt', proofOf(more)), keys).status).toBe(1)
    const posing = jwkOf({ keyId: signer.keyId, pem: await other.publicKeyPem() })
    const proof = at('whole.txt', proofOf(signed))
    expect(check(proof, at('posing.json', JSON.stringify({ keys: [posing] }))).status).toBe(1)
    expect(check(proof, at('none.json', '{"keys":[]}')).status).not.toBe(0)
  })
})
