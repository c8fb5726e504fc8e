import PDFDocument from 'pdfkit'
import type { CertificateFont } from '../certificates/sheet/font.ts'
import { pdfBytes } from '../certificates/sheet/pdf-bytes.ts'
import { platformName } from '../platform/words.ts'
import type { Facts, Paper, Part, Signatures, Table } from './paper.ts'
import { paperWords } from './words.ts'

type Doc = PDFKit.PDFDocument

const MARGIN = 48
const INK = '#1b2430'
const QUIET = '#5a6472'
const HAIR = '#9aa7bd'
const SHADE = '#eef2f8'
const SIZE = 9.5
const PAD = 4

/** Stands for a character that the font does not have; the foot of the paper says so. */
const NOT_DRAWN = '〓'

/** A document that grows, and where its next line begins. */
interface Sheet {
  readonly doc: Doc
  readonly left: number
  readonly width: number
  readonly bottom: number
  y: number
  /** A text as the font can draw it. */
  readonly drawable: (text: string) => string
}

const open = ({ title, isLandscape = false, madeOn }: Paper, font: CertificateFont): Doc =>
  new PDFDocument({
    size: 'A4',
    layout: isLandscape ? 'landscape' : 'portrait',
    margin: 0,
    // The standard fonts lie in files that a bundle does not carry.
    font: '',
    bufferPages: true,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: title, Creator: platformName, CreationDate: new Date(`${madeOn}T00:00:00+08:00`) },
  }).font(Buffer.from(font.bytes.buffer, font.bytes.byteOffset, font.bytes.byteLength))

const nextPage = (sheet: Sheet): void => {
  sheet.doc.addPage()
  sheet.y = MARGIN
}

interface Cell {
  readonly text: string
  readonly x: number
  readonly width: number
  readonly align?: 'left' | 'center' | 'right'
  readonly shade?: boolean
  readonly colour?: string
}

const heightOf = ({ doc, drawable }: Sheet, cells: readonly Cell[]): number => {
  doc.fontSize(SIZE)
  const heights = cells.map(({ text, width }) =>
    doc.heightOfString(drawable(text) || ' ', { width: width - 2 * PAD }),
  )
  return Math.max(...heights) + 2 * PAD
}

/** Draws a row of framed cells at the sheet's place, all as high as the highest. */
const drawRow = (sheet: Sheet, cells: readonly Cell[], height: number): void => {
  const { doc, drawable, y } = sheet
  for (const { text, x, width, align = 'left', shade = false, colour = INK } of cells) {
    doc.rect(x, y, width, height).lineWidth(0.5)
    if (shade) doc.fillAndStroke(SHADE, HAIR)
    else doc.stroke(HAIR)
    doc.fontSize(SIZE).fillColor(colour)
    doc.text(drawable(text), x + PAD, y + PAD, { width: width - 2 * PAD, height: height - PAD, align })
  }
  sheet.y += height
}

const LABEL = 78
/** A value that fits beside another one. */
const SHORT = 22

const drawFacts = (sheet: Sheet, { rows }: Facts): void => {
  const { left, width } = sheet
  const half = width / 2
  const lines: (readonly (readonly [string, string])[])[] = []
  for (const row of rows) {
    const last = lines.at(-1)
    const isShort = row[1].length <= SHORT
    if (isShort && last?.length === 1 && (last[0]?.[1].length ?? 0) <= SHORT)
      lines[lines.length - 1] = [...last, row]
    else lines.push([row])
  }
  for (const line of lines) {
    const each = line.length === 2 ? half : width
    const cells = line.flatMap(([label, text], place): Cell[] => [
      { text: label, x: left + place * half, width: LABEL, shade: true, colour: QUIET },
      { text, x: left + place * half + LABEL, width: each - LABEL },
    ])
    const height = heightOf(sheet, cells)
    if (sheet.y + height > sheet.bottom) nextPage(sheet)
    drawRow(sheet, cells, height)
  }
  sheet.y += 12
}

const drawHeading = (sheet: Sheet, title: string): void => {
  sheet.doc
    .fontSize(11)
    .fillColor(INK)
    .text(sheet.drawable(title), sheet.left, sheet.y, { width: sheet.width })
  sheet.y += 19
}

const drawTable = (sheet: Sheet, { title, columns, rows, sum, none }: Table): void => {
  const shares = columns.reduce((all, { share }) => all + share, 0)
  const cellsOf = (texts: readonly string[], more: Partial<Cell> = {}): Cell[] => {
    let x = sheet.left
    return columns.map(({ share, isNumber }, place) => {
      const width = (sheet.width * share) / shares
      x += width
      return {
        ...{ text: texts[place] ?? '', x: x - width, width },
        ...(isNumber ? { align: 'right' as const } : {}),
        ...more,
      }
    })
  }
  const header = cellsOf(
    columns.map((column) => column.title),
    { shade: true, align: 'center' },
  )
  const headerHeight = heightOf(sheet, header)
  // A heading is never the last line of a page.
  if (sheet.y + 19 + headerHeight + 40 > sheet.bottom) nextPage(sheet)
  drawHeading(sheet, title)
  drawRow(sheet, header, headerHeight)
  const put = (cells: readonly Cell[]) => {
    const height = heightOf(sheet, cells)
    if (sheet.y + height > sheet.bottom) {
      nextPage(sheet)
      drawRow(sheet, header, headerHeight)
    }
    drawRow(sheet, cells, height)
  }
  for (const row of rows) put(cellsOf(row))
  if (rows.length === 0) put([{ text: none, x: sheet.left, width: sheet.width, align: 'center' }])
  if (sum !== undefined) put(cellsOf(sum, { shade: true }))
  sheet.y += 12
}

const drawSignatures = (sheet: Sheet, { lines }: Signatures): void => {
  const height = 46
  if (sheet.y + height > sheet.bottom) nextPage(sheet)
  const each = sheet.width / lines.length
  drawRow(
    sheet,
    lines.map((text, place) => ({ text, x: sheet.left + place * each, width: each, colour: QUIET })),
    height,
  )
  sheet.y += 12
}

const drawPart = (sheet: Sheet, part: Part): void => {
  switch (part.kind) {
    case 'facts':
      drawFacts(sheet, part)
      break
    case 'table':
      drawTable(sheet, part)
      break
    case 'signatures':
      drawSignatures(sheet, part)
      break
  }
}

/** On every page: where it comes from, which page of how many, and what could not be drawn. */
const drawFeet = (sheet: Sheet, { madeOn }: Paper, isLacking: boolean): void => {
  const { doc, left, width, bottom } = sheet
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page)
    const text = paperWords.foot(platformName, madeOn, page + 1, count)
    doc.fontSize(8).fillColor(QUIET)
    doc.text(isLacking ? `${text}　${paperWords.lacking(NOT_DRAWN)}` : text, left, bottom + 10, {
      width,
      align: 'center',
      lineBreak: false,
    })
  }
}

/** Draws a paper as an A4 PDF of as many pages as it takes; tables repeat their header on each. */
export const drawPaper = (paper: Paper, font: CertificateFont): Promise<Uint8Array> => {
  const doc = open(paper, font)
  let isLacking = false
  const sheet: Sheet = {
    doc,
    left: MARGIN,
    width: doc.page.width - 2 * MARGIN,
    bottom: doc.page.height - MARGIN,
    y: MARGIN,
    drawable: (text) =>
      Array.from(text)
        .map((character) => {
          if (character === '\n' || font.covers(character.codePointAt(0) ?? 0)) return character
          isLacking = true
          return NOT_DRAWN
        })
        .join(''),
  }
  const { left, width } = sheet
  doc.fontSize(17).fillColor(INK).text(sheet.drawable(paper.title), left, sheet.y, { width, align: 'center' })
  sheet.y = doc.y + 4
  if (paper.subtitle !== undefined) {
    doc.fontSize(10.5).fillColor(QUIET)
    doc.text(sheet.drawable(paper.subtitle), left, sheet.y, { width, align: 'center' })
    sheet.y = doc.y
  }
  sheet.y += 12
  for (const part of paper.parts) drawPart(sheet, part)
  drawFeet(sheet, paper, isLacking)
  return pdfBytes(doc)
}
