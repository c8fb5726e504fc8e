import { undrawable } from '../../platform/drawable.ts'
import type { CertificateContent } from '../../staff/certificate/content.ts'

/**
 * No font has a character of a name. Its message holds the code points alone, so that no name comes into logs
 * and execution histories.
 */
export class GlyphMissingError extends Error {
  // The name that the settlement's machine catches; executions under way know it.
  override name = 'GlyphMissing'
  readonly characters: readonly string[]

  constructor(characters: readonly string[]) {
    super(`No font has ${characters.map(codePointOf).join(', ')}.`)
    this.characters = characters
  }
}

const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Asked before a certificate is issued: everything of it that people wrote can be drawn. Throws `GlyphMissingError`. */
export const requireGlyphs = ({
  name,
  institution,
  issuer,
}: Pick<CertificateContent, 'name' | 'institution' | 'issuer'>): void => {
  const missing = undrawable([name, institution, issuer])
  if (missing.length > 0) throw new GlyphMissingError(missing)
}
