import type { Drawn, RunsOf } from './run.ts'
import type { Measure } from './wrap.ts'

type Doc = PDFKit.PDFDocument

/** How a text is set on a line: where it begins, and what follows each character. */
export interface Set {
  readonly size: number
  readonly colour: string
  readonly spacing?: number
}

/** Draws outlines with the text that they stand for, which is read aloud in their place. */
const drawOutlines = (doc: Doc, drawn: Drawn, x: number, baseline: number, { size, colour }: Set): void => {
  doc.markContent('Span', { actual: drawn.text })
  for (const glyph of drawn.glyphs) {
    doc.save()
    doc.translate(x + glyph.x * size, baseline - glyph.y * size)
    doc.scale(size / drawn.em, -size / drawn.em)
    doc.path(glyph.path).fill(colour)
    doc.restore()
  }
  doc.endMarkedContent()
}

/** Draws one line of text from `x` on, in the document's font and, where that lacks a character, as outlines. */
export const drawText = (
  doc: Doc,
  runsOf: RunsOf,
  text: string,
  x: number,
  baseline: number,
  set: Set,
): void => {
  const { size, colour, spacing = 0 } = set
  let pen = x
  for (const run of runsOf(text)) {
    if (run.kind === 'drawn') {
      drawOutlines(doc, run, pen, baseline, set)
      pen += run.width * size + spacing
      continue
    }
    doc.fontSize(size).fillColor(colour)
    doc.text(run.text, pen, baseline, { lineBreak: false, baseline: 'alphabetic', characterSpacing: spacing })
    pen += doc.widthOfString(run.text) + spacing * Array.from(run.text).length
  }
}

/** Draws a line that is read downwards in a column as wide as its type: its ink in the middle. */
export const drawStanding = (
  doc: Doc,
  runsOf: RunsOf,
  text: string,
  x: number,
  top: number,
  set: Set,
): void => {
  const reach = runsOf(text).flatMap((run) => (run.kind === 'drawn' ? [run] : []))
  const [above, below] = [
    Math.max(0, ...reach.map((run) => run.top)),
    Math.min(0, ...reach.map((run) => run.bottom)),
  ]
  doc.save()
  doc.translate(x + set.size / 2 - ((above + below) / 2) * set.size, top).rotate(90)
  drawText(doc, runsOf, text, 0, 0, set)
  doc.restore()
}

/** Widths by the fonts, each text shaped once: they grow with the size. */
export const measuring = (doc: Doc, runsOf: RunsOf): Measure => {
  const widths = new Map<string, number>()
  const widthOf = (text: string): number =>
    runsOf(text).reduce(
      (sum, run) =>
        sum + (run.kind === 'drawn' ? run.width : doc.fontSize(1000).widthOfString(run.text) / 1000),
      0,
    )
  return (text, size) => {
    const width = widths.get(text) ?? widthOf(text)
    widths.set(text, width)
    return width * size
  }
}
