import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { meQuery } from '../me.ts'
import { newsQuery } from '../news.ts'
import { fill, useSay } from '../preferences.tsx'

const words = {
  zh: { news: '新消息', count: '新消息：{count} 条', more: '新消息：{count} 条以上', none: '没有新消息' },
  en: { news: 'News', count: '{count} new', more: 'more than {count} new', none: 'nothing new' },
} as const

/** How many things are new for whoever is signed in, and the way to them. */
export const Bell = () => {
  const { say } = useSay(words)
  const { data: me } = useQuery({ ...meQuery, enabled: false })
  const { data } = useQuery({ ...newsQuery, enabled: me !== undefined })
  const count = data?.count ?? 0
  const text = count === 0 ? say.none : fill(data?.more ? say.more : say.count, { count })
  return (
    <Link
      className="bell"
      to="/news"
      aria-label={`${say.news}${data ? ` · ${text}` : ''}`}
      title={data ? text : say.news}
    >
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <path
          d="M12 3a6 6 0 0 0-6 6v4l-2 4h16l-2-4V9a6 6 0 0 0-6-6Zm-2 16a2 2 0 0 0 4 0"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeLinejoin="round"
        />
      </svg>
      {count > 0 && <span aria-hidden="true">{count > 99 ? '99+' : count}</span>}
    </Link>
  )
}
