import { sha256 } from '../platform/identifiers.ts'

/** A name that is the same each time and does not say what it was made of: an id that nobody else knows. */
export const untold = (from: string): string => `c${sha256(from).slice(0, 31)}`
