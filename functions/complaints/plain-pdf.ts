import { constants, inflateSync } from 'node:zlib'
import { blankSegments } from './jpeg-segments.ts'

/**
 * A PDF without what it says of whoever made it, at its length, so that nothing moves: its description and its XMP become
 * `null`, texts under the names that tell of a person become blank, wherever they stand and however they are written. What
 * it keeps compressed can't be changed in place: it is looked through, and the file is not taken where that tells.
 */

/** Names of texts that tell of a person, an office or a device. */
const TOLD = new Set([
  ...['Author', 'LastSavedBy', 'LastModifiedBy', 'Company', 'Manager', 'Keywords', 'Subject', 'Title'],
  ...['Creator', 'Producer'],
])
/** Of these, what tells of a person wherever it stands; bookmarks have titles as well. */
const PERSONAL = new Set(['Author', 'LastSavedBy', 'LastModifiedBy', 'Company', 'Manager'])
/** What a description may say that names nobody: programs and days. */
const HARMLESS = new Set([
  ...['Producer', 'Creator', 'CreationDate', 'ModDate', 'Trapped', 'True', 'False', 'Unknown'],
  'PTEX.Fullbanner',
])

/** What holds a file of its own, with all that this one says of its maker, under a name or a path. */
const HOLDS_FILES = new Set(['EmbeddedFile', 'EmbeddedFiles', 'FileAttachment', 'Filespec'])
/** A path of the machine on which it was made, where it is written as a text: of annotations the same name has a number. */
const PATHS = new Set(['F', 'UF'])
const PATH = /\/U?F[\0\t\n\f\r ]{0,8}(?:\(|<(?!<))/

/** The most that is unpacked of one file: more was made to be slow. */
const MOST_UNPACKED = 32 * 1024 * 1024

const NAME = /\/([^\0\t\n\f\r ()<>[\]{}/%]{1,127})/g
const GAP = /(?:[\0\t\n\f\r ]|%[^\r\n]{0,200}[\r\n]){0,32}/y
const REFERENCE = /(\d{1,10})[\0\t\n\f\r ]{1,8}\d{1,5}[\0\t\n\f\r ]{1,8}R(?![A-Za-z])/y
const OBJECT = /(?<!\d)(\d{1,10})[\0\t\n\f\r ]{1,8}\d{1,5}[\0\t\n\f\r ]{1,8}obj(?![A-Za-z])/g

/** A name as it is meant: `#6f` is an o. */
const spelt = (name: string): string =>
  name.replaceAll(/#([\da-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))

const matchAt = (pattern: RegExp, text: string, at: number) => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Where a value begins, behind spaces and comments. */
const valueAt = (text: string, at: number): number => at + (matchAt(GAP, text, at)?.[0].length ?? 0)

/** The most that one text may have: what is left open would be read to the file's end again and again. */
const LONGEST_TEXT = 64 * 1024

/** Where a text ends that begins here: behind its parenthesis with those within it, or its digits; -1: none begins. */
const endOfText = (text: string, at: number): number => {
  const most = Math.min(text.length, at + LONGEST_TEXT)
  if (text[at] === '<') {
    if (text[at + 1] === '<') return -1
    const end = text.slice(at, most).indexOf('>')
    return end < 0 ? most : at + end + 1
  }
  if (text[at] !== '(') return -1
  let depth = 0
  for (let next = at; next < most; next += 1) {
    if (text[next] === '\\') next += 1
    else if (text[next] === '(') depth += 1
    else if (text[next] === ')') {
      depth -= 1
      if (depth === 0) return next + 1
    }
  }
  return most
}

interface Span {
  readonly from: number
  readonly to: number
}

interface PdfObject extends Span {
  readonly number: string
  /** Where the bytes of its stream begin to be; of one without a stream, its end. */
  readonly bytes: number
}

/** What stands between `N 0 obj` and its `endobj`, of every version of it that the file holds, in their order. */
const objectsIn = (text: string): readonly PdfObject[] => {
  const found: PdfObject[] = []
  let passed = 0
  for (const { 0: begun, 1: number = '', index } of text.matchAll(OBJECT)) {
    const from = index + begun.length
    // What looks like one within a stream is part of that.
    if (from < passed) continue
    const first = text.indexOf('endobj', from)
    const stream = first < 0 ? -1 : text.slice(from, first).indexOf('stream')
    // Bytes of a stream may look like an end.
    const last = stream < 0 ? from : text.indexOf('endstream', from + stream)
    const end = stream < 0 || last < 0 ? first : text.indexOf('endobj', last)
    const to = end < 0 ? text.length : end
    found.push({ number, from, to, bytes: stream < 0 ? to : from + stream })
    passed = to
  }
  return found
}

/** The object within which a place is: they stand in their order. */
const objectAround = (objects: readonly PdfObject[], at: number): PdfObject | undefined => {
  let [low, high] = [0, objects.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((objects[middle]?.to ?? 0) <= at) low = middle + 1
    else high = middle
  }
  const found = objects[low]
  return found !== undefined && found.from <= at ? found : undefined
}

/** A stream of objects, unpacked: its objects by their numbers; undefined where it can't be. */
const unpacked = (file: Buffer, text: string, { from, to }: Span): Map<string, string> | undefined => {
  const begin = matchAt(/stream\r?\n/g, text, from)
  const end = text.lastIndexOf('endstream', to)
  const dictionary = text.slice(from, begin?.index)
  const first = Number(/\/First\s{1,8}(\d{1,10})/.exec(dictionary)?.[1])
  if (
    begin === null ||
    begin.index >= to ||
    end < 0 ||
    !Number.isFinite(first) ||
    /DecodeParms|\/DP\b/.test(dictionary)
  )
    return undefined
  const bytes = file.subarray(begin.index + begin[0].length, end)
  const filters = [...dictionary.matchAll(/\/(\w{1,20}Decode|Fl)\b/g)].map(([, filter]) => filter).join()
  if (filters !== '' && filters !== 'FlateDecode' && filters !== 'Fl') return undefined
  try {
    const plain = (
      filters === ''
        ? bytes
        : inflateSync(bytes, { maxOutputLength: MOST_UNPACKED, finishFlush: constants.Z_SYNC_FLUSH })
    ).toString('latin1')
    const pairs = plain.slice(0, first).trim().split(/\s+/).map(Number)
    const places = pairs.flatMap((number, nth) =>
      nth % 2 === 0 ? [[number, pairs[nth + 1] ?? 0] as const] : [],
    )
    return new Map(
      places.map(([number, offset], nth) => [
        `${number}`,
        plain.slice(first + offset, first + (places[nth + 1]?.[1] ?? plain.length)),
      ]),
    )
  } catch {
    return undefined
  }
}

const namesIn = (text: string): string[] => [...text.matchAll(NAME)].map(([, name = '']) => spelt(name))

/** Whether something that stays compressed names somebody: a description by anything but programs and days. */
const tells = (text: string, isDescription: boolean): boolean =>
  PATH.test(text) ||
  namesIn(text).some(
    (name) => HOLDS_FILES.has(name) || (isDescription ? !HARMLESS.has(name) : PERSONAL.has(name)),
  )

/** The camera and the place of photographs within, at their length. */
const blankPhotographs = (file: Buffer): void => {
  for (
    let at = file.indexOf('Exif\0\0', 0, 'latin1');
    at >= 0;
    at = file.indexOf('Exif\0\0', at + 6, 'latin1')
  )
    if (at >= 4 && file.readUInt16BE(at - 4) === 0xffe1)
      file.fill(0, at, Math.min(file.length, at - 2 + file.readUInt16BE(at - 2)))
}

/**
 * What photographs say of who took them, in words as in numbers, at its length. False: one is packed a second time, and
 * can't be looked at in place.
 */
const blankPictures = (plain: Buffer, text: string, objects: readonly PdfObject[]): boolean => {
  for (const { from, to, bytes } of objects) {
    const begin = matchAt(/stream\r?\n/y, text, bytes)
    if (begin === null || bytes === to) continue
    const dictionary = text.slice(from, bytes)
    if (/\/DCT(?:Decode)?\b/.test(dictionary)) {
      if (/\/(?:(?!DCT)\w{1,20}Decode|Fl|A85|AHx|LZW|RL)\b/.test(dictionary)) return false
      const at = bytes + begin[0].length
      if (plain.readUInt16BE(Math.min(at, plain.length - 2)) === 0xffd8) blankSegments(plain, at)
    }
  }
  return true
}

/** A PDF on its way to be plain: what it is and what becomes of it. */
const blanking = (file: Buffer, text: string, objects: readonly PdfObject[]) => {
  const plain = Buffer.from(file)
  const versions = Map.groupBy(objects, ({ number }) => number)
  const done = new Set<string>()
  /** The versions of an object that has not been looked at so yet. */
  const once = (what: string, number: string): readonly PdfObject[] => {
    const name = `${what} ${number}`
    if (done.has(name)) return []
    done.add(name)
    return versions.get(number) ?? []
  }
  const referredTo = (at: number): string | undefined => matchAt(REFERENCE, text, at)?.[1]
  const blank = (at: number) => {
    // Within what is blank already.
    if (plain[at] !== file[at]) return
    const end = endOfText(text, at)
    if (end > at) plain.fill(text[at] === '<' ? '0' : ' ', at + 1, end - 1)
  }
  /** Blanks the text that stands at a place, or that is referred to there. */
  const blankText = (at: number) => {
    blank(at)
    for (const { from } of once('text', referredTo(at) ?? '')) blank(valueAt(text, from))
  }
  return {
    plain,
    referredTo,
    blankText,
    /** Nothing is left of an object, nor of the texts that it refers to. */
    asNull(number: string) {
      for (const { from, to } of once('null', number)) {
        for (const { 0: name, index } of text.slice(from, to).matchAll(NAME))
          blankText(valueAt(text, from + index + name.length))
        plain.fill(' ', from, to)
        plain.write(' null '.slice(0, to - from), from, 'latin1')
      }
    },
  }
}

/** Whether something that the file keeps compressed tells of somebody, or can't be looked through. */
const tellsCompressed = (
  file: Buffer,
  text: string,
  objects: readonly PdfObject[],
  descriptions: ReadonlySet<string>,
): boolean => {
  const streams = new Set<PdfObject>()
  for (const { 1: raw = '', index } of text.matchAll(NAME)) {
    const stream = spelt(raw) === 'ObjStm' ? objectAround(objects, index) : undefined
    if (stream !== undefined) streams.add(stream)
  }
  let bytes = 0
  for (const stream of streams) {
    const inside = unpacked(file, text, stream)
    if (inside === undefined) return true
    for (const [number, words] of inside) {
      bytes += words.length
      if (bytes > MOST_UNPACKED || tells(words, descriptions.has(number))) return true
    }
  }
  return false
}

/** The file without its maker; undefined where it keeps some of that compressed, which can't be taken out in place. */
export const plainPdf = (file: Buffer): Buffer | undefined => {
  const text = file.toString('latin1')
  const objects = objectsIn(text)
  const { plain, referredTo, blankText, asNull } = blanking(file, text, objects)
  const descriptions = new Set<string>()
  for (const { 0: written, 1: raw = '', index } of text.matchAll(NAME)) {
    const name = spelt(raw)
    const at = valueAt(text, index + written.length)
    if (HOLDS_FILES.has(name)) return undefined
    if (TOLD.has(name)) blankText(at)
    else if (PATHS.has(name) || name === 'XML') {
      const around = objectAround(objects, index)
      // So few letters may stand among a picture's bytes by chance.
      if (around === undefined || index >= around.bytes) continue
      if (name === 'XML') asNull(around.number)
      else blankText(at)
    } else if (name === 'Info' || name === 'Metadata' || name === 'PieceInfo') {
      // `/Type /Metadata` refers to nothing: it stands in the stream itself.
      const own = name === 'Metadata' ? objectAround(objects, index)?.number : undefined
      const number = referredTo(at) ?? own
      if (name === 'Info' && number !== undefined) descriptions.add(number)
      if (number !== undefined) asNull(number)
    }
  }
  if (tellsCompressed(file, text, objects, descriptions)) return undefined
  for (let at = plain.indexOf('<x:xmpmeta'); at >= 0; at = plain.indexOf('<x:xmpmeta', at + 1)) {
    const end = plain.indexOf('</x:xmpmeta>', at)
    plain.fill(' ', at, end < 0 ? plain.length : end + '</x:xmpmeta>'.length)
    if (end < 0) break
  }
  blankPhotographs(plain)
  return blankPictures(plain, text, objects) ? plain : undefined
}
