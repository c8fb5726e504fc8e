import type { Text } from './language.ts'
import { refusals } from './refusal-table.ts'

export type RefusalCode = keyof typeof refusals

const isRefusalCode = (code: string): code is RefusalCode => code in refusals

/** Every code that the API may refuse with. */
export const refusalCodes: readonly RefusalCode[] = Object.keys(refusals).filter(isRefusalCode)

/** A field at fault: an RFC 6901 pointer into the body, and what is wrong with it. */
export interface FieldFault {
  readonly pointer: string
  readonly detail: Text
  /** Where several rules refuse at once: each one's code and article. */
  readonly code?: string
  readonly article?: string
}

/** A refusal is a value: what was refused, by which article, and which fields are at fault. */
export interface Refusal<Code extends RefusalCode = RefusalCode> {
  readonly ok: false
  readonly code: Code
  /** The article of the regulation that refuses, such as `39(1)`. */
  readonly article?: string
  readonly errors?: readonly FieldFault[]
  /** Further members of the problem document, such as who decided and when. */
  readonly details?: Readonly<Record<string, unknown>>
}

export interface Success<T> {
  readonly ok: true
  readonly value: T
}

/** What an act comes to: a value, or one of the refusals that it names. */
export type Outcome<T, Code extends RefusalCode = RefusalCode> = Success<T> | Refusal<Code>

export const refuse = <const Code extends RefusalCode>(
  code: Code,
  more: Omit<Refusal, 'ok' | 'code'> = {},
): Refusal<Code> => ({ ok: false, code, ...more })
export const succeed = <T>(value: T): Success<T> => ({ ok: true, value })
