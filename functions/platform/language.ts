import type { Language } from '../../rules/text.ts'

export type { Language, Text } from '../../rules/text.ts'

/** The reader's language by `Accept-Language`: Chinese unless English is asked for first. */
export const languageOf = (acceptLanguage: string | undefined): Language =>
  /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh'
