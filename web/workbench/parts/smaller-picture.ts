/** The longest side of a photograph that was made smaller, in pixels: small print stays readable. */
const LONGEST_SIDE = [4000, 3000, 2000] as const
const QUALITY = 0.85

const asJpeg = (picture: ImageBitmap, longest: number): Promise<Blob | null> => {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  const drawing = canvas.getContext('2d')
  if (drawing === null) return Promise.resolve(null)
  // What is transparent in a picture is white on paper.
  drawing.fillStyle = '#fff'
  drawing.fillRect(0, 0, canvas.width, canvas.height)
  drawing.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
}

/**
 * A photograph as a JPEG of at most `limit` bytes, under its own name; undefined where this browser cannot read it
 * (HEIC, everywhere but on Apple's) or it stays too large.
 */
export const smallerPicture = async (file: File, limit: number): Promise<File | undefined> => {
  try {
    const picture = await createImageBitmap(file)
    for (const longest of LONGEST_SIDE) {
      const made = await asJpeg(picture, longest)
      if (made !== null && made.size <= limit) {
        picture.close()
        return new File([made], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' })
      }
    }
    picture.close()
  } catch {
    // It is not a picture that this browser can read.
  }
  return undefined
}
