import type { UploadType } from '../platform/uploaded-file.ts'
import { isTold } from './jpeg-segments.ts'
import { plainPdf } from './plain-pdf.ts'

/**
 * Files say more than they show: who wrote them, with which telephone, where. What a complainant hands in is kept without
 * that, as far as its format lets it be taken out without being drawn anew.
 */

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

/** A file that was judged to be sound, without what it says of whoever made it; undefined where that can't be taken out. */
export const withoutMetadata = (bytes: Uint8Array, type: UploadType): Buffer | undefined => {
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
