import { useContext } from 'react'
import type { Language } from '../shared/language.ts'
import { LanguageContext } from '../shared/language-context.ts'
import { type Words, words } from './words.ts'

/** The reader's language, and the words of requests in it. */
export const useWords = (): { readonly language: Language; readonly say: Words } => {
  const language = useContext(LanguageContext)
  return { language, say: words[language] }
}
