/**
 * Writes down which characters the certificates' fonts have, from the fonts themselves: `npm run fonts`. All of them in
 * `functions/platform/drawable.json`, for whoever asks whether a name can be printed; by font in
 * `functions/certificates/sheet/fonts.json`, for whoever draws it.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Font, openSync } from 'fontkit'
import { fontFiles } from '../functions/certificates/sheet/font-files.ts'
import { JOINERS, MONGOLIAN } from '../functions/certificates/sheet/mongolian.ts'

const ROOT = resolve(import.meta.dirname, '..')

const DRAWABLE = join('functions', 'platform', 'drawable.json')
const FONTS = join('functions', 'certificates', 'sheet', 'fonts.json')

/** First and last code points of the runs of neighbours. */
type Ranges = [number, number][]

const rangesOf = (points: Iterable<number>): Ranges => {
  const ranges: Ranges = []
  for (const point of [...new Set(points)].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last?.[1] === point - 1) last[1] = point
    else ranges.push([point, point])
  }
  return ranges
}

const open = (file: string): Font => {
  const font = openSync(file)
  if ('fonts' in font) throw new TypeError(`${file} holds several fonts.`)
  return font
}

// Control characters have an empty glyph in some fonts; nobody's name has them.
const pointsOf = (file: string): number[] => {
  const font = open(file)
  return font.characterSet.filter((point) => point >= 0x20 && font.hasGlyphForCodePoint(point))
}

const isIdeograph = (point: number): boolean => point >= 0x34_00

/** What the two files say, by their names. */
export const fonts = (): ReadonlyMap<string, unknown> => {
  const text = pointsOf(fontFiles.text())
  const drawn = new Set(text)
  const rare: Record<string, Ranges> = {}
  for (const file of readdirSync(dirname(fontFiles.rare('HanaMin.css'))).sort()) {
    if (!/^HanaMin[AB]\.CJK-(?:Unified|Compatibility)-Ideographs.*\.woff2$/.test(file)) continue
    const points = pointsOf(fontFiles.rare(file)).filter((point) => isIdeograph(point) && !drawn.has(point))
    for (const point of points) drawn.add(point)
    if (points.length > 0) rare[file] = rangesOf(points)
  }
  const mongolian = pointsOf(fontFiles.mongolian()).filter((point) => {
    const character = String.fromCodePoint(point)
    return MONGOLIAN.test(character) || JOINERS.test(character)
  })
  return new Map<string, unknown>([
    [DRAWABLE, rangesOf([...drawn, ...mongolian])],
    [FONTS, { text: rangesOf(text), rare }],
  ])
}

if (import.meta.main) {
  for (const [file, found] of fonts()) writeFileSync(join(ROOT, file), JSON.stringify(found))
  execFileSync(join(ROOT, 'node_modules/.bin/biome'), ['format', '--write', DRAWABLE, FONTS], { cwd: ROOT })
}
