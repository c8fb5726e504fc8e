import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { chooseLanguage, chosenLanguage, type Language } from '../shared/language.ts'
import { LanguageContext } from '../shared/language-context.ts'
import { isLarge, setLarge } from '../shared/large-text.ts'
import { queries } from './queries.ts'

/** What readers may set for themselves: the language, and large letters with more contrast. */
interface Preferences {
  readonly language: Language
  readonly isLarge: boolean
  setLanguage(language: Language): void
  setLarge(isLarge: boolean): void
}

const Context = createContext<Preferences>({
  language: 'zh',
  isLarge: false,
  setLanguage: () => {},
  setLarge: () => {},
})

export const PreferencesProvider = ({ children }: { readonly children: ReactNode }) => {
  const [language, setLanguage] = useState(chosenLanguage)
  const [large, setIsLarge] = useState(isLarge)
  const read = useRef(language)
  useEffect(() => {
    chooseLanguage(language)
    // The API answers in the page's language, so everything is read anew in the new one.
    if (read.current !== language) void queries.invalidateQueries()
    read.current = language
  }, [language])
  useEffect(() => setLarge(large), [large])
  return (
    <Context value={{ language, isLarge: large, setLanguage, setLarge: setIsLarge }}>
      <LanguageContext value={language}>{children}</LanguageContext>
    </Context>
  )
}

export const usePreferences = (): Preferences => useContext(Context)

/** A page's own words, with the same keys in both languages. */
export type Dictionary<Key extends string = string> = Readonly<
  Record<Language, Readonly<Record<Key, string>>>
>

/** The reader's language, and the given words in it. */
export const useSay = <Key extends string>(dictionary: Dictionary<Key>) => {
  const { language } = usePreferences()
  return { language, say: dictionary[language] }
}

export { fill } from '../shared/fill.ts'
