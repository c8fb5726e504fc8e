/** The dots that keyboards and programs put between the parts of a name; U+00B7 is the one that belongs there. */
const DOTS = /[·•‧∙⋅・･․.●○﹒]/gu

/**
 * A name as it is compared: full-width and half-width signs alike, every dot the same, without spaces, in small
 * letters. 李　明 is 李明, and 阿拉坦•巴特尔 is 阿拉坦·巴特尔. It is never shown or kept: what is kept is the name as written.
 */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(DOTS, '·')
    .replaceAll(/[\s\u200B-\u200D\u2060\uFEFF]/gu, '')
    .toLowerCase()

/** Whether two names are one, however their dots and spaces were typed. */
export const isSameName = (one: string, other: string): boolean => nameKey(one) === nameKey(other)
