import { readFileSync } from 'node:fs'
import { create, type Font } from 'fontkit'
import { fontFiles } from './font-files.ts'
import fonts from './fonts.json' with { type: 'json' }
import { JOINERS, loadShaper, MONGOLIAN_WORD, type Shape } from './mongolian.ts'
import type { Drawn, Run, RunsOf } from './run.ts'

const lies = (point: number, ranges: readonly (readonly number[])[]): boolean =>
  ranges.some(([first = 0, last = 0]) => first <= point && point <= last)

const rareFiles = Object.entries(fonts.rare)

/** The file that has an ideograph which the main font lacks. */
const rareFileOf = (point: number): string | undefined =>
  rareFiles.find(([, ranges]) => lies(point, ranges))?.[0]

const openedRare = new Map<string, Font>()

const rareFont = (file: string): Font => {
  const known = openedRare.get(file)
  if (known !== undefined) return known
  const font = create(readFileSync(fontFiles.rare(file)))
  if ('fonts' in font) throw new TypeError(`${file} holds several fonts.`)
  openedRare.set(file, font)
  return font
}

const rareCharacter = (character: string, file: string): Drawn => {
  const font = rareFont(file)
  const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0)
  const em = font.unitsPerEm
  return {
    ...{ kind: 'drawn', text: character, em, top: 0.88, bottom: -0.12 },
    width: glyph.advanceWidth / em,
    glyphs: [{ path: glyph.path.toSVG(), x: 0, y: 0 }],
  }
}

/** The parts of a text between words of Mongolian script. `lacking` stands for what no font has. */
const plainRuns = (text: string, lacking: string): Run[] => {
  const runs: Run[] = []
  let plain = ''
  const end = () => {
    if (plain !== '') runs.push({ kind: 'text', text: plain })
    plain = ''
  }
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    const file = lies(point, fonts.text) || character === '\n' ? undefined : rareFileOf(point)
    if (file !== undefined) {
      end()
      runs.push(rareCharacter(character, file))
    } else if (lies(point, fonts.text) || character === '\n') plain += character
    else if (!JOINERS.test(character)) plain += lacking
  }
  end()
  return runs
}

/**
 * Opens what the texts need, and tells their parts: HarfBuzz for Mongolian script, and of the rare ideographs' files
 * those that have one. `lacking`: what stands for a character that no font has.
 */
export const openRuns = async (texts: string, lacking = '〓'): Promise<RunsOf> => {
  const shape: Shape | undefined = texts.match(MONGOLIAN_WORD) === null ? undefined : await loadShaper()
  const known = new Map<string, readonly Run[]>()
  const runsOf = (text: string): Run[] => {
    if (shape === undefined) return plainRuns(text, lacking)
    const runs: Run[] = []
    let after = 0
    for (const { 0: word, index } of text.matchAll(MONGOLIAN_WORD)) {
      runs.push(...plainRuns(text.slice(after, index), lacking), shape(word))
      after = index + word.length
    }
    return [...runs, ...plainRuns(text.slice(after), lacking)]
  }
  return (text) => {
    const runs = known.get(text) ?? runsOf(text)
    known.set(text, runs)
    return runs
  }
}
