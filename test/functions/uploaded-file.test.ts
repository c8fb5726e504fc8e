import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { judgeUpload } from '../../functions/platform/uploaded-file.ts'
import { JPEG, png } from '../pictures.ts'

const PDF = (more = '', trailer = '') =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n${more}trailer<</Root 1 0 R${trailer}>>\n%%EOF\n`,
  )

const codeOf = async (bytes: Uint8Array) => {
  const judged = await judgeUpload(bytes)
  return judged.ok ? judged.value : judged.code
}

describe('a file is judged as a whole', () => {
  test('what opens is taken', async () => {
    expect(await codeOf(PDF())).toBe('application/pdf')
    expect(await codeOf(png())).toBe('image/png')
    expect(await codeOf(JPEG)).toBe('image/jpeg')
    expect(await codeOf(Buffer.concat([JPEG, Buffer.alloc(100)]))).toBe('image/jpeg')
  })

  test('half of it is damaged, whichever half', async () => {
    for (const [file, first] of [
      [PDF(), 40],
      [png(), 9],
      [JPEG, 9],
    ] as const)
      for (const cut of [first, Math.floor(file.length / 2), file.length - 6])
        expect(await codeOf(file.subarray(0, cut)), `${cut}`).toBe('FILE_DAMAGED')
  })

  test('what is something else is refused', async () => {
    expect(await codeOf(Buffer.from('#!/bin/sh'))).toBe('FILE_TYPE_REFUSED')
  })

  test('a PDF that is encrypted is locked; one that merely speaks of it is not', async () => {
    expect(await codeOf(PDF('', '/Encrypt 9 0 R'))).toBe('FILE_LOCKED')
    expect(await codeOf(PDF('', '/Encrypt<</Filter/Standard>>'))).toBe('FILE_LOCKED')
    expect(await codeOf(PDF('% /Encrypted 1\n% /EncryptMetadata false\n'))).toBe('application/pdf')
  })

  test('a PNG of a wrong byte, of too few pixels, or that unpacks without end', async () => {
    const wrong = png()
    wrong.writeUInt8(wrong.readUInt8(50) ^ 1, 50)
    expect(await codeOf(wrong)).toBe('FILE_DAMAGED')
    expect(await codeOf(png({ height: 5 }))).toBe('FILE_DAMAGED')
    const bomb = deflateSync(Buffer.alloc(50_000_000))
    expect(await codeOf(png({ pixels: bomb }))).toBe('FILE_DAMAGED')
    expect(await codeOf(png({ width: 4_000_000_000, height: 4_000_000_000 }))).toBe('FILE_DAMAGED')
  })

  test('ten megabytes of what is like the marks are walked at once', async () => {
    const begun = performance.now()
    for (const text of ['/Encrypt ', '/Encrypt 1 ', '%%EOF', '\xff\xd0'])
      await codeOf(
        Buffer.concat([PDF(), Buffer.from(text.repeat(1_000_000), 'latin1'), Buffer.from('%%EOF')]),
      )
    await codeOf(Buffer.concat([JPEG.subarray(0, -2), Buffer.alloc(10_000_000, 0xff)]))
    expect(performance.now() - begun).toBeLessThan(8_000)
  })
})
