import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { GlyphMissingError, requireGlyphs } from '../../../functions/certificates/sheet/glyphs.ts'
import { openRuns } from '../../../functions/certificates/sheet/outlines.ts'
import { undrawable } from '../../../functions/platform/drawable.ts'
import { fonts } from '../../../scripts/fonts.ts'
import { sample } from './samples.ts'

test('what is written down of the fonts is what they have: npm run fonts', () => {
  for (const [file, found] of fonts()) expect(JSON.parse(readFileSync(file, 'utf8')), file).toEqual(found)
})

test('ordinary, rare and foreign names can be drawn: simplified, of every plane, with a middle dot, Mongolian', () => {
  const names = [
    '李明',
    '阿拉坦·巴特尔',
    '𬭎𫖯',
    '䶮龑堃喆',
    '𠮷野',
    '𪜎𫝀𬺰',
    'Älice',
    'ᠪᠠᠲᠤ ᠮᠣᠩᠭᠣᠯ',
    'ᠭᠡᠷ\u202Fᠦᠨ',
  ]
  expect(undrawable(names)).toEqual([])
})

test('what no font has is named, each character once: an emoji, a newest ideograph, a private one', () => {
  expect(undrawable(['李😀', '明😀', '\u{30000}', '\uE000'])).toEqual(['😀', '\u{30000}', '\uE000'])
})

test('a certificate that no font has a character for is not issued, and the fault does not tell the name', () => {
  expect(() => requireGlyphs(sample())).not.toThrow()
  for (const field of ['name', 'institution', 'issuer'] as const) {
    const check = () => requireGlyphs(sample('annual', { [field]: '李明\u{30000}' }))
    expect(check).toThrow(GlyphMissingError)
    expect(check).toThrow(/^No font has U\+30000\.$/)
  }
  expect(new GlyphMissingError(['ᠮ'])).toMatchObject({ name: 'GlyphMissing', characters: ['ᠮ'] })
})

test('a text is set in its font but for rare ideographs and Mongolian words, which are drawn', async () => {
  const text = '𠮷田 ᠪᠠᠲᠤ·ᠪᠠᠲᠤ\u{30000}'
  const runs = (await openRuns(text))(text)
  expect(runs.map((run) => [run.kind, run.text])).toEqual([
    ['drawn', '𠮷'],
    ['text', '田 '],
    ['drawn', 'ᠪᠠᠲᠤ'],
    ['text', '·'],
    ['drawn', 'ᠪᠠᠲᠤ'],
    ['text', '〓'],
  ])
  for (const run of runs)
    if (run.kind === 'drawn') {
      expect(run.glyphs.every(({ path }) => path.startsWith('M'))).toBe(true)
      expect(run.width).toBeGreaterThan(0.5)
    }
})

test('Mongolian letters take their shapes from their neighbours: one word is narrower than its letters', async () => {
  const runsOf = await openRuns('ᠪᠠᠲᠤ')
  const widthOf = (text: string) => {
    const [run] = runsOf(text)
    return run?.kind === 'drawn' ? run.width : Number.NaN
  }
  const letters = [...'ᠪᠠᠲᠤ'].reduce((sum, letter) => sum + widthOf(letter), 0)
  expect(widthOf('ᠪᠠᠲᠤ')).toBeLessThan(letters - 0.5)
})
