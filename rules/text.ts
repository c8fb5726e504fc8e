/** Every text for people exists in both languages; Chinese comes first. */
export type Language = 'zh' | 'en'
export type Text = Readonly<Record<Language, string>>
