import type { Measure } from './wrap.ts'

/** A4, in points. */
export const PAGE = { width: 595.28, height: 841.89 } as const

export const INK = '#1b2430'
export const BLUE = '#0b3d91'
export const GREY = '#5a6472'
export const HAIR = '#b4c0d6'

/** One printed line: `baseline` and `x` are where it begins; `spacing` follows every character but the last. */
export interface Line {
  readonly text: string
  readonly x: number
  readonly baseline: number
  readonly size: number
  readonly spacing: number
  readonly width: number
  readonly colour: string
  /** Turned by a quarter, so that it is read downwards: `x` is its left edge, `baseline` its top, `width` its height. */
  readonly standing?: true
}

/** Lines that are read together, as a screen reader is told. */
export interface Block {
  readonly role: 'H1' | 'P'
  readonly lines: readonly Line[]
}

export interface Rule {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly thickness: number
  readonly colour: string
}

/** The space that a line takes: the square of its characters, seven eighths above the baseline. */
export const boxOf = ({ x, baseline, size, width, standing }: Line) =>
  standing
    ? { x, y: baseline, width: size, height: width }
    : { x, y: baseline - size * 0.88, width, height: size }

export const MIDDLE = PAGE.width / 2
/** The column that everything stands in. */
export const TEXT = { x: 100, width: PAGE.width - 200 } as const
interface Face {
  readonly size: number
  readonly colour: string
  readonly spacing?: number
}

/** Ways to set one line of text. */
export const setting = (measure: Measure) => {
  const at = (text: string, x: number, baseline: number, { size, colour, spacing = 0 }: Face): Line => {
    const width = measure(text, size) + spacing * (Array.from(text).length - 1)
    return { text, x, baseline, size, spacing, width, colour }
  }
  const centred = (text: string, middle: number, baseline: number, face: Face): Line => {
    const line = at(text, 0, baseline, face)
    return { ...line, x: middle - line.width / 2 }
  }
  /** A word of Mongolian script, in a column as wide as its type. */
  const standing = (text: string, x: number, top: number, face: Face): Line => ({
    ...at(text, x, top, face),
    standing: true,
  })
  /** Both edges even, where the line is nearly full. */
  const justified = (text: string, x: number, baseline: number, width: number, face: Face): Line => {
    const line = at(text, x, baseline, face)
    const gaps = Array.from(text).length - 1
    const slack = width - line.width
    return gaps < 1 || slack < 0 || slack > face.size * 3 ? line : { ...line, spacing: slack / gaps, width }
  }
  return { at, centred, standing, justified }
}
