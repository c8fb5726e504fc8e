import PDFDocument from 'pdfkit'
import { drawText, measuring } from '../certificates/sheet/draw-text.ts'
import { loadFont } from '../certificates/sheet/font.ts'
import { openRuns } from '../certificates/sheet/outlines.ts'
import { pdfBytes } from '../certificates/sheet/pdf-bytes.ts'
import type { RunsOf } from '../certificates/sheet/run.ts'
import { type Measure, wrap } from '../certificates/sheet/wrap.ts'
import { undrawable } from '../platform/drawable.ts'
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
  readonly runsOf: RunsOf
  readonly measure: Measure
}

const open = ({ title, isLandscape = false, madeOn }: Paper): Doc =>
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
  }).font(loadFont())

/** The text where all of it can be set in the main font; undefined where something is drawn as outlines. */
const plainText = ({ runsOf }: Sheet, text: string): string | undefined => {
  const runs = runsOf(text)
  return runs.some(({ kind }) => kind === 'drawn') ? undefined : runs.map((run) => run.text).join('')
}

/** The lines of a text that holds outlines; pdfkit breaks what is text alone by itself. */
const linesOf = ({ measure }: Sheet, text: string, size: number, width: number): string[] =>
  text.split('\n').flatMap((line) => (line === '' ? [''] : wrap(line, { size, width }, measure)))

const textHeight = (sheet: Sheet, text: string, size: number, width: number): number => {
  const plain = plainText(sheet, text)
  const doc = sheet.doc.fontSize(size)
  if (plain !== undefined) return doc.heightOfString(plain || ' ', { width })
  // Measuring sets another size.
  const lineHeight = doc.currentLineHeight(true)
  return linesOf(sheet, text, size, width).length * lineHeight
}

/** How a text is set in a box: its size, colour and room. */
interface Setting {
  readonly size: number
  readonly colour: string
  readonly width: number
  readonly height?: number
  readonly align?: 'left' | 'center' | 'right'
}

/** Sets a text in a box from its upper left corner; answers where it ends. */
const setText = (sheet: Sheet, text: string, x: number, y: number, setting: Setting): number => {
  const { doc, runsOf, measure } = sheet
  const { size, colour, width, height, align = 'left' } = setting
  doc.fontSize(size).fillColor(colour)
  const plain = plainText(sheet, text)
  if (plain !== undefined) {
    doc.text(plain, x, y, { width, align, ...(height === undefined ? {} : { height }) })
    return doc.y
  }
  const lineHeight = doc.currentLineHeight(true)
  const lines = linesOf(sheet, text, size, width)
  for (const [index, line] of lines.entries()) {
    const slack = width - measure(line, size)
    const left = x + slack * { left: 0, center: 0.5, right: 1 }[align]
    drawText(doc, runsOf, line, left, y + lineHeight * (index + 0.8), { size, colour })
  }
  return y + lines.length * lineHeight
}

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

const heightOf = (sheet: Sheet, cells: readonly Cell[]): number =>
  Math.max(...cells.map(({ text, width }) => textHeight(sheet, text, SIZE, width - 2 * PAD))) + 2 * PAD

/** Draws a row of framed cells at the sheet's place, all as high as the highest. */
const drawRow = (sheet: Sheet, cells: readonly Cell[], height: number): void => {
  const { doc, y } = sheet
  for (const { text, x, width, align = 'left', shade = false, colour = INK } of cells) {
    doc.rect(x, y, width, height).lineWidth(0.5)
    if (shade) doc.fillAndStroke(SHADE, HAIR)
    else doc.stroke(HAIR)
    const room = { width: width - 2 * PAD, height: height - PAD }
    setText(sheet, text, x + PAD, y + PAD, { size: SIZE, colour, align, ...room })
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
  setText(sheet, title, sheet.left, sheet.y, { size: 11, colour: INK, width: sheet.width })
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
export const drawPaper = async (paper: Paper): Promise<Uint8Array> => {
  const texts = JSON.stringify(paper)
  const [doc, runsOf] = [open(paper), await openRuns(texts, NOT_DRAWN)]
  const sheet: Sheet = {
    doc,
    left: MARGIN,
    width: doc.page.width - 2 * MARGIN,
    bottom: doc.page.height - MARGIN,
    y: MARGIN,
    runsOf,
    measure: measuring(doc, runsOf),
  }
  const { left, width } = sheet
  const align = 'center'
  sheet.y = setText(sheet, paper.title, left, sheet.y, { size: 17, colour: INK, width, align }) + 4
  if (paper.subtitle !== undefined)
    sheet.y = setText(sheet, paper.subtitle, left, sheet.y, { size: 10.5, colour: QUIET, width, align })
  sheet.y += 12
  for (const part of paper.parts) drawPart(sheet, part)
  drawFeet(sheet, paper, undrawable([texts]).length > 0)
  return pdfBytes(doc)
}
