/** Every text for people exists in both languages; Chinese comes first. */
export type Language = 'zh' | 'en'
export type Text = Readonly<Record<Language, string>>

/** The reader's language by `Accept-Language`: Chinese unless English is asked for first. */
export const languageOf = (acceptLanguage: string | undefined): Language =>
  /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh'
