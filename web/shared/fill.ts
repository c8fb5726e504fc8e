import type { Language } from './language.ts'

/**
 * A sentence with its gaps filled: `{name}` by the value of that name, `{name|row|rows}` by the first word where the value
 * is 1, else by the second.
 */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (gap, name: string, one?: string, several?: string) =>
      one === undefined ? String(values[name] ?? gap) : String(Number(values[name]) === 1 ? one : several),
  )

/** What stands between several of a kind, where each is more than its text. */
export const separator = { zh: '、', en: ', ' } as const satisfies Record<Language, string>

/** Several of a kind, as the language lists them. */
export const enumerate = (parts: readonly (string | number)[], language: Language): string =>
  parts.join(separator[language])
