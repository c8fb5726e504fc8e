import type { Text } from '../language.ts'

/** What a refusal means to whoever reads it: the status of the answer, and what happened and what to do. */
export interface Meaning {
  readonly status: number
  readonly title: Text
}
