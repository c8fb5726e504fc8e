import type { Assessment } from '../../shared/api/types.gen.ts'
import { Cited } from '../../shared/cited.tsx'
import { articleText, term } from '../../shared/terms.ts'
import { Empty } from '../parts/panel.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { useSay } from '../preferences.tsx'
import styles from './ledger.module.css'

const words = {
  zh: { none: '没有受影响的业务。' },
  en: { none: 'Nothing is affected.' },
} as const

const tones = { allow: 'good', hold: 'wait', review: 'wait', refuse: 'bad' } as const

/** What a year's standing means for the businesses of Articles 35 and 43 to 46. */
export const Effects = ({ of: rows }: { readonly of: Assessment['eligibility'] }) => {
  const { say, language } = useSay(words)
  if (rows.length === 0) return <Empty>{say.none}</Empty>
  return (
    <ul className={`plain ${styles.obligations}`}>
      {rows.map(({ business, verdict, articles, reasons }) => (
        <li key={business}>
          <span className="strong">{term('business', business, language)}</span>
          <StatusMark tone={tones[verdict]}>{term('verdict', verdict, language)}</StatusMark>
          <span className="quiet">
            <Cited>
              {reasons.map(({ text }) => text).join(' ')} {articleText(articles, language)}
            </Cited>
          </span>
        </li>
      ))}
    </ul>
  )
}
