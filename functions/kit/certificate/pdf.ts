import PDFDocument from 'pdfkit'
import { create } from 'qrcode'
import type { CertificateFont } from './font.ts'
import { requireGlyphs } from './glyphs.ts'
import { BLUE, INK, layoutSheet, PAGE, type Sheet } from './sheet.ts'
import type { SignedCertificate } from './signing.ts'
import { PLATFORM } from './wording.ts'
import type { Measure } from './wrap.ts'

/** Two thin lines; the inner one gives way at the corners in a quarter circle. */
const drawFrame = (doc: PDFKit.PDFDocument): void => {
  const outer = 30
  const inner = 37
  const radius = 13
  const [right, bottom] = [PAGE.width - inner, PAGE.height - inner]
  doc.rect(outer, outer, PAGE.width - 2 * outer, PAGE.height - 2 * outer)
  doc.lineWidth(1.1).stroke(BLUE)
  doc
    .moveTo(inner + radius, inner)
    .lineTo(right - radius, inner)
    .path(`A ${radius} ${radius} 0 0 0 ${right} ${inner + radius}`)
  doc.lineWidth(0.5).stroke(BLUE)
}

const drawCode = (doc: PDFKit.PDFDocument, { x, y, size, address }: Sheet['code']): void => {
  const { modules } = create(address, { errorCorrectionLevel: 'M' })
  const module = size / modules.size
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column) === 0) continue
      let run = 1
      while (column + run < modules.size && modules.get(row, column + run) === 1) run += 1
      doc.rect(x + column * module, y + row * module, run * module, module)
      column += run
    }
  doc.fill(INK)
}
