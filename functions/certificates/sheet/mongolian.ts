import { readFileSync } from 'node:fs'
import { fontFiles } from './font-files.ts'
import type { Drawn } from './run.ts'

/** A letter of Mongolian script. */
export const MONGOLIAN = /[\u1800-\u18AF\u{11660}-\u{1166C}]/u

/** What joins letters and suffixes within a word, and has no ink of its own. */
export const JOINERS = /\u200C|\u200D|\u202F/u

/** A word of Mongolian script, with its joiners. */
export const MONGOLIAN_WORD =
  /[\u1800-\u18AF\u{11660}-\u{1166C}](?:[\u1800-\u18AF\u{11660}-\u{1166C}]|(?:\u200C|\u200D|\u202F)(?=[\u1800-\u18AF]))*/gu

/** Sets a word of Mongolian script as it lies on a horizontal line, its shapes chosen by their neighbours. */
export type Shape = (word: string) => Drawn

/** HarfBuzz, whose program is loaded when the first Mongolian word is drawn: fontkit fails on this font's rules. */
const openShaper = async (): Promise<Shape> => {
  const { Blob, Buffer, Face, Font, shape } = await import('harfbuzzjs')
  const file = readFileSync(fontFiles.mongolian())
  const face = new Face(new Blob(Uint8Array.from(file).buffer))
  const font = new Font(face)
  const em = face.upem
  return (word) => {
    const buffer = new Buffer()
    buffer.addText(word)
    buffer.guessSegmentProperties()
    shape(font, buffer)
    const positions = buffer.getGlyphPositions()
    let pen = 0
    let [top, bottom] = [0, 0]
    const glyphs = buffer.getGlyphInfos().map(({ codepoint: glyph }, place) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[place] ?? {}
      const extents = font.glyphExtents(glyph)
      if (extents !== undefined) {
        top = Math.max(top, (extents.yBearing + yOffset) / em)
        bottom = Math.min(bottom, (extents.yBearing + extents.height + yOffset) / em)
      }
      const at = { path: font.glyphToPath(glyph), x: (pen + xOffset) / em, y: yOffset / em }
      pen += xAdvance
      return at
    })
    return { kind: 'drawn', text: word, width: pen / em, top, bottom, em, glyphs }
  }
}

let opened: Promise<Shape> | undefined

/** Opens the shaper once a process. */
export const loadShaper = (): Promise<Shape> => {
  opened ??= openShaper()
  return opened
}
