/**
 * A text as it is drawn, part by part: most of it is text of the main font; an ideograph that this lacks, and a word of
 * Mongolian script, are drawn as outlines, for pdfkit embeds neither.
 */
export type Run = { readonly kind: 'text'; readonly text: string } | Drawn

/** Outlines in place of text. Lengths are in the size of the type; paths in `em` parts of it, upwards. */
export interface Drawn {
  readonly kind: 'drawn'
  readonly text: string
  readonly width: number
  /** How far the ink reaches above and (negative) below the line. */
  readonly top: number
  readonly bottom: number
  readonly em: number
  readonly glyphs: readonly { readonly path: string; readonly x: number; readonly y: number }[]
}

/** The parts of a text. */
export type RunsOf = (text: string) => readonly Run[]
