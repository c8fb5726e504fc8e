import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { keyFileSigner } from '../../../functions/certificates/key-file-signer.ts'
import { renderCertificate } from '../../../functions/certificates/sheet/pdf.ts'
import type { CertificateContent } from '../../../functions/staff/certificate/content.ts'
import { groupVerifyCode } from '../../../functions/staff/certificate/number.ts'
import { signCertificate } from '../../../functions/staff/certificate/signing.ts'
import { longest, sample } from './samples.ts'

const signer = keyFileSigner(join(mkdtempSync(join(tmpdir(), 'pdf-')), 'key.pem'))
const verifyUrl = `https://px.example.gov.cn/verify/${groupVerifyCode(sample().verifyCode)}`

const render = async (content: CertificateContent) =>
  Buffer.from(await renderCertificate(await signCertificate(content, signer), verifyUrl))

/** The document's compressed streams, as text. */
const streamsOf = (pdf: Buffer): string[] => {
  const streams: string[] = []
  for (let at = pdf.indexOf('\nstream\n'); at >= 0; at = pdf.indexOf('\nstream\n', at + 1)) {
    const body = pdf.subarray(at + 8, pdf.indexOf('\nendstream', at))
    try {
      streams.push(inflateSync(body).toString('latin1'))
    } catch {
      // The metadata stands there as it is.
      streams.push(body.toString('latin1'))
    }
  }
  return streams
}

test('one A4 page in Chinese, tagged, light, with a link to the verify page', async () => {
  const pdf = await render(sample())
  const text = pdf.toString('latin1')
  expect(text.startsWith('%PDF-1.7')).toBe(true)
  expect(text.trimEnd().endsWith('%%EOF')).toBe(true)
  expect(text).toContain('/MediaBox [0 0 595.28 841.89]')
  expect(text).toMatch(/\/Type \/Pages\n\/Count 1\n/)
  expect(text).toContain('/Lang (zh-CN)')
  expect(text).toContain('/Marked true')
  expect(text).toContain(`/URI (${verifyUrl})`)
  expect(text).toContain('(D:20261230160000Z)')
  expect(pdf.length).toBeLessThan(60_000)
})

test('the text can be searched and copied: every character is mapped back to Unicode', async () => {
  const { name } = sample('annual', { name: '𬭎明' })
  const map =
    streamsOf(await render(sample('annual', { name }))).find((stream) => stream.includes('begincmap')) ?? ''
  // UTF-16, as the map writes it.
  for (const character of [...'培训合格证书明〇', '𬭎'])
    expect(map.toLowerCase().replaceAll(' ', '')).toContain(
      Buffer.from(character, 'utf16le').swap16().toString('hex'),
    )
})

test('the same certificate always gives the same bytes; another one has another file id', async () => {
  const signed = await signCertificate(sample(), signer)
  const [one, two] = await Promise.all([0, 1].map(() => renderCertificate(signed, verifyUrl)))
  expect(Buffer.from(one ?? []).equals(Buffer.from(two ?? []))).toBe(true)
  const idOf = (pdf: Uint8Array) => /\/ID \[(<\w+>)/.exec(Buffer.from(pdf).toString('latin1'))?.[1]
  expect(idOf(one ?? new Uint8Array())).toBeDefined()
  expect(idOf(await render(sample('transfer')))).not.toBe(idOf(one ?? new Uint8Array()))
})

test('the longest names stay on one page, and the file small', async () => {
  const pdf = await render(sample('annual', longest))
  expect(pdf.toString('latin1')).toMatch(/\/Type \/Pages\n\/Count 1\n/)
  expect(pdf.length).toBeLessThan(200_000)
})

test('rare ideographs and Mongolian script are drawn as outlines, and read aloud as what they are', async () => {
  const plain = await render(sample())
  const pdf = await render(sample('annual', { name: '𠮷野 ᠪᠠᠲᠤ' }))
  const streams = streamsOf(pdf).join('\n')
  for (const drawn of ['𠮷', 'ᠪᠠᠲᠤ'])
    expect(streams.includes(Buffer.from(drawn, 'utf16le').swap16().toString('latin1')), drawn).toBe(true)
  // Outlines, not pictures: a few thousand bytes.
  expect(pdf.length).toBeLessThan(plain.length + 20_000)
})

test('a name that no font has is never drawn as boxes', async () => {
  await expect(render(sample('annual', { name: '李\u{30000}' }))).rejects.toMatchObject({
    name: 'GlyphMissing',
  })
})
