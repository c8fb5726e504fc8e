const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** What joins the parts of a name and is no character of it: the middle dot of 阿拉坦·巴特尔, a space. */
const JOINT = /^[\s·•・‧.]$/u

/**
 * A name as strangers see it: the first character and one star for each other one, two at most, so that the length
 * of a long name does not tell. A name of one character is all masked. Counts what people see as characters.
 */
export const maskName = (name: string): string => {
  const characters = Array.from(graphemes.segment(name), ({ segment }) => segment).filter(
    (character) => !JOINT.test(character),
  )
  const [first = '', ...others] = characters
  return others.length === 0
    ? '*'.repeat(characters.length)
    : `${first}${'*'.repeat(Math.min(others.length, 2))}`
}
