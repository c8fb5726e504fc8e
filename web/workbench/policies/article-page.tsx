import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { get } from '../../shared/api/client.ts'
import { Cited } from '../../shared/cited.tsx'
import { articleText } from '../../shared/terms.ts'
import { Answer } from '../parts/answer.tsx'
import { Facts } from '../parts/facts.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'
import { figureText, isWord, parameterWords } from '../registers/parameters-words.ts'
import { Readings } from './article-readings.tsx'
import { PolicyList } from './policy-list.tsx'

const words = {
  zh: {
    ...parameterWords.zh,
    back: '实施细则',
    text: '原文',
    readings: '平台怎样执行',
    figures: '条文规定的数字',
    inDays: '（按天数）',
    policies: '相关的政策和解释',
  },
  en: {
    ...parameterWords.en,
    back: 'Implementation rules',
    text: 'Text',
    readings: 'How the platform applies it',
    figures: 'Its figures',
    inDays: ' (in days)',
    policies: 'Policies and interpretations about it',
  },
} as const

/** An article: its text, how it is read today and by what, its figures, and what was published about it. */
export const ArticlePage = () => {
  const { say, language } = useSay(words)
  const { article = '' } = useParams()
  const asked = useQuery({
    queryKey: ['/articles/{article}', article, language],
    queryFn: () => get('/articles/{article}', { path: { article } }),
    retry: false,
  })
  return (
    <>
      <PageHead title={articleText(article, language)} back={{ to: '/articles', label: say.back }} />
      <Answer of={asked}>
        {({ chapter, paragraphs, readings, figures, policies }) => (
          <>
            <Panel title={say.text}>
              <div lang="zh-CN">
                <p className="quiet">{chapter}</p>
                {paragraphs.map((one) => (
                  <p key={one}>
                    <Cited>{one}</Cited>
                  </p>
                ))}
              </div>
            </Panel>
            {figures.length > 0 && (
              <Panel title={say.figures}>
                <Facts
                  of={figures.map(({ name, value, unit }) => [
                    `${isWord(name) ? say[name] : name}${unit === 'half-days' ? say.inDays : ''}`,
                    figureText({ name, value, unit, article }, say),
                  ])}
                />
              </Panel>
            )}
            <Panel title={say.readings}>
              <Readings of={readings} />
            </Panel>
            {policies.length > 0 && (
              <Panel title={say.policies}>
                <PolicyList of={policies} label={say.policies} />
              </Panel>
            )}
          </>
        )}
      </Answer>
    </>
  )
}
