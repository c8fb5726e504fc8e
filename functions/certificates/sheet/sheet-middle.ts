import type { SignedCertificate } from '../../staff/certificate/signing.ts'
import { BLUE, type Block, GREY, HAIR, INK, type Line, MIDDLE, type Rule, setting, TEXT } from './line.ts'
import { MONGOLIAN_WORD } from './mongolian.ts'
import { CLOSING_WORDS, figuresOf, postOf, statementOf } from './wording.ts'
import { fitText, type Measure, wrap } from './wrap.ts'

/** A part of the middle: how tall it is, and how it is set once its top is known. */
interface Part {
  readonly height: number
  /** Its last line is a word or less. */
  readonly orphaned?: boolean
  place(top: number): { blocks: Block[]; rules: Rule[] }
}

/** How tall a word of Mongolian script may stand. */
const TALLEST = 96

/** From one column to the next, in the size of the type. */
const PITCH = 1.1

/** Words of Mongolian script, each a column, from left to right: how large, and the room that they take. */
interface Columns {
  readonly words: readonly string[]
  readonly size: number
  readonly width: number
  readonly height: number
}

const columnsOf = (words: readonly string[], measure: Measure): Columns => {
  const longest = Math.max(...words.map((word) => measure(word, 1)), 1)
  const size = Math.min(30, TALLEST / longest, TEXT.width / (2 * Math.max(words.length, 1)))
  return { words, size, width: size * PITCH * words.length, height: words.length === 0 ? 0 : size * longest }
}

/** A name as it is set: what lies on lines, and beside it what stands, for Mongolian script is written downwards. */
const nameOf = ({ name }: SignedCertificate['content'], measure: Measure) => {
  const words = name.match(MONGOLIAN_WORD) ?? []
  const lying = name.replaceAll(MONGOLIAN_WORD, '').trim().replaceAll(/\s+/gu, ' ')
  const columns = columnsOf(words, measure)
  const gap = words.length > 0 && lying !== '' ? columns.size * 0.8 : 0
  const fitted = fitText(
    lying,
    {
      width: TEXT.width - columns.width - gap,
      largest: 36,
      steps: [
        { lines: 1, smallest: 21 },
        { lines: 2, smallest: 15 },
        { lines: 3, smallest: 12 },
      ],
    },
    measure,
  )
  // A short name is spread out, as on an envelope.
  const letters = Array.from(lying).length
  const spacing = letters <= 4 ? fitted.size * 0.28 : 0
  const lines = fitted.lines.length * fitted.size * 1.4
  const width = Math.max(
    0,
    ...fitted.lines.map((text) => measure(text, fitted.size) + spacing * Math.max(0, letters - 1)),
  )
  return {
    ...fitted,
    spacing,
    columns,
    gap,
    width,
    height: Math.max(lines, columns.height + 8),
    linesHeight: lines,
  }
}

const setName = (name: ReturnType<typeof nameOf>, top: number, measure: Measure): Line[] => {
  const { centred, standing } = setting(measure)
  const { columns, gap, width, size, spacing, height, linesHeight } = name
  const left = MIDDLE - (width + gap + columns.width) / 2
  const first = top + (height - linesHeight) / 2
  return [
    ...name.lines.map((text, index) =>
      centred(text, left + width / 2, first + size * (0.95 + index * 1.4), { size, colour: INK, spacing }),
    ),
    ...columns.words.map((word, index) =>
      standing(
        word,
        left + width + gap + index * columns.size * PITCH,
        top + (height - 8 - columns.height) / 2,
        {
          size: columns.size,
          colour: INK,
        },
      ),
    ),
  ]
}

const person = ({ content }: SignedCertificate, measure: Measure): Part => {
  const { centred } = setting(measure)
  const name = nameOf(content, measure)
  const institution = fitText(
    content.institution,
    {
      width: TEXT.width,
      largest: 14,
      steps: [
        { lines: 1, smallest: 12.5 },
        { lines: 2, smallest: 12 },
        { lines: 3, smallest: 10.5 },
      ],
    },
    measure,
  )
  const institutionHeight = institution.lines.length * institution.size * 1.6
  return {
    height: name.height + 18 + institutionHeight + 17,
    place(top) {
      const rule = top + name.height + 2
      return {
        blocks: [
          { role: 'P', lines: setName(name, top, measure) },
          {
            role: 'P',
            lines: [
              ...institution.lines.map((text, index) =>
                centred(text, MIDDLE, rule + 16 + institution.size * (0.95 + index * 1.6), {
                  size: institution.size,
                  colour: INK,
                }),
              ),
              centred(postOf(content), MIDDLE, rule + 16 + institutionHeight + 12, {
                size: 10.5,
                colour: GREY,
                spacing: 1,
              }),
            ],
          },
        ],
        rules: [{ x: MIDDLE - 130, y: rule, width: 260, thickness: 0.5, colour: HAIR }],
      }
    },
  }
}

const statement = ({ content }: SignedCertificate, size: number, measure: Measure): Part => {
  const { at, justified } = setting(measure)
  const face = { size, colour: INK }
  const lead = size * 2
  const indent = face.size * 2
  const lines = wrap(statementOf(content), { size, width: TEXT.width, indent }, measure)
  return {
    height: (lines.length + 1) * lead,
    orphaned: lines.length > 1 && measure(lines.at(-1) ?? '', size) < size * 4,
    place: (top) => ({
      blocks: [
        {
          role: 'P',
          lines: [...lines, CLOSING_WORDS].map((line, index) => {
            const shift = index === 0 || index === lines.length ? indent : 0
            const baseline = top + lead * (0.69 + index)
            return index < lines.length - 1
              ? justified(line, TEXT.x + shift, baseline, TEXT.width - shift, face)
              : at(line, TEXT.x + shift, baseline, face)
          }),
        },
      ],
      rules: [],
    }),
  }
}

const figures = ({ content }: SignedCertificate, measure: Measure): Part => {
  const { at, centred } = setting(measure)
  const columns = figuresOf(content)
  const noted = columns.some(({ note }) => note !== '')
  const height = noted ? 80 : 66
  const wide = TEXT.width / columns.length
  return {
    height,
    place: (top) => ({
      blocks: columns.map(({ label, value, unit, note }, index): Block => {
        const middle = TEXT.x + wide * (index + 0.5)
        const size = unit === '' ? 15 : 21
        const number = centred(value, middle, top + 51, { size, colour: BLUE })
        const after = unit === '' ? 0 : 3 + measure(unit, 9.5)
        const shifted = { ...number, x: number.x - after / 2 }
        return {
          role: 'P',
          lines: [
            centred(label, middle, top + 23, { size: 10, colour: GREY, spacing: 1 }),
            shifted,
            ...(unit === ''
              ? []
              : [at(unit, shifted.x + shifted.width + 3, top + 51, { size: 9.5, colour: GREY })]),
            ...(note === '' ? [] : [centred(note, middle, top + 69, { size: 8.5, colour: GREY })]),
          ],
        }
      }),
      rules: [
        { x: TEXT.x, y: top, width: TEXT.width, thickness: 0.9, colour: BLUE },
        { x: TEXT.x, y: top + height, width: TEXT.width, thickness: 0.9, colour: BLUE },
      ],
    }),
  }
}

const MIDDLE_TOP = 256
const MIDDLE_BOTTOM = 610

const AIR = { least: 10, most: 40 } as const

const heightOf = (parts: readonly Part[]): number => parts.reduce((sum, { height }) => sum + height, 0)

const STATEMENT_SIZES = [14.5, 14, 13.5, 13, 12, 11]

/**
 * The parts of the middle; the statement takes the largest size that leaves the least air between parts and,
 * if it can, no orphan.
 */
const middleParts = (certificate: SignedCertificate, measure: Measure): readonly Part[] => {
  const [above, below] = [person(certificate, measure), figures(certificate, measure)]
  const room = MIDDLE_BOTTOM - MIDDLE_TOP - AIR.least * 4
  const statements = STATEMENT_SIZES.map((size) => statement(certificate, size, measure))
  const fitting = statements.filter((one) => heightOf([above, one, below]) <= room)
  const best = fitting.find(({ orphaned }) => !orphaned) ?? fitting[0] ?? statements.at(-1)
  return best === undefined ? [above, below] : [above, best, below]
}

/** Places the parts one below the other and shares the free room out between them. */
const stack = (parts: readonly Part[]): { blocks: Block[]; rules: Rule[] } => {
  const free = MIDDLE_BOTTOM - MIDDLE_TOP - heightOf(parts)
  const gap = Math.min(free / (parts.length + 1), AIR.most)
  let top = MIDDLE_TOP + (free - gap * (parts.length - 1)) / 2
  const placed = parts.map((part) => {
    const at = part.place(top)
    top += part.height + gap
    return at
  })
  return { blocks: placed.flatMap(({ blocks }) => blocks), rules: placed.flatMap(({ rules }) => rules) }
}

/** What stands between the heading and the foot: the person, what is certified, and the hours. */
export const layoutMiddle = (certificate: SignedCertificate, measure: Measure) =>
  stack(middleParts(certificate, measure))
