export type Language = 'zh' | 'en'

const KEY = 'language'

/** The language that was chosen last; before that Chinese, unless the browser asks for English first. */
export const chosenLanguage = (): Language => {
  const kept = localStorage.getItem(KEY)
  if (kept === 'zh' || kept === 'en') return kept
  return navigator.language.startsWith('en') ? 'en' : 'zh'
}

/** Remembers the choice, and tells the browser (and whoever reads aloud) which language the page is in. */
export const chooseLanguage = (language: Language): void => {
  localStorage.setItem(KEY, language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}
