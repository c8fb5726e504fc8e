/** Segments of a JPEG that pictures need: JFIF (APP0) and Adobe's colours (APP14). All other APPn and comments go. */
export const isTold = (marker: number): boolean =>
  (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe

/** Blanks what a JPEG that begins at a place of a file says besides its picture, at its length. */
export const blankSegments = (file: Buffer, begin: number): void => {
  for (let at = begin + 2; at + 4 <= file.length && file[at] === 0xff; ) {
    const marker = file[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    // The picture itself, or its end.
    if (marker === 0xda || marker === 0xd9) return
    const end = at + 2 + file.readUInt16BE(at + 2)
    if (isTold(marker)) file.fill(0, at + 4, Math.min(file.length, end))
    at = end
  }
}
