import { Link } from 'react-router'
import { complaintChannels, complaintStatuses } from '../../../functions/complaints/words.ts'
import { complaintTerms } from '../../../rules/complaints.ts'
import type { ComplaintRow } from '../../shared/api/types.gen.ts'
import { day, moment } from '../../shared/dates.ts'
import { enumerate } from '../../shared/fill.ts'
import type { Language } from '../../shared/language.ts'
import { has, isOfRegion, useMe } from '../me.ts'
import { ForDesks } from '../parts/for-desks.tsx'
import { List } from '../parts/list.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { useList } from '../parts/use-list.ts'
import { fill, useSay } from '../preferences.tsx'

const words = {
  zh: {
    title: '投诉举报',
    lead: '这里只有由本部门办理、并且与您和委托您的人无关的事项（第36条）。{accept} 个工作日内受理或写明理由转交，受理后 {inquiry} 日内办结。按期限先后排列，已办结的仍在原处。',
    enter: '登记电话、信件',
    settings: '受理设置',
    at: '本部门办理',
    above: '下级逾期，可以提级办理',
    about: '被投诉对象',
    code: '查询码',
    filed: '收到',
    due: '期限',
    overdue: '已逾期',
    status: '状态',
    none: '没有事项。',
    unknown: '未写明',
  },
  en: {
    title: 'Complaints',
    lead: 'What this desk has, and what concerns neither you nor anyone you act for (Art. 36). Accepted or passed on with a reason within {accept} working days, concluded within {inquiry} days of acceptance. In the order of their days; what is closed keeps its place.',
    enter: 'Enter a call or letter',
    settings: 'Settings',
    at: 'At this desk',
    above: 'Overdue below: may be taken over',
    about: 'About',
    code: 'Code',
    filed: 'Received',
    due: 'Due',
    overdue: 'overdue',
    status: 'Status',
    none: 'Nothing here.',
    unknown: 'not said',
  },
} as const

const aboutText = ({ bodies, described }: ComplaintRow, unknown: string, language: Language): string =>
  enumerate(
    [...bodies.map(({ name }) => name), described].filter((one) => one !== ''),
    language,
  ) || unknown

const Box = ({ box }: { readonly box: 'at' | 'above' }) => {
  const { say, language } = useSay(words)
  const list = useList('/complaints', { query: { box } })
  return (
    <Panel title={say[box]}>
      <List<ComplaintRow>
        of={list}
        label={say[box]}
        rowKey={({ id }) => id}
        empty={<Empty>{say.none}</Empty>}
        columns={[
          {
            key: 'about',
            title: say.about,
            render: (_, row) => (
              <Link to={`/complaints/desk/${row.id}`}>{aboutText(row, say.unknown, language)}</Link>
            ),
          },
          { key: 'code', title: say.code, render: (_, { code }) => code.toUpperCase() },
          {
            key: 'filed',
            title: say.filed,
            render: (_, { filedAt, channel }) =>
              `${moment(filedAt, language)} ${complaintChannels[channel][language]}`,
          },
          {
            key: 'due',
            title: say.due,
            render: (_, { status, dueOn, overdue }) =>
              status === 'closed' || status === 'passed_on' ? (
                '—'
              ) : (
                <>
                  {day(dueOn, language)} {overdue && <StatusMark tone="bad">{say.overdue}</StatusMark>}
                </>
              ),
          },
          {
            key: 'status',
            title: say.status,
            render: (_, { status }) => complaintStatuses[status][language],
          },
        ]}
      />
    </Panel>
  )
}

/** The complaints at one's desk, and those overdue below it. */
export const ComplaintsPage = () => {
  const { say } = useSay(words)
  const me = useMe()
  const isDesk = has(me, 'department', 'authority')
  const { acceptWorkingDays: accept, inquiryDays: inquiry } = complaintTerms
  return (
    <>
      <PageHead
        title={say.title}
        lead={isDesk && <p>{fill(say.lead, { accept, inquiry })}</p>}
        actions={
          isDesk && (
            <>
              <Link className="button primary" to="/complaints/enter">
                {say.enter}
              </Link>
              {isOfRegion(me) && <Link to="/complaints/settings">{say.settings}</Link>}
            </>
          )
        }
      />
      <ForDesks>
        <Box box="at" />
        <Box box="above" />
      </ForDesks>
    </>
  )
}
