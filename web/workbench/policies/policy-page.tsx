import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { get } from '../../shared/api/client.ts'
import type { PolicyView } from '../../shared/api/types.gen.ts'
import { day, moment } from '../../shared/dates.ts'
import { accessToken } from '../../shared/session.ts'
import { isOfRegion, meQuery } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { Facts } from '../parts/facts.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import { isWord, parameterWords, readingText } from '../registers/parameters-words.ts'
import { ArticleLink } from './article-link.tsx'
import styles from './policies.module.css'
import { policyWords } from './words.ts'

const words = {
  zh: {
    ...parameterWords.zh,
    ...policyWords.zh,
    page: '政策文件',
    back: '政策文件和解释',
    about: '基本情况',
    number: '文号',
    summary: '要点',
    articles: '相关条款',
    from: '施行日期',
    until: '失效日期',
    publishedAt: '发布',
    replaces: '替代',
    changed: '改了什么',
    setsTitle: '设定的执行口径',
    setFrom: '自 {from} 起',
    setSpan: '{from} 至 {to}',
    holds: '（现在按此执行）',
    heldNot: '（现在不按此执行）',
    goesOn: '（文件已不执行，口径仍这样执行）',
    goesOnTitle: '文件已不执行，它设定的口径仍在执行',
    goesOnText:
      '这份解释由平台以前的版本记录，当时没有写明口径到什么时候为止，所以仍然执行，直到自治区重新设定。不再这样执行的，请在执行口径里调整。',
    setAnew: '调整执行口径',
    enteredLater: '补录：发布时已经施行',
    text: '正文',
    replacedTitle: '这份文件已有新的版本',
    replace: '发布新版本',
  },
  en: {
    ...parameterWords.en,
    ...policyWords.en,
    page: 'Document',
    back: 'Policies and interpretations',
    about: 'What it is',
    number: 'Number',
    summary: 'In short',
    articles: 'Articles',
    from: 'In force from',
    until: 'In force until',
    publishedAt: 'Published',
    replaces: 'Replaces',
    changed: 'What changed',
    setsTitle: 'Readings that it sets',
    setFrom: 'from {from}',
    setSpan: '{from} to {to}',
    holds: ' (by this it is read now)',
    heldNot: ' (not read by this now)',
    goesOn: ' (in force no more, and still read so)',
    goesOnTitle: 'In force no more, its readings go on',
    goesOnText:
      'This interpretation was recorded by an earlier version of the platform, which did not say until when its readings hold: they go on until the region sets them anew. Change them where they shall end.',
    setAnew: 'Change the readings',
    enteredLater: 'entered later: in force before it was published here',
    text: 'Text',
    replacedTitle: 'A new version has been published',
    replace: 'Publish a new version',
  },
} as const

/** What was published, word for word, what it replaced and what took its place. */
export const PolicyPage = () => {
  const { say, language } = useSay(words)
  const { id = '' } = useParams()
  const { data: me } = useQuery({ ...meQuery, enabled: accessToken() !== undefined })
  const asked = useQuery({
    queryKey: ['/policies/{id}', id],
    queryFn: () => get('/policies/{id}', { path: { id } }),
    retry: false,
  })
  /** Each reading that it sets with its value in words, and since when. */
  const setFacts = (sets: PolicyView['sets']): [string, string][] =>
    sets.map(({ name, value, from, until, holds, goesOn }) => {
      const span =
        until === null
          ? fill(say.setFrom, { from: day(from, language) })
          : fill(say.setSpan, { from: day(from, language), to: day(until, language) })
      return [
        `${say.setsTitle} · ${isWord(name) ? say[name] : name}`,
        `${readingText(name, value, say)} · ${span}${goesOn ? say.goesOn : holds ? say.holds : say.heldNot}`,
      ]
    })
  const isPublisher = (publisher: string) =>
    me?.roles.some(({ role, organisation }) => role === 'authority' && organisation.name === publisher) ??
    false
  return (
    <>
      <PageHead title={asked.data?.title ?? say.page} back={{ to: '/policies', label: say.back }} />
      <Answer of={asked}>
        {(of) => (
          <>
            {of.replacedBy && (
              <Notice
                tone="wait"
                title={say.replacedTitle}
                actions={<Link to={`/policies/${of.replacedBy.id}`}>{of.replacedBy.name}</Link>}
              />
            )}
            {of.sets.some(({ goesOn }) => goesOn) && (
              <Notice
                tone="wait"
                title={say.goesOnTitle}
                actions={me && isOfRegion(me) && <Link to="/registers/parameters/new">{say.setAnew}</Link>}
              >
                <p>{say.goesOnText}</p>
              </Notice>
            )}
            <Panel
              title={say.about}
              actions={
                of.replacedBy === null &&
                isPublisher(of.publisher) && <Link to={`/policies/new?replaces=${of.id}`}>{say.replace}</Link>
              }
            >
              <Facts
                of={[
                  [say.number, of.number],
                  [say.kind, say[of.kind]],
                  [say.status, say[of.status]],
                  [say.publisher, of.publisher],
                  [
                    say.publishedAt,
                    `${moment(of.publishedAt, language)}${of.enteredLater ? ` · ${say.enteredLater}` : ''}`,
                  ],
                  [say.from, day(of.inForceFrom, language)],
                  [say.until, of.inForceUntil === null ? null : day(of.inForceUntil, language)],
                  [say.articles, of.articles.length === 0 ? null : <ArticleLink key="a" of={of.articles} />],
                  [
                    say.replaces,
                    of.replaces && <Link to={`/policies/${of.replaces.id}`}>{of.replaces.name}</Link>,
                  ],
                  [say.changed, of.changed],
                  ...setFacts(of.sets),
                  [say.summary, of.summary],
                ]}
              />
            </Panel>
            <Panel title={say.text}>
              {of.text !== '' && <p className={styles.text}>{of.text}</p>}
              {of.files.length > 0 && (
                <ul>
                  {of.files.map(({ id: file, name, size }) => (
                    <li key={file}>
                      <a href={`/api/policies/${id}/files/${file}`} target="_blank" rel="noreferrer">
                        {name}
                      </a>{' '}
                      <span className="quiet">{Math.ceil(size / 1024).toLocaleString('en')} KB</span>
                    </li>
                  ))}
                </ul>
              )}
            </Panel>
          </>
        )}
      </Answer>
    </>
  )
}
