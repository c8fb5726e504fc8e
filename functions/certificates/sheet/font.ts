import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** A TrueType font: its bytes, for the sheet, and the code points that it can draw. */
export interface CertificateFont {
  readonly bytes: Uint8Array
  covers(codePoint: number): boolean
}

/** A file that is no font of the kind that certificates are drawn with. */
export class FontUnusableError extends Error {
  override name = 'FontUnusableError'
}

const TABLE_DIRECTORY = 12
const TABLE_RECORD = 16
const SUBTABLE_RECORD = 8
const GROUP = 12

const tableAt = (view: DataView, wanted: string): number => {
  const tables = view.getUint16(4)
  for (let index = 0; index < tables; index += 1) {
    const record = TABLE_DIRECTORY + index * TABLE_RECORD
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)))
    if (tag === wanted) return view.getUint32(record + 8)
  }
  throw new FontUnusableError(`The font has no ${wanted} table.`)
}

/** The one form of character map that reaches beyond U+FFFF, where rare characters of names are: format 12. */
const fullMapAt = (view: DataView): number => {
  const cmap = tableAt(view, 'cmap')
  const subtables = view.getUint16(cmap + 2)
  for (let index = 0; index < subtables; index += 1) {
    const at = cmap + view.getUint32(cmap + 4 + index * SUBTABLE_RECORD + 4)
    if (view.getUint16(at) === 12) return at
  }
  throw new FontUnusableError('The font has no character map of format 12.')
}

const codePointsOf = (view: DataView): ReadonlySet<number> => {
  const map = fullMapAt(view)
  const found = new Set<number>()
  const groups = view.getUint32(map + 12)
  for (let index = 0; index < groups; index += 1) {
    const group = map + 16 + index * GROUP
    const [first, last, glyph] = [view.getUint32(group), view.getUint32(group + 4), view.getUint32(group + 8)]
    // Glyph 0 is the box that stands for a missing character.
    for (let point = first; point <= last; point += 1) if (glyph + point - first > 0) found.add(point)
  }
  return found
}

/** Reads the character map of a font (OpenType `cmap`). Throws `FontUnusableError`. */
export const openFont = (bytes: Uint8Array): CertificateFont => {
  try {
    const points = codePointsOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    return { bytes, covers: (codePoint) => points.has(codePoint) }
  } catch (error) {
    if (error instanceof RangeError) throw new FontUnusableError('The font file is cut short or no font.')
    throw error
  }
}

const IN_PACKAGE = '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'

/** In the cloud the font lies beside the bundle, at `FONT_FILE`; elsewhere in its package. */
const fontFile = (): string => process.env.FONT_FILE ?? createRequire(import.meta.url).resolve(IN_PACKAGE)

const loaded = new Map<string, CertificateFont>()

/** The font of certificates, read once a process (15 MB) when it is first asked for. */
export const loadFont = (file: string = fontFile()): CertificateFont => {
  const font = loaded.get(file) ?? openFont(readFileSync(file))
  loaded.set(file, font)
  return font
}
