import PDFDocument from 'pdfkit'
import { create } from 'qrcode'
import { platformName } from '../../platform/words.ts'
import { proofOf } from '../../staff/certificate/proof.ts'
import type { SignedCertificate } from '../../staff/certificate/signing.ts'
import { drawStanding, drawText, measuring } from './draw-text.ts'
import { loadFont } from './font.ts'
import { requireGlyphs } from './glyphs.ts'
import { BLUE, INK, type Line, PAGE } from './line.ts'
import { openRuns } from './outlines.ts'
import { pdfBytes } from './pdf-bytes.ts'
import type { RunsOf } from './run.ts'
import { layoutSheet, type Sheet } from './sheet.ts'

type Doc = PDFKit.PDFDocument

/** Two thin lines; the inner one gives way at the corners in a quarter circle. */
const drawFrame = (doc: Doc): void => {
  const outer = 30
  const [left, top] = [37, 37]
  const [right, bottom] = [PAGE.width - left, PAGE.height - top]
  const r = 13
  doc.rect(outer, outer, PAGE.width - 2 * outer, PAGE.height - 2 * outer)
  doc.lineWidth(1.1).stroke(BLUE)
  const corner = (x: number, y: number) => `A ${r} ${r} 0 0 0 ${x} ${y}`
  doc.path(
    [
      `M ${left + r} ${top} L ${right - r} ${top} ${corner(right, top + r)}`,
      `L ${right} ${bottom - r} ${corner(right - r, bottom)}`,
      `L ${left + r} ${bottom} ${corner(left, bottom - r)}`,
      `L ${left} ${top + r} ${corner(left + r, top)} Z`,
    ].join(' '),
  )
  doc.lineWidth(0.5).stroke(BLUE)
}

const drawDecoration = (doc: Doc, { rules, ornament }: Sheet): void => {
  drawFrame(doc)
  for (const { x, y, width, thickness, colour } of rules)
    doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(thickness)
      .stroke(colour)
  const { x, y } = ornament
  doc.polygon([x - 3.2, y], [x, y - 3.2], [x + 3.2, y], [x, y + 3.2]).fill(BLUE)
}

const drawLine = (doc: Doc, runsOf: RunsOf, { text, x, baseline, standing, ...set }: Line): void => {
  if (standing) drawStanding(doc, runsOf, text, x, baseline, set)
  else drawText(doc, runsOf, text, x, baseline, set)
}

/** As vectors, one rectangle for neighbouring modules of a row, so that no seams show at any zoom. */
const drawCode = (doc: Doc, { x, y, size, address, text }: Sheet['code']): void => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const module = size / modules.size
  for (let row = 0; row < modules.size; row += 1) {
    let column = 0
    while (column < modules.size) {
      let run = 0
      while (column + run < modules.size && modules.get(row, column + run)) run += 1
      if (run > 0) doc.rect(x + column * module, y + row * module, run * module, module)
      column += run + 1
    }
  }
  doc.fill(INK)
  doc.link(x, y, size, size, address)
}

/** Draws a sheet with its reading order, so that it can be read aloud; what only adorns is marked as such. */
const drawSheet = (doc: Doc, runsOf: RunsOf, sheet: Sheet): void => {
  doc.markContent('Artifact', { type: 'Layout' })
  drawDecoration(doc, sheet)
  doc.endMarkedContent()
  const root = doc.struct('Document')
  doc.addStructure(root)
  for (const { role, lines } of sheet.blocks)
    root.add(
      doc.struct(role, {}, () => {
        for (const line of lines) drawLine(doc, runsOf, line)
      }),
    )
  root.add(
    doc.struct('Figure', { alt: `验证网页的二维码：${sheet.code.address}` }, () => drawCode(doc, sheet.code)),
  )
  root.end()
}

const issueOf = ({ content }: SignedCertificate): Date => new Date(`${content.issuedOn}T00:00:00+08:00`)

interface Titled {
  readonly title: string
  readonly author: string
  /** Fixed, and with it the file's id: what is the same always gives the same bytes. */
  readonly madeAt: Date
}

const open = ({ title, author, madeAt }: Titled): Doc =>
  new PDFDocument({
    size: 'A4',
    margin: 0,
    // The standard fonts lie in files that a bundle does not carry.
    font: '',
    pdfVersion: '1.7',
    tagged: true,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: title, Author: author, Creator: platformName, CreationDate: madeAt },
  }).font(loadFont())

/** The file that a certificate carries its proof in. */
const PROOF_FILE = 'certificate-proof.txt'

/** Puts the certificate's proof into the document as a file of its own, and as it is: a search for it finds it. */
const attachProof = (doc: Doc, certificate: SignedCertificate, name = PROOF_FILE): void => {
  const { compress } = doc
  doc.compress = false
  doc.file(Buffer.from(proofOf(certificate)), {
    name,
    type: 'text/plain',
    description: '签名内容与电子签名，可用公布的公钥核验 What was signed, and its signature',
    creationDate: issueOf(certificate),
    modifiedDate: issueOf(certificate),
  })
  doc.compress = compress
}

/** What people wrote of a certificate; the rest of its sheet is in the main font. */
const writtenOf = ({ content }: SignedCertificate): string =>
  `${content.name}\n${content.institution}\n${content.issuer}`

/**
 * A certificate as an A4 PDF: one page, tagged, with its fonts. The same certificate and address always give
 * the same bytes. What was signed stands in it with its signature, for whoever checks it without us (`proofOf`).
 * `verifyUrl`: the certificate's own address on the verify page, its code last: where the QR code leads.
 * Throws `GlyphMissingError`.
 */
export const renderCertificate = async (
  certificate: SignedCertificate,
  verifyUrl: string,
): Promise<Uint8Array> => {
  requireGlyphs(certificate.content)
  const { content } = certificate
  const titled = {
    title: `培训合格证书 ${content.number}`,
    author: content.issuer,
    madeAt: issueOf(certificate),
  }
  const doc = open(titled)
  const runsOf = await openRuns(writtenOf(certificate))
  drawSheet(doc, runsOf, layoutSheet(certificate, verifyUrl, measuring(doc, runsOf)))
  attachProof(doc, certificate)
  return pdfBytes(doc)
}

/** A certificate, and its own address on the verify page. */
export interface SheetOf {
  readonly certificate: SignedCertificate
  readonly verifyUrl: string
}

/**
 * Many certificates as one A4 PDF, a page each, each with the proof that its own sheet carries. `madeOn`,
 * `YYYY-MM-DD`, dates the file. Throws `GlyphMissingError`.
 */
export const renderCertificates = async (
  sheets: readonly SheetOf[],
  { title, madeOn }: { title: string; madeOn: string },
): Promise<Uint8Array> => {
  for (const { certificate } of sheets) requireGlyphs(certificate.content)
  const madeAt = new Date(`${madeOn}T00:00:00+08:00`)
  const doc = open({ title, author: platformName, madeAt })
  const runsOf = await openRuns(sheets.map(({ certificate }) => writtenOf(certificate)).join('\n'))
  const measure = measuring(doc, runsOf)
  for (const [place, { certificate, verifyUrl }] of sheets.entries()) {
    if (place > 0) doc.addPage()
    drawSheet(doc, runsOf, layoutSheet(certificate, verifyUrl, measure))
    attachProof(doc, certificate, `certificate-proof-${certificate.content.number}.txt`)
  }
  return pdfBytes(doc)
}
