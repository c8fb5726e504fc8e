import type { CertificateContent } from '../../staff/certificate/content.ts'
import type { CertificateFont } from './font.ts'

/**
 * The font lacks a character of a name. Its message holds the code points alone, so that no name comes into logs
 * and execution histories.
 */
export class GlyphMissingError extends Error {
  // The name that the settlement's machine catches; executions under way know it.
  override name = 'GlyphMissing'
  readonly characters: readonly string[]

  constructor(characters: readonly string[]) {
    super(`The font lacks ${characters.map(codePointOf).join(', ')}.`)
    this.characters = characters
  }
}

const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** The characters of the texts that the font can't draw, each once, in order of appearance. */
export const missingGlyphs = (texts: readonly string[], font: CertificateFont): string[] => {
  const characters = new Set(texts.flatMap((text) => Array.from(text)))
  return [...characters].filter((character) => !font.covers(character.codePointAt(0) ?? 0))
}

/** Asked before a certificate is issued: everything of it that people wrote can be drawn. Throws `GlyphMissingError`. */
export const requireGlyphs = (
  { name, institution, issuer }: Pick<CertificateContent, 'name' | 'institution' | 'issuer'>,
  font: CertificateFont,
): void => {
  const missing = missingGlyphs([name, institution, issuer], font)
  if (missing.length > 0) throw new GlyphMissingError(missing)
}
