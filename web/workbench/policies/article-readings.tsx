import { Link } from 'react-router'
import type { ArticleView } from '../../shared/api/types.gen.ts'
import { Cited } from '../../shared/cited.tsx'
import { Empty } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'
import { isWord, parameterWords, readingText, whyText } from '../registers/parameters-words.ts'

const words = {
  zh: {
    ...parameterWords.zh,
    none: '这一条没有需要平台另定口径的地方。',
    by: '依据解释：',
  },
  en: {
    ...parameterWords.en,
    none: 'Nothing in this article is left open for the platform to read.',
    by: 'By the interpretation: ',
  },
} as const

/** How the open places of an article are read today, each with the question it answers and by what. */
export const Readings = ({ of }: { readonly of: ArticleView['readings'] }) => {
  const { say } = useSay(words)
  return (
    <>
      {of.length === 0 && <Empty>{say.none}</Empty>}
      {of.map(({ name, what, why, value, default: usual, interpretation }) => (
        <section key={name}>
          <h3>{isWord(name) ? say[name] : name}</h3>
          <p className="strong">{readingText(name, value, say)}</p>
          <p>
            <Cited>{what}</Cited>
          </p>
          <p className="quiet">
            <Cited>{whyText({ name, value, default: usual, why }, say)}</Cited>
          </p>
          {interpretation && (
            <p>
              {say.by}
              <Link to={`/policies/${interpretation.id}`}>{interpretation.name}</Link>
            </p>
          )}
        </section>
      ))}
    </>
  )
}
