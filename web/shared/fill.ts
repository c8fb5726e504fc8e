import type { Language } from './language.ts'

/** A sentence with its gaps filled: `{name}` by the value of that name. */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap))

/** What stands between several of a kind, where each is more than its text. */
export const separator = { zh: '、', en: ', ' } as const satisfies Record<Language, string>

/** Several of a kind, as the language lists them. */
export const enumerate = (parts: readonly (string | number)[], language: Language): string =>
  parts.join(separator[language])
