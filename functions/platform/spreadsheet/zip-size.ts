/** The central directory's entries, and the record at the end that says where they are (APPNOTE 4.3). */
const ENTRY = 0x02014b50
const END = 0x06054b50
const END_LENGTH = 22
const LONGEST_COMMENT = 65_535

/**
 * How many bytes a ZIP file declares to unpack to; Infinity where it declares none. Together with a reader
 * that holds each entry to its declared size, this refuses zip bombs.
 */
export const unpackedSize = (bytes: Uint8Array): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const lowest = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT)
  let end = bytes.length - END_LENGTH
  while (end >= lowest && view.getUint32(end, true) !== END) end -= 1
  if (end < lowest || end < 0) return Infinity
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return Infinity
    const packed = view.getUint32(at + 20, true)
    const unpacked = view.getUint32(at + 24, true)
    // An entry of nothing has no bytes; one that declares nothing but has some would unpack without limit.
    if (unpacked === 0 && packed > 2) return Infinity
    total += unpacked
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return total
}
