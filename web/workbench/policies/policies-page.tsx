import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { get } from '../../shared/api/client.ts'
import { accessToken } from '../../shared/session.ts'
import { meQuery } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'
import { PolicyList } from './policy-list.tsx'
import { Subscription } from './subscription.tsx'

const words = {
  zh: {
    title: '政策文件和解释',
    lead: '自治区和盟市发布的文件。发布后不改原文：修订另发新版本，旧版本保留并注明（第8、48条）。',
    articles: '实施细则和搜索',
    publish: '发布文件',
    list: '全部文件',
  },
  en: {
    title: 'Policies and interpretations',
    lead: 'What region and cities have published. Nothing is edited afterwards: a new version is published, the old one stays with its mark (Art. 8, 48).',
    articles: 'The rules, and search',
    publish: 'Publish',
    list: 'All documents',
  },
} as const

/** What was published, the latest first. */
export const PoliciesPage = () => {
  const { say } = useSay(words)
  const policies = useQuery({ queryKey: ['/policies'], queryFn: () => get('/policies') })
  const { data: me } = useQuery({ ...meQuery, enabled: accessToken() !== undefined })
  const mayPublish =
    me?.roles.some(({ role, organisation }) => role === 'authority' && organisation.level !== 'county') ??
    false
  return (
    <>
      <PageHead
        title={say.title}
        lead={<p>{say.lead}</p>}
        actions={
          <>
            {mayPublish && (
              <Link className="button primary" to="/policies/new">
                {say.publish}
              </Link>
            )}
            <Link to="/articles">{say.articles}</Link>
            {me && <Subscription />}
          </>
        }
      />
      <Answer of={policies}>
        {({ items }) => (
          <Panel title={say.list}>
            <PolicyList of={items} label={say.list} />
          </Panel>
        )}
      </Answer>
    </>
  )
}
