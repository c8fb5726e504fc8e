/** How wide a text is at a size, in points, without letter-spacing. */
export type Measure = (text: string, size: number) => number

/** No line begins with these; none ends with those. */
const CLOSING = /^[，。、；：！？）》」』”’·…%]$/u
const OPENING = /^[（《「『“‘]$/u

/** What stays together: a number with its unit, a word of Latin or Mongolian letters, a character with its marks. */
const PIECE =
  /[\p{Script=Latin}\d.:/-]+(?: (?:年度|年|月|日|天))?|(?:[\u1800-\u18AF\u{11660}-\u{1166C}]|\u200C|\u200D|\u202F)+|\s+|.\p{M}*/gu

const piecesOf = (text: string): string[] => {
  const pieces: string[] = []
  let opened = ''
  for (const [piece] of text.matchAll(PIECE)) {
    if (OPENING.test(piece)) opened += piece
    else if (CLOSING.test(piece) && opened === '' && pieces.length > 0)
      pieces.push(`${pieces.pop() ?? ''}${piece}`)
    else {
      pieces.push(opened + piece)
      opened = ''
    }
  }
  return opened === '' ? pieces : [...pieces, opened]
}

const halves = (piece: string): string[] => Array.from(piece)

/**
 * Lines of Chinese text, each no wider than `width` (the first one less `indent`), as full as they go. A piece that
 * is wider than a line by itself is broken anywhere.
 */
export const wrap = (
  text: string,
  { size, width, indent = 0 }: { size: number; width: number; indent?: number },
  measure: Measure,
): string[] => {
  const lines: string[] = []
  let line = ''
  let used = 0
  const room = () => width - (lines.length === 0 ? indent : 0)
  const put = (piece: string) => {
    // A space that would stand past the end of a line is dropped with the line's end.
    if (used + measure(piece.trimEnd(), size) <= room()) {
      line += piece
      used += measure(piece, size)
      return
    }
    if (line !== '') lines.push(line.trimEnd())
    line = piece.trimStart()
    used = measure(line, size)
  }
  for (const piece of piecesOf(text))
    if (measure(piece, size) <= width - indent) put(piece)
    else for (const part of halves(piece)) put(part)
  return line === '' ? lines : [...lines, line.trimEnd()]
}

/** The same number of lines, as even as they can be: for lines that are centred. */
export const wrapEvenly = (
  text: string,
  { size, width }: { size: number; width: number },
  measure: Measure,
): string[] => {
  let best = wrap(text, { size, width }, measure)
  for (let narrower = width - size / 2; best.length > 1; narrower -= size / 2) {
    const lines = wrap(text, { size, width: narrower }, measure)
    if (lines.length > best.length) break
    best = lines
  }
  return best
}

export interface Fitted {
  readonly lines: readonly string[]
  readonly size: number
}

/**
 * The largest setting in which a text fits: tries each step of `steps` (a number of lines, its smallest size)
 * from `largest` down. The last step is taken at its smallest size, fitting or not.
 */
export const fitText = (
  text: string,
  {
    width,
    largest,
    steps,
  }: { width: number; largest: number; steps: readonly { lines: number; smallest: number }[] },
  measure: Measure,
): Fitted => {
  for (const { lines: most, smallest } of steps)
    for (let size = largest; size >= smallest; size -= 0.5) {
      const lines = wrapEvenly(text, { size, width }, measure)
      if (lines.length <= most) return { lines, size }
    }
  const size = steps.at(-1)?.smallest ?? largest
  return { lines: wrapEvenly(text, { size, width }, measure), size }
}
