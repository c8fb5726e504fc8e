import { groupVerifyCode } from './number.ts'
import { fingerprintOf, type SignedCertificate } from './signing.ts'
import { datedInChinese, figuresOf, occasionOf, postOf, provenanceOf, statementOf } from './wording.ts'
import { fit, type Measure, wrap, wrapEvenly } from './wrap.ts'

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

/** All that stands on the sheet and where, in points from the upper left corner. Drawing it decides nothing more. */
export interface Sheet {
  readonly blocks: readonly Block[]
  readonly rules: readonly Rule[]
  /** The diamond under the title: its middle. */
  readonly ornament: { readonly x: number; readonly y: number }
  readonly code: { readonly x: number; readonly y: number; readonly size: number; readonly address: string }
}

/** The space that a line takes: the square of its characters, seven eighths above the baseline. */
export const boxOf = ({ x, baseline, size, width }: Line) => ({
  x,
  y: baseline - size * 0.88,
  width,
  height: size,
})

const MIDDLE = PAGE.width / 2
const TEXT = { x: 100, width: PAGE.width - 200 } as const
const RIGHT = TEXT.x + TEXT.width

interface Face {
  readonly size: number
  readonly colour: string
  readonly spacing?: number
}

const setting = (measure: Measure) => {
  const at = (text: string, x: number, baseline: number, { size, colour, spacing = 0 }: Face): Line => {
    const width = measure(text, size) + spacing * (Array.from(text).length - 1)
    return { text, x, baseline, size, spacing, width, colour }
  }
  const centred = (text: string, middle: number, baseline: number, face: Face): Line => {
    const line = at(text, 0, baseline, face)
    return { ...line, x: middle - line.width / 2 }
  }
  /** Both edges even, where the line is nearly full. */
  const justified = (text: string, x: number, baseline: number, width: number, face: Face): Line => {
    const line = at(text, x, baseline, face)
    const gaps = Array.from(text).length - 1
    const slack = width - line.width
    return gaps < 1 || slack < 0 || slack > face.size * 3 ? line : { ...line, spacing: slack / gaps, width }
  }
  return { at, centred, justified }
}

/** The upper part, the same on every sheet but for two words. */
const heading = ({ content }: SignedCertificate, measure: Measure): Block[] => {
  const { centred } = setting(measure)
  return [
    {
      role: 'P',
      lines: [centred('内蒙古自治区事业单位工作人员', MIDDLE, 112, { size: 12.5, colour: GREY, spacing: 4 })],
    },
    { role: 'H1', lines: [centred('培训合格证书', MIDDLE, 170, { size: 42, colour: BLUE, spacing: 12 })] },
    {
      role: 'P',
      lines: [
        centred(occasionOf(content), MIDDLE, 226, { size: 14, colour: BLUE, spacing: 2 }),
        centred(`编号 ${content.number}`, MIDDLE, 246, { size: 9.5, colour: GREY, spacing: 0.4 }),
      ],
    },
  ]
}

/** A part of the middle: how tall it is, and how it is set once its top is known. */
interface Part {
  readonly height: number
  place(top: number): { blocks: Block[]; rules: Rule[] }
}

const person = ({ content }: SignedCertificate, measure: Measure): Part => {
  const { centred } = setting(measure)
  const name = fit(
    content.name,
    {
      width: TEXT.width,
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
  const spacing = Array.from(content.name).length <= 4 ? name.size * 0.28 : 0
  const institution = fit(
    content.institution,
    {
      width: TEXT.width,
      largest: 14,
      steps: [
        { lines: 1, smallest: 12.5 },
        { lines: 2, smallest: 12 },
        { lines: 4, smallest: 10.5 },
      ],
    },
    measure,
  )
  const nameHeight = name.lines.length * name.size * 1.4
  const institutionHeight = institution.lines.length * institution.size * 1.6
  return {
    height: nameHeight + 18 + institutionHeight + 17,
    place(top) {
      const rule = top + nameHeight + 2
      return {
        blocks: [
          {
            role: 'P',
            lines: name.lines.map((text, index) =>
              centred(text, MIDDLE, top + name.size * (0.95 + index * 1.4), {
                size: name.size,
                colour: INK,
                spacing,
              }),
            ),
          },
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

const statement = ({ content }: SignedCertificate, measure: Measure): Part => {
  const face = { size: 14.5, colour: INK }
  const lead = 29
  const indent = face.size * 2
  const text = statementOf(content)
  const lines = wrap(text, { size: face.size, width: TEXT.width, indent }, measure)
  return {
    height: lines.length * lead,
    place: (top) => ({
      blocks: [
        {
          role: 'P',
          lines: lines.map((line, index) => {
            const shift = index === 0 ? indent : 0
            const baseline = top + 20 + index * lead
            return index === lines.length - 1
              ? setting(measure).at(line, TEXT.x + shift, baseline, face)
              : setting(measure).justified(line, TEXT.x + shift, baseline, TEXT.width - shift, face)
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

const CODE = { x: TEXT.x + 6, y: 634, size: 84 } as const
const MIDDLE_TOP = 266
const MIDDLE_BOTTOM = 614

/** Stands the parts one under the other; what room is left over is shared out between them. */
const stack = (parts: readonly Part[]): { blocks: Block[]; rules: Rule[] } => {
  const used = parts.reduce((sum, { height }) => sum + height, 0)
  const gap = Math.min((MIDDLE_BOTTOM - MIDDLE_TOP - used) / (parts.length + 1), 40)
  let top = MIDDLE_TOP + (MIDDLE_BOTTOM - MIDDLE_TOP - used - gap * (parts.length - 1)) / 2
  const placed = parts.map((part) => {
    const at = part.place(top)
    top += part.height + gap
    return at
  })
  return { blocks: placed.flatMap(({ blocks }) => blocks), rules: placed.flatMap(({ rules }) => rules) }
}

const issue = ({ content }: SignedCertificate, measure: Measure): Block => {
  const { centred } = setting(measure)
  const column = { x: 262, width: RIGHT - 262 }
  const middle = column.x + column.width / 2
  const issuer = fit(
    content.issuer,
    {
      width: column.width,
      largest: 14,
      steps: [
        { lines: 1, smallest: 12 },
        { lines: 2, smallest: 11 },
        { lines: 4, smallest: 9 },
      ],
    },
    measure,
  )
  const date = CODE.y + CODE.size - 8
  const last = date - 28
  return {
    role: 'P',
    lines: [
      ...issuer.lines.map((text, index) =>
        centred(text, middle, last - (issuer.lines.length - 1 - index) * issuer.size * 1.5, {
          size: issuer.size,
          colour: INK,
          spacing: issuer.lines.length === 1 && issuer.size === 14 && text.length < 13 ? 1 : 0,
        }),
      ),
      centred(datedInChinese(content.issuedOn), middle, date, { size: 13, colour: INK, spacing: 0.5 }),
    ],
  }
}

/** The address without its scheme, as people type it. */
const typed = (address: string): string => address.replace(/^https?:\/\//, '')

const footer = (certificate: SignedCertificate, verifyUrl: string, measure: Measure): Block[] => {
  const { content, keyId, algorithm } = certificate
  const { centred } = setting(measure)
  const below = CODE.x + CODE.size / 2
  const digest = fingerprintOf(content)
    .slice(0, 16)
    .replaceAll(/(.{4})(?=.)/g, '$1 ')
  const small = (text: string, baseline: number, size: number): Line[] =>
    wrapEvenly(text, { size, width: TEXT.width + 24 }, measure).map((line, index) =>
      centred(line, MIDDLE, baseline + index * size * 1.6, { size, colour: GREY }),
    )
  return [
    {
      role: 'P',
      lines: [
        centred(groupVerifyCode(content.verifyCode), below, CODE.y + CODE.size + 15, {
          size: 10,
          colour: INK,
          spacing: 0.5,
        }),
      ],
    },
    { role: 'P', lines: small(provenanceOf(content), 762, 7.5) },
    {
      role: 'P',
      lines: small(`扫描二维码，或在 ${typed(verifyUrl)} 输入上方验证码核验`, 774, 7.5),
    },
    { role: 'P', lines: small(`电子签名 ${algorithm} · 密钥 ${keyId} · 内容摘要 ${digest}`, 786, 6.5) },
  ]
}

/**
 * Sets a certificate on its sheet. `verifyUrl` is the address of the verify page without a code. Names of 50
 * characters and institutions of 100 are set smaller and in more lines; nothing leaves the frame.
 */
export const layoutSheet = (certificate: SignedCertificate, verifyUrl: string, measure: Measure): Sheet => {
  const middle = stack([
    person(certificate, measure),
    statement(certificate, measure),
    figures(certificate, measure),
  ])
  return {
    blocks: [
      ...heading(certificate, measure),
      ...middle.blocks,
      issue(certificate, measure),
      ...footer(certificate, verifyUrl, measure),
    ],
    rules: [
      { x: MIDDLE - 74, y: 195, width: 64, thickness: 0.6, colour: BLUE },
      { x: MIDDLE + 10, y: 195, width: 64, thickness: 0.6, colour: BLUE },
      ...middle.rules,
    ],
    ornament: { x: MIDDLE, y: 195 },
    code: { ...CODE, address: `${verifyUrl}/${certificate.content.verifyCode}` },
  }
}
