import { nameKey } from '../staff/name-key.ts'

/** Signs that stand between the parts of a name, or around it: dots of any keyboard, hyphens, brackets, quotation marks. */
const AROUND = /[·。\u119E\u1427\u16EB\u2E31\uA78F\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Pc}'"]/gu

/** Words as names are compared, of whoever is complained of: without what people type between their parts. */
export const plain = (words: string): string => nameKey(words).replaceAll(AROUND, '')
