import { useQuery, useQueryClient } from '@tanstack/react-query'
import { get, post } from '../../shared/api/client.ts'
import type { ListMailsResponse, UnsentMail } from '../../shared/api/types.gen.ts'
import { moment } from '../../shared/dates.ts'
import { has, useMe } from '../me.ts'
import { Confirm } from '../parts/confirm.tsx'
import { List } from '../parts/list.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { type MarkTone, StatusMark } from '../parts/status-mark.tsx'
import { Table } from '../parts/table.tsx'
import { Unread } from '../parts/unread.tsx'
import { useList } from '../parts/use-list.ts'
import { useSay } from '../preferences.tsx'

const words = {
  zh: {
    title: '邮件',
    lead: '邮件服务器没有收下的邮件保存在这里，平台会定时重发；事项的办理不受影响。',
    list: '等待发出的邮件',
    none: '所有邮件都已发出。',
    subject: '主题',
    recipients: '收件人数',
    kept: '保存时间',
    attempts: '已试次数',
    last: '上次尝试',
    error: '错误',
    resend: '重发',
    resendTitle: '确认现在重发',
    resent: '最近人工重发的邮件',
    by: '重发人',
    at: '重发时间',
    outcome: '结果',
    taken: '已发出',
    refused: '邮件服务器没有收下',
    unknown: '结果不明',
    follows: '现在就发一次；收件人如果其实已经收到过，会再收到一封。重发人和时间一并记录。',
  },
  en: {
    title: 'Mails',
    lead: 'What the mail server did not take is kept here and sent again by itself; no request waits for it.',
    list: 'Mails that wait',
    none: 'Every mail has been sent.',
    subject: 'Subject',
    recipients: 'Recipients',
    kept: 'Kept since',
    attempts: 'Attempts',
    last: 'Last tried',
    error: 'Error',
    resend: 'Send again',
    resendTitle: 'Send it now',
    resent: 'Sent again by operators, the latest',
    by: 'By',
    at: 'When',
    outcome: 'Outcome',
    taken: 'sent',
    refused: 'not taken by the mail server',
    unknown: 'not known',
    follows:
      'It is sent at once. Should it have arrived before, it arrives twice. Who had it sent, and when, is kept.',
  },
} as const

type Resent = ListMailsResponse['resent'][number]

const outcomeOf = ({ taken }: Resent): { tone: MarkTone; name: 'taken' | 'refused' | 'unknown' } =>
  taken === null
    ? { tone: 'plain', name: 'unknown' }
    : taken
      ? { tone: 'good', name: 'taken' }
      : { tone: 'bad', name: 'refused' }

/** Who had which mail sent again, the latest first; nothing where nobody did. */
const ResentMails = () => {
  const { say, language } = useSay(words)
  const asked = useQuery({
    queryKey: ['/mails', 'resent'],
    queryFn: () => get('/mails', { query: { limit: 1 } }),
  })
  const { data } = asked
  if (data === undefined) return <Unread of={asked} what={say.resent} />
  if (data.resent.length === 0) return null
  return (
    <Panel title={say.resent}>
      <Table<Resent>
        items={data.resent}
        label={say.resent}
        rowKey={({ mailId, at, by }) => `${mailId} ${at} ${by}`}
        columns={[
          { key: 'subject', title: say.subject, render: (_, { subject }) => subject },
          {
            key: 'by',
            title: say.by,
            render: (_, { by, byName }) => (
              <>
                {byName}
                <div className="quiet">{by}</div>
              </>
            ),
          },
          { key: 'at', title: say.at, className: 'number', render: (_, { at }) => moment(at, language) },
          {
            key: 'outcome',
            title: say.outcome,
            render: (_, one) => {
              const { tone, name } = outcomeOf(one)
              return <StatusMark tone={tone}>{say[name]}</StatusMark>
            },
          },
        ]}
      />
    </Panel>
  )
}

/** The mails that wait for the mail server, and sending one of them now. */
export const MailsPage = () => {
  const { say, language } = useSay(words)
  const isOperator = has(useMe(), 'operator')
  const client = useQueryClient()
  const list = useList('/mails', {})
  return (
    <>
      <PageHead title={say.title} lead={<p>{say.lead}</p>} />
      <Panel title={say.list}>
        <List<UnsentMail>
          of={list}
          label={say.list}
          rowKey={({ id }) => id}
          empty={<Empty>{say.none}</Empty>}
          columns={[
            { key: 'subject', title: say.subject, render: (_, { subject }) => subject },
            {
              key: 'recipients',
              title: say.recipients,
              align: 'right',
              render: (_, { recipients }) => recipients,
            },
            {
              key: 'kept',
              title: say.kept,
              className: 'number',
              render: (_, { keptAt }) => moment(keptAt, language),
            },
            { key: 'attempts', title: say.attempts, align: 'right', render: (_, { attempts }) => attempts },
            {
              key: 'last',
              title: say.last,
              className: 'number',
              render: (_, { lastTriedAt }) => moment(lastTriedAt, language),
            },
            { key: 'error', title: say.error, render: (_, { error }) => <code>{error}</code> },
            {
              key: 'resend',
              title: '',
              render: (_, { id }) =>
                isOperator && (
                  <Confirm
                    label={say.resend}
                    title={say.resendTitle}
                    follows={<p>{say.follows}</p>}
                    act={async () => {
                      try {
                        await post('/mails/{id}/resend', { path: { id } })
                      } finally {
                        // A failed try is on record too, so the list is read anew.
                        await client.invalidateQueries()
                      }
                    }}
                  />
                ),
            },
          ]}
        />
      </Panel>
      <ResentMails />
    </>
  )
}
