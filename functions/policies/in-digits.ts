const DIGITS = '〇一二三四五六七八九'

/** A number below a hundred as it is said: 十二, 三十, 九十五. */
const numberOf = (said: string): number => {
  const at = said.indexOf('十')
  const tens = at < 0 ? 0 : at === 0 ? 1 : DIGITS.indexOf(said.charAt(0))
  const rest = said.slice(at + 1)
  return tens * 10 + (rest === '' ? 0 : DIGITS.indexOf(rest))
}

/** A text with the numbers below a hundred that it says in Chinese numerals in digits: 十二天 as 12天. */
export const inDigits = (text: string): string =>
  text.replace(
    /(?<![〇零一二三四五六七八九十百千万])(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?![〇零一二三四五六七八九十百千万])/gu,
    (said) => String(numberOf(said)),
  )
