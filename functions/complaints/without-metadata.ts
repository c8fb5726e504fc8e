import type { UploadType } from '../platform/uploaded-file.ts'

/**
 * Files say more than they show: who wrote them, with which telephone, where. What a complainant hands in is kept without
 * that, as far as its format lets it be taken out without being drawn anew.
 */

/** Segments of a JPEG that pictures need: JFIF (APP0) and Adobe's colours (APP14). All other APPn and comments go. */
const isTold = (marker: number): boolean =>
  (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe

/** Where the next marker stands after a scan's bytes: stuffed and restart bytes belong to the scan. */
const afterScan = (file: Buffer, from: number): number => {
  for (let at = from; at + 1 < file.length; at += 1) {
    const next = file[at + 1] ?? 0
    if (file[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return file.length
}

/** A JPEG's picture alone: what stands behind its end goes too. */
const plainJpeg = (file: Buffer): Buffer => {
  const parts: Buffer[] = [file.subarray(0, 2)]
  for (let at = 2; at + 4 <= file.length; ) {
    const marker = file[at + 1] ?? 0
    if (marker === 0xd9) break
    if (marker === 0xff) {
      at += 1
      continue
    }
    const end = at + 2 + file.readUInt16BE(at + 2)
    const next = marker === 0xda ? afterScan(file, end) : end
    if (!isTold(marker)) parts.push(file.subarray(at, next))
    at = next
  }
  return Buffer.concat([...parts, Buffer.from([0xff, 0xd9])])
}

/** What a PNG needs to be shown as it is. */
const SHOWN = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'sRGB', 'pHYs'])

const plainPng = (file: Buffer): Buffer => {
  const parts: Buffer[] = [file.subarray(0, 8)]
  for (let at = 8; at + 12 <= file.length; ) {
    const end = at + 12 + file.readUInt32BE(at)
    const kind = file.toString('latin1', at + 4, at + 8)
    if (SHOWN.has(kind)) parts.push(file.subarray(at, end))
    if (kind === 'IEND') break
    at = end
  }
  return Buffer.concat(parts)
}

const TOLD = /\/(?:Author|Creator|Producer|Company|Manager|Keywords|Subject|Title)\s{0,8}([(<])(?!<)/g

/** The end of a text of a PDF: of a parenthesis with those within it, or of its hexadecimal digits. */
const endOfText = (file: Buffer, from: number, opening: string): number => {
  if (opening === '<') return file.indexOf('>', from, 'latin1')
  let depth = 1
  for (let at = from; at < file.length; at += 1) {
    const byte = file[at]
    if (byte === 0x5c) at += 1
    else if (byte === 0x28) depth += 1
    else if (byte === 0x29) {
      depth -= 1
      if (depth === 0) return at
    }
  }
  return -1
}

/** A PDF whose own description is blank, at its length, so that nothing moves; what it keeps compressed stays. */
const plainPdf = (file: Buffer): Buffer => {
  const plain = Buffer.from(file)
  for (const found of file.toString('latin1').matchAll(TOLD)) {
    const from = found.index + found[0].length
    const end = endOfText(file, from, found[1] ?? '')
    if (end > from) plain.fill(found[1] === '<' ? '0' : ' ', from, end)
  }
  for (let at = plain.indexOf('<x:xmpmeta'); at >= 0; at = plain.indexOf('<x:xmpmeta', at + 1)) {
    const end = plain.indexOf('</x:xmpmeta>', at)
    if (end < 0) break
    plain.fill(' ', at, end + '</x:xmpmeta>'.length)
  }
  return plain
}

/** A file that was judged to be sound, without what it says of whoever made it. */
export const withoutMetadata = (bytes: Uint8Array, type: UploadType): Buffer => {
  const file = Buffer.from(bytes)
  switch (type) {
    case 'image/jpeg':
      return plainJpeg(file)
    case 'image/png':
      return plainPng(file)
    case 'application/pdf':
      return plainPdf(file)
  }
}
