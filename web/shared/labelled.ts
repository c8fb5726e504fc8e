import type { Language } from './language.ts'

/** What something is called, and what it is: with the colon of the reader's language. */
export const labelled = (label: string, text: string, language: Language): string =>
  language === 'zh' ? `${label}：${text}` : `${label}: ${text}`
