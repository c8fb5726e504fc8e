import { createContext } from 'react'
import type { Language } from './language.ts'

/** The reader's language, for whatever stands within a page. */
export const LanguageContext = createContext<Language>('zh')
