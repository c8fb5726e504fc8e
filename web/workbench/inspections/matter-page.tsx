import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useParams } from 'react-router'
import {
  byLot,
  byName,
  matterActs,
  matterKinds,
  matterOutcomes,
  matterStatuses,
  notSuspended as notSuspendedWords,
  signs,
  standsAs,
} from '../../../functions/inspections/words.ts'
import { fetchFile, get } from '../../shared/api/client.ts'
import type { MatterView } from '../../shared/api/types.gen.ts'
import { day, moment, period } from '../../shared/dates.ts'
import { enumerate } from '../../shared/fill.ts'
import { articleText, term } from '../../shared/terms.ts'
import { Answer } from '../parts/answer.tsx'
import { Facts } from '../parts/facts.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { fill, useSay } from '../preferences.tsx'
import styles from './inspections.module.css'
import { MatterActs } from './matter-acts.tsx'

const words = {
  zh: {
    title: '抽查督办事项',
    back: '抽查督办',
    about: '基本情况',
    kind: '类别',
    status: '状态',
    outcome: '结果',
    dueOn: '期限',
    overdue: '已逾期',
    notice: '通知期截止',
    suspended: '学时已暂停计算',
    authority: '核查部门',
    body: '单位或部门',
    person: '人员',
    article: '条款',
    expiresOn: '失效日期',
    agrees: '单位意见',
    yes: '同意认定',
    no: '不同意认定',
    hours: '学时',
    amount: '{hours} 学时',
    entry: '台账第 {entry} 条',
    desk: '作出认定的部门',
    request: '原申请',
    why: '抽取原因',
    draw: '所属抽查',
    seeDraw: '查看这次抽查',
    byName: '要求提供学时证明',
    sameHours: '同一学时的其他核查',
    sameHoursFollow:
      '同一学时可能被抽到或要求举证不止一次，抽中与否由种子决定。材料相同的，答复里写明已向哪个部门提供；学时只暂停一次，各件事项都不再暂停时才恢复。',
    one: '{authority} {day}：{status}',
    text: '内容',
    evidence: '证明材料',
    file: '文件 {number}',
    course: '经过',
    system: '系统',
  },
  en: {
    title: 'Inspection',
    back: 'Inspections',
    about: 'What it is',
    kind: 'Kind',
    status: 'Status',
    outcome: 'Outcome',
    dueOn: 'Due',
    overdue: 'overdue',
    notice: 'Notice runs until',
    suspended: 'hours suspended',
    authority: 'Authority',
    body: 'Body',
    person: 'Person',
    article: 'Article',
    expiresOn: 'Expires',
    agrees: 'Institution',
    yes: 'agrees',
    no: 'does not agree',
    hours: 'Hours',
    amount: '{hours} {hours|hour|hours}',
    entry: 'entry {entry} of the ledger',
    desk: 'Recognised by',
    request: 'Request',
    why: 'Why these',
    draw: 'Draw',
    seeDraw: 'See the draw',
    byName: 'proof of hours asked for',
    sameHours: 'The same hours elsewhere',
    sameHoursFollow:
      'The same hours may be drawn, or asked about, more than once: a seed says what is drawn. Where the proof is the same, say in the answer to whom it was given. Hours are suspended once, and count again when no matter holds them any more.',
    one: '{authority} {day}: {status}',
    text: 'What it says',
    evidence: 'Proof',
    file: 'File {number}',
    course: 'What was done',
    system: 'the system',
  },
} as const

/** A link, where there is something to lead to. */
const Leading = ({ to, children }: { readonly to: string | null; readonly children: string }) =>
  to === null ? children : <Link to={to}>{children}</Link>

/** Other matters about the same hours, and how they stand. */
const SameHours = ({ of }: { readonly of: NonNullable<MatterView['sample']>['sameHours'] }) => {
  const { say, language } = useSay(words)
  if (of.length === 0) return null
  return (
    <>
      <h3>{say.sameHours}</h3>
      <ul>
        {of.map((one) => (
          <li key={one.createdAt}>
            <Leading to={one.id && `/inspections/matters/${one.id}`}>
              {fill(say.one, {
                authority: one.authority.name,
                day: day(one.createdAt.slice(0, 10), language),
                status: standsAs(one)[language],
              })}
            </Leading>
          </li>
        ))}
      </ul>
      <p className="quiet">{say.sameHoursFollow}</p>
    </>
  )
}

/** The hours of a sample. */
const Hours = ({ of: { sample, person } }: { readonly of: MatterView }) => {
  const { say, language } = useSay(words)
  if (sample === null) return null
  const { hours, entry, subject, mode, from, to, desk, requestId, signs: drawnFor, drawId } = sample
  const { sameHours, notSuspended } = sample
  const entryText = say.entry.replace('{entry}', String(entry))
  return (
    <Panel title={say.hours}>
      <Facts
        of={[
          [
            say.hours,
            `${term('subject', subject, language)} ${term('mode', mode, language)} ${period(from, to, language)} ${fill(say.amount, { hours })}`,
          ],
          [
            say.person,
            person && (
              <Leading key="person" to={drawnFor === null ? null : `/persons/${person.id}`}>
                {`${person.name} ${entryText}`}
              </Leading>
            ),
          ],
          [say.desk, desk.name],
          [
            say.request,
            requestId && (
              <Leading key="request" to={`/request/${requestId}`}>
                {requestId}
              </Leading>
            ),
          ],
          [
            say.why,
            drawnFor === null
              ? null
              : drawnFor.length === 0
                ? (drawId === null ? byName : byLot)[language]
                : enumerate(
                    drawnFor.map((sign) => signs[sign][language]),
                    language,
                  ),
          ],
          [
            say.draw,
            drawnFor && drawId && (
              <Leading key="draw" to={`/inspections/draws/${drawId}`}>
                {say.seeDraw}
              </Leading>
            ),
          ],
        ]}
      />
      {notSuspended !== null && (
        <Notice tone="wait" title={matterActs.not_suspended[language]}>
          <p>{notSuspendedWords[notSuspended][language]}</p>
        </Notice>
      )}
      <SameHours of={sameHours} />
    </Panel>
  )
}

const Files = ({ of: { id, evidence } }: { readonly of: MatterView }) => {
  const { say } = useSay(words)
  if (evidence.length === 0) return null
  const open = async (file: string) => {
    const { url } = await fetchFile('/inspections/{id}/evidence/{evidence}', { path: { id, evidence: file } })
    window.open(url, '_blank', 'noreferrer')
  }
  return (
    <Panel title={say.evidence}>
      <div className="actions">
        {evidence.map((file, nth) => (
          <Button key={file} onClick={() => open(file)}>
            {say.file.replace('{number}', String(nth + 1))}
          </Button>
        ))}
      </div>
    </Panel>
  )
}

const About = ({ of }: { readonly of: MatterView }) => {
  const { say, language } = useSay(words)
  const { institutionAgrees, noticeUntil, outcome } = of
  return (
    <Panel title={say.about}>
      <Facts
        of={[
          // Asked for by name, nothing was drawn.
          [say.kind, of.sample?.drawId === null ? say.byName : matterKinds[of.kind][language]],
          [
            say.status,
            <>
              {matterStatuses[of.status][language]}{' '}
              {of.suspended && <StatusMark tone="bad">{say.suspended}</StatusMark>}
            </>,
          ],
          [say.outcome, outcome === null ? null : matterOutcomes[outcome][language]],
          [
            say.dueOn,
            of.status === 'closed' ? null : (
              <>
                {day(of.dueOn, language)} {of.overdue && <StatusMark tone="bad">{say.overdue}</StatusMark>}
              </>
            ),
          ],
          [say.notice, noticeUntil === null ? null : day(noticeUntil, language)],
          [say.authority, of.authority.name],
          [say.body, of.body.name],
          [say.person, of.person?.name ?? null],
          [say.article, of.article && articleText(of.article, language)],
          [say.expiresOn, of.expiresOn === null ? null : day(of.expiresOn, language)],
          [say.agrees, institutionAgrees === null ? null : institutionAgrees ? say.yes : say.no],
        ]}
      />
      <h3>{say.text}</h3>
      <p className={styles.said}>{of.text}</p>
    </Panel>
  )
}

/** A sample, order or violation: what it is, what was done, what may be done now. */
export const MatterPage = () => {
  const { say, language } = useSay(words)
  const { id = '' } = useParams()
  const matter = useQuery({
    queryKey: ['/inspections/{id}', id],
    queryFn: () => get('/inspections/{id}', { path: { id } }),
    retry: false,
  })
  return (
    <>
      <PageHead title={say.title} back={{ to: '/inspections', label: say.back }} />
      <Answer of={matter}>
        {(of) => (
          <>
            <About of={of} />
            <Hours of={of} />
            <Files of={of} />
            <Panel title={say.course}>
              <ol className={styles.course}>
                {of.entries.map((entry) => (
                  <li key={`${entry.at} ${entry.act}`}>
                    <span className="strong">{matterActs[entry.act][language]}</span>{' '}
                    <span className="quiet">
                      {moment(entry.at, language)} {entry.byName ?? say.system}
                    </span>
                    {entry.text !== '' && <p className={styles.said}>{entry.text}</p>}
                  </li>
                ))}
              </ol>
            </Panel>
            <MatterActs of={of} />
          </>
        )}
      </Answer>
    </>
  )
}
