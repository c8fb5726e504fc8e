import { expect, test } from 'vitest'
import { FontUnusableError, loadFont, openFont } from '../../../functions/certificates/sheet/font.ts'
import {
  GlyphMissingError,
  missingGlyphs,
  requireGlyphs,
} from '../../../functions/certificates/sheet/glyphs.ts'
import { sample } from './samples.ts'

const font = loadFont()

test('ordinary, rare and foreign names can be drawn: simplified, beyond the BMP, with a middle dot', () => {
  expect(missingGlyphs(['李明', '阿拉坦·巴特尔', '𬭎𫖯', '䶮龑堃喆', 'Älice'], font)).toEqual([])
})

test('what the font lacks is named, each character once: Mongolian script, an emoji, a very rare character', () => {
  expect(missingGlyphs(['李ᠮᠣᠩ', 'ᠮ😀', '𠮷'], font)).toEqual(['ᠮ', 'ᠣ', 'ᠩ', '😀', '𠮷'])
})

test('a certificate that the font lacks a character for is not issued, and the fault does not tell the name', () => {
  expect(() => requireGlyphs(sample(), font)).not.toThrow()
  for (const field of ['name', 'institution', 'issuer'] as const) {
    const check = () => requireGlyphs(sample('annual', { [field]: '李明ᠮ' }), font)
    expect(check).toThrow(GlyphMissingError)
    expect(check).toThrow(/^The font lacks U\+182E\.$/)
  }
  expect(new GlyphMissingError(['ᠮ'])).toMatchObject({ name: 'GlyphMissing', characters: ['ᠮ'] })
})

test('the font is read once, and what is no font is refused', () => {
  expect(loadFont()).toBe(font)
  for (const bytes of [new Uint8Array(), new Uint8Array(100), font.bytes.subarray(0, 2_000)])
    expect(() => openFont(bytes)).toThrow(FontUnusableError)
})
