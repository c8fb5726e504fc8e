/** How texts cite the implementation rules, so that each citation can lead to its article (Art. 48). */

/** A part of a text: words, or a citation with the article that it opens. */
export interface TextPart {
  readonly text: string
  readonly article?: string
}

const DIGITS = '一二三四五六七八九'
/**
 * 第7条, 第7、35条, 第43–46条, 第三十二条, 第39条第（二）项; Art. 7, Art. 7, 35, Art. 18 to 21, Art. 39(2). Not after 》:
 * that is another law's.
 */
const CITATION =
  /(?<!》)第(?:\d+(?:[、–至]\d+)*|[一二三四五六七八九十]{1,4})条(?:第(?:（[一二三四五六]）|[一二三四五六]|\d)项)?|Art\. \d+(?:\(\d\))?(?:(?:, | to |–)\d+(?:\(\d\))?)*/g

const LAST_ARTICLE = 49

/** The number that is written: `7`, `七`, `三十二`; undefined where the rules have no such article. */
const articleOf = (written: string): string | undefined => {
  const [tens = '', ones = ''] = written.includes('十') ? written.split('十') : ['none', written]
  const ten = tens === 'none' ? 0 : tens === '' ? 1 : DIGITS.indexOf(tens) + 1
  const number = /^\d+$/.test(written) ? Number(written) : ten * 10 + DIGITS.indexOf(ones || '零') + 1
  return number >= 1 && number <= LAST_ARTICLE ? String(number) : undefined
}

/** The numbers of articles in a citation; those of items (第二项, (2)) are none. */
const NUMBERS = /(?<!（|\(|条第)(?:\d+|[一二三四五六七八九十]+)(?![)）项])/g

/** A citation, each of its articles by itself; of one alone the whole citation is the link. */
const partsOfCitation = (cited: string): TextPart[] => {
  const numbers = [...cited.matchAll(NUMBERS)]
  const link = (text: string, number: string): TextPart => {
    const article = articleOf(number)
    return article === undefined ? { text } : { text, article }
  }
  const [only, ...others] = numbers
  if (only !== undefined && others.length === 0) return [link(cited, only[0])]
  const parts: TextPart[] = []
  let end = 0
  for (const { 0: number, index } of numbers) {
    if (index > end) parts.push({ text: cited.slice(end, index) })
    parts.push(link(number, number))
    end = index + number.length
  }
  return end < cited.length ? [...parts, { text: cited.slice(end) }] : parts
}

/** A text with the articles of the implementation rules that it cites. */
export const withCitations = (text: string): TextPart[] => {
  const parts: TextPart[] = []
  let end = 0
  for (const { 0: cited, index } of text.matchAll(CITATION)) {
    if (index > end) parts.push({ text: text.slice(end, index) })
    parts.push(...partsOfCitation(cited))
    end = index + cited.length
  }
  return end < text.length ? [...parts, { text: text.slice(end) }] : parts
}
