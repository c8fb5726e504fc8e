/** The first two digits of a resident identity number: the province (GB/T 2260). */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
)

/** GB 11643: the weights of the first seventeen digits, and the check character by what their sum leaves of 11. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

const isBirthday = (digits: string): boolean => {
  const year = Number(digits.slice(0, 4))
  return year >= 1900 && year <= 2099 && isDay(year, Number(digits.slice(4, 6)), Number(digits.slice(6, 8)))
}

/** Eighteen characters that are a resident identity number: a province, a birthday, and the right check character. */
const isOfEighteen = (text: string): boolean => {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0)
  return PROVINCES.has(text.slice(0, 2)) && isBirthday(text.slice(6, 14)) && CHECKS[sum % 11] === text[17]
}

/** Fifteen digits, as they were until 1999: a province and a birthday of the twentieth century, and no check. */
const isOfFifteen = (text: string): boolean =>
  PROVINCES.has(text.slice(0, 2)) && isBirthday(`19${text.slice(6, 12)}`)

/** How people write it: in one, or with a space or hyphen between its parts. Of fixed length, so read once. */
const EIGHTEEN = /(?<![\dA-Za-z])\d(?:[ -]?\d){16}[ -]?[\dXx](?![\dA-Za-z])/gu
const FIFTEEN = /(?<!\d)\d{15}(?!\d)/gu
/** The words after which fifteen digits are an identity number, and not that of a certificate. */
const SAID = /身份证|证件号|公民身份|identity|\bID\b/iu
const WORDS_BEFORE = 16

/**
 * Whether a text holds a resident identity number. Eighteen digits have a check character; fifteen have none,
 * so they count only where they stand alone or follow a word such as 身份证.
 */
export const holdsIdentityNumber = (text: string): boolean => {
  const plain = text.normalize('NFKC')
  for (const [found] of plain.matchAll(EIGHTEEN))
    if (isOfEighteen(found.replaceAll(/[ -]/g, '').toUpperCase())) return true
  for (const { 0: found, index } of plain.matchAll(FIFTEEN)) {
    const before = plain.slice(Math.max(0, index - WORDS_BEFORE), index)
    if (isOfFifteen(found) && (found === plain.trim() || SAID.test(before))) return true
  }
  return false
}
