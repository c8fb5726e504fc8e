import { Link } from 'react-router'
import { separator } from '../../shared/fill.ts'
import { articleText } from '../../shared/terms.ts'
import { usePreferences } from '../preferences.tsx'

/** Articles as they are cited, each of which opens its text. */
export const ArticleLink = ({ of }: { readonly of: string | readonly string[] }) => {
  const { language } = usePreferences()
  const cited = (typeof of === 'string' ? of.split(/,\s*/) : of).filter((one) => one !== '')
  return (
    <>
      {cited.map((one, nth) => (
        <span key={one}>
          {nth > 0 && separator[language]}
          <Link to={`/articles/${/^\d+/.exec(one)?.[0] ?? ''}`}>{articleText(one, language)}</Link>
        </span>
      ))}
    </>
  )
}
