import './task.module.css'
import { type ReactNode, useEffect, useState } from 'react'
import { chooseLanguage, chosenLanguage } from '../shared/language.ts'
import { LanguageContext } from '../shared/language-context.ts'
import { isLarge, setLarge } from '../shared/large-text.ts'
import { words } from './words.ts'

/** The frame around the page, and what a reader may set: language and large letters. */
export const Frame = ({ children }: { readonly children: ReactNode }) => {
  const [language, setLanguage] = useState(chosenLanguage)
  const [large, setIsLarge] = useState(isLarge)
  useEffect(() => chooseLanguage(language), [language])
  useEffect(() => setLarge(large), [large])
  const say = words[language]
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <LanguageContext value={language}>
      <a className="skip" href="#main">
        {say.skip}
      </a>
      <header className="top">
        <div className="frame">
          <a className="brand" href="/">
            <span className="region">{say.region}</span> {say.brand}
          </a>
          <div className="tools">
            <button type="button" aria-pressed={large} onClick={() => setIsLarge(!large)}>
              {say.large}
            </button>
            <button type="button" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => setLanguage(other)}>
              {other === 'zh' ? '中文' : 'English'}
            </button>
          </div>
        </div>
      </header>
      <main className="frame" id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="frame">
        {say.foot} <a href={`/complaints/new#${location.pathname}`}>{say.complain}</a>{' '}
        <a href={`/questions/new#${location.pathname}`}>{say.consult}</a>
      </footer>
    </LanguageContext>
  )
}
