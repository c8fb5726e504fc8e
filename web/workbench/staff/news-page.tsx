import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { get, post, saveFile } from '../../shared/api/client.ts'
import type { NewsItem } from '../../shared/api/types.gen.ts'
import { day, moment } from '../../shared/dates.ts'
import { stageTerm, term } from '../../shared/terms.ts'
import { newsQuery } from '../news.ts'
import { Answer } from '../parts/answer.tsx'
import { Notice, ProblemNotice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { matterWords, wayToMatter } from '../parts/waiting-matters.tsx'
import { fill, useSay } from '../preferences.tsx'
import styles from './home.module.css'

const words = {
  zh: {
    title: '新消息',
    lead: '上次查看以后的变化：等我办理的、我的申请、证书和到期提醒。打开本页后，铃上的数字归零；还没有办的仍列在首页和待办事项里。',
    list: '新消息',
    none: '没有新消息。',
    more: '待办较多，这里只列出一部分；全部见待办事项。',
    task: '待办：{type}（{stage}），办理期限 {day}',
    request: '{act}',
    certificate: '证书 {number}',
    certificateText: '已签发、更正或撤销',
    notice: '{obligation}：{day} 到期',
    noticeText: '到期提醒',
    matter: '{what}，办理期限 {day}',
    calendar: '我的期限',
    calendarText:
      '把还没有完成的期限和待办事项存成日历文件（.ics），可以导入手机或电脑的日历；文件里没有姓名。',
    save: '保存日历文件',
    saved: '日历文件已保存。',
  },
  en: {
    title: 'News',
    lead: 'What changed since you last looked: tasks for you, your requests, certificates, due dates. The bell is at nought once this page is open; what is still to be done stays on the home page and at the desk.',
    list: 'News',
    none: 'Nothing is new.',
    more: 'Only some of the many tasks stand here; all of them are at the desk.',
    task: 'To decide: {type} ({stage}), due {day}',
    request: '{act}',
    certificate: 'Certificate {number}',
    certificateText: 'issued, corrected or revoked',
    notice: '{obligation}: due {day}',
    noticeText: 'reminder',
    matter: '{what}, due {day}',
    calendar: 'My due dates',
    calendarText:
      'Saves what you still owe and the tasks at your desks as a calendar file (.ics) for a phone or a computer. It holds no names.',
    save: 'Save the calendar file',
    saved: 'The calendar file was saved.',
  },
} as const

const Item = ({ of: item }: { readonly of: NewsItem }) => {
  const { say, language } = useSay(words)
  switch (item.kind) {
    case 'task':
      return (
        <>
          <a className="strong" href={`/task/${encodeURIComponent(item.id)}`}>
            {item.title}
          </a>
          <div className="quiet">
            {fill(say.task, {
              type: term('type', item.type, language),
              stage: stageTerm(item.type, item.stage, language),
              day: day(item.dueOn, language),
            })}
          </div>
        </>
      )
    case 'request':
      return (
        <>
          <Link className="strong" to={`/request/${encodeURIComponent(item.id)}`}>
            {item.title}
          </Link>
          <div className="quiet">{fill(say.request, { act: term('act', item.act, language) })}</div>
        </>
      )
    case 'certificate':
      return (
        <>
          <Link className="strong" to={`/certificate/${encodeURIComponent(item.id)}`}>
            {fill(say.certificate, { number: item.id })}
          </Link>
          <div className="quiet">{say.certificateText}</div>
        </>
      )
    case 'notice':
      return (
        <>
          <Link className="strong" to="/ledger">
            {fill(say.notice, {
              obligation: term('obligation', item.obligation.split(':')[0] ?? '', language),
              day: day(item.by, language),
            })}
          </Link>
          <div className="quiet">{say.noticeText}</div>
        </>
      )
    case 'matter':
      return (
        <Link className="strong" to={wayToMatter(item)}>
          {fill(say.matter, { what: matterWords[item.matter][language], day: day(item.dueOn, language) })}
        </Link>
      )
  }
}

/** The calendar file of what someone owes and has to decide. */
const Calendar = () => {
  const { say } = useSay(words)
  const saving = useMutation({ mutationFn: () => saveFile('/calendar', {}, 'due-dates.ics') })
  return (
    <Panel title={say.calendar}>
      <p>{say.calendarText}</p>
      <p className="actions">
        <Button loading={saving.isPending} onClick={() => saving.mutate()}>
          {say.save}
        </Button>
      </p>
      {saving.isSuccess && <Notice tone="good" title={say.saved} />}
      {saving.isError && <ProblemNotice error={saving.error} />}
    </Panel>
  )
}

/** What is new: shown as it was when the page was opened, and seen from then on. */
export const NewsPage = () => {
  const { say, language } = useSay(words)
  const queries = useQueryClient()
  // Read for this visit alone: what is shown stays while the bell is at nought already.
  const asked = useQuery({
    queryKey: ['/news', 'page'],
    queryFn: () => get('/news'),
    staleTime: 0,
    gcTime: 0,
  })
  const { mutate: seen } = useMutation({
    mutationFn: (asOf: string) => post('/news/seen', { body: { asOf } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: newsQuery.queryKey, exact: true }),
  })
  const marked = useRef('')
  const asOf = asked.data?.asOf
  useEffect(() => {
    if (asOf === undefined || marked.current !== '') return
    marked.current = asOf
    seen(asOf)
  }, [asOf, seen])
  return (
    <>
      <PageHead title={say.title} lead={<p>{say.lead}</p>} />
      <Panel title={say.list}>
        <Answer of={asked}>
          {({ items, more }) => (
            <>
              {items.length === 0 ? (
                <Empty>{say.none}</Empty>
              ) : (
                <ul className={`plain ${styles.matters}`}>
                  {items.map((item) => (
                    <li key={`${item.kind} ${item.id}`}>
                      <div>
                        <Item of={item} />
                      </div>
                      <span className="quiet nowrap">
                        {item.at.length === 10 ? day(item.at, language) : moment(item.at, language)}
                      </span>
                    </li>
                  ))}
                </ul>
              )}
              {more && (
                <p>
                  <Link to="/tasks">{say.more}</Link>
                </p>
              )}
            </>
          )}
        </Answer>
      </Panel>
      <Calendar />
    </>
  )
}
