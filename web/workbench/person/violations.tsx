import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { get, isRefusal } from '../../shared/api/client.ts'
import { Cited } from '../../shared/cited.tsx'
import { day } from '../../shared/dates.ts'
import { articleText } from '../../shared/terms.ts'
import { has, useMe } from '../me.ts'
import { Panel } from '../parts/panel.tsx'
import { Unread } from '../parts/unread.tsx'
import { fill, useSay } from '../preferences.tsx'

const words = {
  zh: {
    title: '违规认定（第32条）',
    note: '有效期内的认定，供办理时了解，不自动产生任何后果。',
    until: '有效期至 {day}',
    open: '查看',
  },
  en: {
    title: 'Violations (Art. 32)',
    note: 'Confirmed and not expired: for those who decide to know. Nothing follows by itself.',
    until: 'until {day}',
    open: 'Open',
  },
} as const

/**
 * What was confirmed of a person and has not expired, for those above their institution and the person themselves; their
 * institution's desk is not asked, and where there is nothing, nothing is said.
 */
export const Violations = ({ staffId }: { readonly staffId: string }) => {
  const { say, language } = useSay(words)
  const me = useMe()
  const asked = useQuery({
    queryKey: ['/staff/violations', staffId],
    queryFn: () => get('/staff/{id}/violations', { path: { id: staffId } }),
    enabled: me.staffId === staffId || has(me, 'department', 'authority'),
    retry: false,
  })
  const { data } = asked
  // Whom it is not shown to is refused; an answer that did not come is no sign that there is nothing.
  if (data === undefined) return isRefusal(asked.error) ? null : <Unread of={asked} what={say.title} />
  if (data.items.length === 0) return null
  return (
    <Panel title={say.title}>
      <p className="quiet">{say.note}</p>
      <ul>
        {data.items.map(({ id, text, article, expiresOn }) => (
          <li key={id}>
            {text}{' '}
            {article !== null && (
              <>
                <Cited>{articleText(article, language)}</Cited>{' '}
              </>
            )}
            {expiresOn !== null && fill(say.until, { day: day(expiresOn, language) })}{' '}
            <Link to={`/inspections/matters/${id}`}>{say.open}</Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
