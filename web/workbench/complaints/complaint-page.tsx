import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import {
  complaintActs,
  complaintChannels,
  complaintStatuses,
  findings,
  measureKinds,
} from '../../../functions/complaints/words.ts'
import { get, openFile, post } from '../../shared/api/client.ts'
import type { ComplaintView } from '../../shared/api/types.gen.ts'
import { day, moment } from '../../shared/dates.ts'
import { enumerate, separator } from '../../shared/fill.ts'
import { labelled } from '../../shared/labelled.ts'
import type { Language } from '../../shared/language.ts'
import { withQuery } from '../../shared/with-query.ts'
import { Answer } from '../parts/answer.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { Facts } from '../parts/facts.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { isDay } from '../parts/read-day.ts'
import { StatusMark } from '../parts/status-mark.tsx'
import { fill, useSay } from '../preferences.tsx'
import { ComplaintActs } from './complaint-acts.tsx'
import styles from './complaints.module.css'

const words = {
  zh: {
    title: '投诉举报事项',
    back: '投诉举报',
    about: '基本情况',
    bodies: '被投诉单位',
    persons: '涉及人员',
    described: '投诉人的写法',
    text: '反映的内容',
    code: '查询码',
    channel: '来源',
    filedAt: '收到',
    desk: '办理部门',
    dueOn: '期限',
    overdue: '已逾期',
    status: '状态',
    inquirers: '调查人员',
    finding: '结论',
    identity: '投诉人身份',
    none: '匿名，没有留下身份。',
    deleted: '保存期已过，已删除。',
    kept: '加密保存。只有调查人员能看，每次查看都记录。',
    open: '查看身份',
    openFollows: '查看会连同理由记录下来，本部门都能看到记录。',
    openHint: '写明为什么需要知道。',
    files: '材料',
    filesNone: '没有附材料。',
    filesAfter: '受理以后，由调查人员打开。',
    filesKept: '加密保存。只有调查人员能打开，每次打开都记录：字迹、签名可能看出投诉人是谁。',
    openFile: '打开材料 {number}',
    file: '材料 {number}',
    name: '姓名',
    contact: '联系方式',
    readings: '查看记录',
    auditName: '审计人员按代号 {name} 看到谁在什么时间查看过，看不到理由和投诉内容。',
    course: '经过',
    shown: '投诉人可见',
    reference: '有关的证书、人员或机构',
    until: '完成期限',
    complainant: '投诉人',
    system: '系统',
    acts: '可以采取的措施在这些页面办理',
    certificates: '撤销证书',
    whoRevokes:
      '证书由发证部门的上级撤销（是哪个部门，在“证书查询”里按编号查看）；需要撤销的，请另行告知上级，不要透露投诉内容。',
    hours: '要求提供证明、暂停或更正学时（在人员页的台账里）',
    providers: '网络培训机构名单',
    lecturers: '师资库',
  },
  en: {
    title: 'Complaint',
    back: 'Complaints',
    about: 'What it is',
    bodies: 'Body complained of',
    persons: 'Persons',
    described: 'In the complainant’s words',
    text: 'What was written',
    code: 'Code',
    channel: 'How it came',
    filedAt: 'Received',
    desk: 'Desk',
    dueOn: 'Due',
    overdue: 'overdue',
    status: 'Status',
    inquirers: 'Who inquires',
    finding: 'Finding',
    identity: 'Who complained',
    none: 'Anonymous: no identity was given.',
    deleted: 'Deleted: its time is over.',
    kept: 'Kept encrypted. Those who inquire may read it, each reading on record.',
    open: 'Read who complained',
    openFollows: 'The reading is on record with its reason, for all of this desk.',
    openHint: 'Say why you need to know.',
    files: 'Files',
    filesNone: 'There are none.',
    filesAfter: 'They are opened by those who inquire, once it is accepted.',
    filesKept:
      'Kept encrypted. Those who inquire alone open them, each time on record: handwriting or a signature may tell who complained.',
    openFile: 'Open file {number}',
    file: 'File {number}',
    name: 'Name',
    contact: 'How to reach them',
    readings: 'Readings',
    auditName:
      'Auditors see under the name {name} who read it and when, neither the reason nor the complaint.',
    course: 'What was done',
    shown: 'seen by the complainant',
    reference: 'Certificate, person or body',
    until: 'By when',
    complainant: 'the complainant',
    system: 'the system',
    acts: 'Measures are taken on these pages',
    certificates: 'Revoke a certificate',
    whoRevokes:
      'Certificates are revoked by an authority above the one that issued them (by its number, “Certificates” says which): ask it in words of your own, without the complaint.',
    hours: 'Ask for proof of hours, suspend or correct them (in the person’s ledger)',
    providers: 'List of providers',
    lecturers: 'lecturers',
  },
} as const

const isMeasure = (text: string): text is keyof typeof measureKinds => text in measureKinds

/** What was written to a body: whom, what was found, and, in the last line, by when. */
const toldText = (text: string, language: Language): string => {
  const lines = text.split('\n')
  const until = lines.at(-1) ?? ''
  return isDay(until)
    ? [...lines.slice(0, -1), labelled(words[language].until, day(until, language), language)].join('\n')
    : text
}

/** An entry's words; a measure's kind by its name. */
const entryText = ({ act, text }: ComplaintView['entries'][number], language: Language): string => {
  if (act === 'attach') return fill(words[language].file, { number: text })
  if (act === 'tell_body') return toldText(text, language)
  if (act !== 'measure') return text
  const [kind = '', reference = '', ...rest] = text.split('\n')
  return [
    isMeasure(kind) ? measureKinds[kind][language] : kind,
    reference === '' ? '' : labelled(words[language].reference, reference, language),
    ...rest,
  ]
    .filter((one) => one !== '')
    .join('\n')
}

const Identity = ({ of: { id, identity, readings, auditName, may } }: { readonly of: ComplaintView }) => {
  const { say, language } = useSay(words)
  const client = useQueryClient()
  const [read, setRead] = useState<{ name: string; contact: string }>()
  return (
    <Panel title={say.identity}>
      <p>{say[identity]}</p>
      {read && (
        <Facts
          of={[
            [say.name, read.name],
            [say.contact, read.contact],
          ]}
        />
      )}
      {may.readIdentity && read === undefined && (
        <Confirm
          label={say.open}
          title={say.open}
          follows={<p>{say.openFollows}</p>}
          reason={{ hint: say.openHint, required: true }}
          act={async (reason) => {
            setRead(await post('/complaints/{id}/identity', { path: { id }, body: { reason } }))
            await client.invalidateQueries({ queryKey: ['/complaints/{id}', id] })
          }}
        />
      )}
      {readings.length > 0 && (
        <>
          <h3>{say.readings}</h3>
          <ul>
            {readings.map(({ at, byName, reason, file }) => (
              <li key={`${at} ${byName}`}>
                {moment(at, language)} {labelled(byName, reason, language)}
                {file !== null && ` · ${fill(say.file, { number: file })}`}
              </li>
            ))}
          </ul>
          <p className="quiet">{fill(say.auditName, { name: auditName })}</p>
        </>
      )}
    </Panel>
  )
}

/** The files that came with it; opening one may tell who complained, and is on record. */
const Files = ({ of: { id, files, may } }: { readonly of: ComplaintView }) => {
  const { say, language } = useSay(words)
  const client = useQueryClient()
  return (
    <Panel title={say.files}>
      <p>{files.length === 0 ? say.filesNone : say.filesKept}</p>
      {files.length > 0 && !may.readFiles && (
        <p>
          {labelled(
            enumerate(
              files.map(({ number }) => fill(say.file, { number })),
              language,
            ),
            say.filesAfter,
            language,
          )}
        </p>
      )}
      <div className="actions">
        {may.readFiles &&
          files.map(({ number }) => (
            <Confirm
              key={number}
              label={fill(say.openFile, { number })}
              title={fill(say.openFile, { number })}
              follows={<p>{say.openFollows}</p>}
              reason={{ hint: say.openHint, required: true }}
              act={async (reason) => {
                const path = { id, number }
                const { url } = await openFile('/complaints/{id}/files/{number}', { path, body: { reason } })
                window.open(url, '_blank', 'noreferrer')
                await client.invalidateQueries({ queryKey: ['/complaints/{id}', id] })
              }}
            />
          ))}
      </div>
    </Panel>
  )
}

/** What was done, in order. */
export const Course = ({ of: { entries } }: { readonly of: Pick<ComplaintView, 'entries'> }) => {
  const { say, language } = useSay(words)
  return (
    <Panel title={say.course}>
      <ol className={styles.course}>
        {entries.map((entry) => (
          <li key={`${entry.at} ${entry.act}`}>
            <span className="strong">{complaintActs[entry.act][language]}</span>{' '}
            <span className="quiet">
              {moment(entry.at, language)} {entry.by === 'desk' ? entry.byName : say[entry.by]}
            </span>{' '}
            {entry.shown && <StatusMark tone="good">{say.shown}</StatusMark>}
            {entry.text !== '' && <p className={styles.said}>{entryText(entry, language)}</p>}
          </li>
        ))}
      </ol>
    </Panel>
  )
}

export const About = ({ of }: { readonly of: ComplaintView }) => {
  const { say, language } = useSay(words)
  const names = (list: readonly { readonly name: string }[]) =>
    enumerate(
      list.map(({ name }) => name),
      language,
    )
  return (
    <Panel title={say.about}>
      <Facts
        of={[
          [say.status, complaintStatuses[of.status][language]],
          [
            say.dueOn,
            of.status === 'closed' || of.status === 'passed_on' ? null : (
              <>
                {day(of.dueOn, language)} {of.overdue && <StatusMark tone="bad">{say.overdue}</StatusMark>}
              </>
            ),
          ],
          [say.bodies, names(of.bodies)],
          [say.described, of.described],
          [say.persons, enumerate(of.persons, language)],
          [say.channel, complaintChannels[of.channel][language]],
          [say.filedAt, moment(of.filedAt, language)],
          [say.code, of.code.toUpperCase()],
          [say.desk, of.desk.name],
          [say.inquirers, names(of.inquirers)],
          [say.finding, of.finding === null ? null : findings[of.finding][language]],
        ]}
      />
      <h3>{say.text}</h3>
      <p className={styles.said}>{of.text}</p>
    </Panel>
  )
}

/** The pages of the acts that may follow: of those the reader may do themselves; of a certificate, who else does. */
export const Measures = ({ of: { measures, bodies } }: { readonly of: ComplaintView }) => {
  const { say, language } = useSay(words)
  const pages: readonly (readonly [kind: ComplaintView['measures'][number], to: string, label: string])[] = [
    ['revoke_certificate', '/registers/certificates', say.certificates],
    ['suspend_hours', withQuery('/persons', { institution: bodies[0]?.id }), say.hours],
    ['remove_provider', '/registers/providers', say.providers],
    ['remove_lecturer', '/programmes/lecturers', say.lecturers],
  ]
  const links = pages.filter(([kind]) => measures.includes(kind))
  return (
    <>
      {links.length > 0 && (
        <p>
          {labelled(say.acts, '', language)}
          {links.map(([kind, to, label], nth) => (
            <span key={kind}>
              {nth > 0 && separator[language]}
              <Link to={to}>{label}</Link>
            </span>
          ))}
        </p>
      )}
      {!measures.includes('revoke_certificate') && <p className="quiet">{say.whoRevokes}</p>}
    </>
  )
}

/** A complaint at one's desk: what it says, what was done, what may be done now. */
export const ComplaintPage = () => {
  const { say } = useSay(words)
  const { id = '' } = useParams()
  const complaint = useQuery({
    queryKey: ['/complaints/{id}', id],
    queryFn: () => get('/complaints/{id}', { path: { id } }),
    retry: false,
  })
  return (
    <>
      <PageHead title={say.title} back={{ to: '/complaints/desk', label: say.back }} />
      <Answer of={complaint}>
        {(of) => (
          <>
            <About of={of} />
            <Identity of={of} />
            <Files of={of} />
            <Course of={of} />
            {of.status === 'found' && of.finding !== 'not_found' && <Measures of={of} />}
            <ComplaintActs of={of} />
          </>
        )}
      </Answer>
    </>
  )
}
