import { isDeepStrictEqual } from 'node:util'

export interface ChangedField {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/**
 * What differs between two states of a record, field by field; null stands for a field that was not there. The end of a
 * record's chain, which every change moves, says nothing to people.
 */
export const changedFields = (before: object, after: object): ChangedField[] => {
  const was = new Map<string, unknown>(Object.entries(before))
  const is = new Map<string, unknown>(Object.entries(after))
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((field) => field !== 'chain' && !isDeepStrictEqual(was.get(field), is.get(field)))
    .map((field) => ({ field, before: was.get(field) ?? null, after: is.get(field) ?? null }))
}
