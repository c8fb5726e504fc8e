import { crc32, createInflate } from 'node:zlib'
import { type Outcome, refuse, succeed } from './refusals.ts'

/**
 * Checks whether those who judge an uploaded file can open it, by its whole content and not by its name or
 * first bytes. Each check walks the file once.
 */

export type UploadType = 'application/pdf' | 'image/png' | 'image/jpeg'

/** Bytes that an image may come to when it is unpacked: a sheet of A3 in colour at 600 dots an inch. */
const MOST_PIXEL_BYTES = 256 * 1024 * 1024

const beginsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

const typeOf = (bytes: Uint8Array): UploadType | undefined => {
  if (beginsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'application/pdf'
  if (beginsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (beginsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  return undefined
}

type Finding = 'sound' | 'damaged' | 'locked'

/** After the last `%%EOF` a program may have left some bytes; readers look this far. */
const TAIL = 2048

/**
 * Judges a PDF as tolerant readers open it: a file with objects must also have an end, else its upload broke
 * off. A wrong table of offsets is no fault: readers rebuild it.
 */
const judgePdf = (file: Buffer): Finding => {
  const has = (text: string, from = 0): boolean => file.indexOf(text, from, 'latin1') >= 0
  if (has(' obj') && !has('%%EOF', Math.max(0, file.length - TAIL))) return 'damaged'
  return isLocked(file) ? 'locked' : 'sound'
}

/** The most mentions of `/Encrypt` that are looked at; a file with more was made to be slow. */
const MOST_MENTIONS = 1_000

/** Whether a trailer, or the stream in its place, names an encryption: `/Encrypt 9 0 R`, or its dictionary itself. */
const isLocked = (file: Buffer): boolean => {
  let at = file.indexOf('/Encrypt', 0, 'latin1')
  for (let mentions = 0; at >= 0; mentions += 1) {
    const after = file.toString('latin1', at + 8, at + 64)
    if (mentions > MOST_MENTIONS || /^\s{0,8}(?:\d{1,10}\s{1,8}\d{1,5}\s{1,8}R|<<)/.test(after)) return true
    at = file.indexOf('/Encrypt', at + 8, 'latin1')
  }
  return false
}

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/**
 * Unpacks in pieces without keeping them, and answers how many bytes come out; undefined where the stream is
 * broken or longer than `most`.
 */
const inflatedSize = (parts: readonly Buffer[], most: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    let size = 0
    const inflate = createInflate()
    inflate.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > most) {
        resolve(undefined)
        inflate.destroy()
      }
    })
    inflate.on('end', () => resolve(size))
    inflate.on('error', () => resolve(undefined))
    for (const part of parts) inflate.write(part)
    inflate.end()
  })

/** A PNG: every chunk whole by its check sum, and pixels as many as its header says (of interlaced ones, at least one). */
const judgePng = async (file: Buffer): Promise<Finding> => {
  const data: Buffer[] = []
  let expected = 0
  let isInterlaced = false
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at)
    const end = at + 12 + length
    if (end > file.length || crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4))
      return 'damaged'
    const kind = file.toString('latin1', at + 4, at + 8)
    const content = file.subarray(at + 8, end - 4)
    if (at === 8) {
      if (kind !== 'IHDR' || length !== 13) return 'damaged'
      const [width, height] = [content.readUInt32BE(0), content.readUInt32BE(4)]
      const bits = content.readUInt8(8) * (CHANNELS[content.readUInt8(9)] ?? 0)
      isInterlaced = content.readUInt8(12) === 1
      expected = height * (1 + Math.ceil((width * bits) / 8))
      if (width === 0 || height === 0 || bits === 0 || expected > MOST_PIXEL_BYTES) return 'damaged'
    } else if (kind === 'IDAT') data.push(content)
    else if (kind === 'IEND') {
      const size = data.length === 0 ? undefined : await inflatedSize(data, 2 * expected + 4096)
      return size !== undefined && (isInterlaced ? size > 0 : size >= expected) ? 'sound' : 'damaged'
    }
    at = end
  }
  return 'damaged'
}

/** Frames with pixels (SOF0–15 without the tables DHT, JPG and DAC). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** A JPEG: its segments in order, a frame with a size, a scan, and its end. Cameras may put more behind that. */
const judgeJpeg = (file: Buffer): Finding => {
  let hasFrame = false
  let hasScan = false
  let at = 2
  while (at + 2 <= file.length) {
    // To the next marker; stuffed bytes, fill bytes and restart markers are passed over.
    if (file[at] !== 0xff) {
      if (!hasScan) return 'damaged'
      at = file.indexOf(0xff, at)
      if (at < 0) return 'damaged'
      continue
    }
    const marker = file[at + 1] ?? 0
    if (marker === 0xff) at += 1
    else if (marker === 0x00 || (marker >= 0xd0 && marker <= 0xd7)) {
      if (!hasScan) return 'damaged'
      at += 2
    } else if (marker === 0xd9) return hasFrame && hasScan ? 'sound' : 'damaged'
    else {
      const length = at + 4 <= file.length ? file.readUInt16BE(at + 2) : 0
      if (length < 2 || at + 2 + length > file.length) return 'damaged'
      if (isFrame(marker)) {
        if (length < 11 || file.readUInt16BE(at + 7) === 0) return 'damaged'
        hasFrame = true
      }
      if (marker === 0xda) {
        if (!hasFrame) return 'damaged'
        hasScan = true
      }
      at += 2 + length
    }
  }
  return 'damaged'
}

const judge = (type: UploadType, file: Buffer): Finding | Promise<Finding> => {
  switch (type) {
    case 'application/pdf':
      return judgePdf(file)
    case 'image/png':
      return judgePng(file)
    case 'image/jpeg':
      return judgeJpeg(file)
  }
}

/** What kind of file it is, by its content; refused where it is none of the accepted kinds, or nobody could open it. */
export const judgeUpload = async (
  bytes: Uint8Array,
): Promise<Outcome<UploadType, 'FILE_TYPE_REFUSED' | 'FILE_DAMAGED' | 'FILE_LOCKED'>> => {
  const type = typeOf(bytes)
  if (type === undefined) return refuse('FILE_TYPE_REFUSED')
  const finding = await judge(type, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (finding === 'damaged') return refuse('FILE_DAMAGED')
  return finding === 'locked' ? refuse('FILE_LOCKED') : succeed(type)
}
