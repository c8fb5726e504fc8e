import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import { requestActs } from '../../../functions/requests/words.ts'
import { Facts, Lines, Participants } from '../../request/asked.tsx'
import { Evidence } from '../../request/evidence.tsx'
import requestStyles from '../../request/request.module.css'
import { Timeline } from '../../request/timeline.tsx'
import { get, post, saveFile } from '../../shared/api/client.ts'
import type { Request } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { labelled } from '../../shared/labelled.ts'
import { dropSession, signIn } from '../../shared/session.ts'
import { term } from '../../shared/terms.ts'
import { has, useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { Loading } from '../parts/loading.tsx'
import { Notice, ProblemNotice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { RequestStatus } from '../parts/request-status.tsx'
import { SaveButton } from '../parts/save-button.tsx'
import { fill, useSay } from '../preferences.tsx'
import { objectableUntil } from './objecting.ts'
import { ofThisRound, reasonsOfReturn } from './reasons-of-return.ts'
import { sentText } from './sent-text.ts'
import './requests.module.css'

const words = {
  zh: {
    back: '我的申请',
    sent: '已提交',
    returned: '已退回，请修改后重新提交',
    edit: '修改后重新提交',
    reimport: '更正名册后重新导入',
    asked: '申报内容',
    facts: '申请信息',
    evidence: '证明材料',
    history: '办理过程',
    notices: '提示',
    next: '接下来',
    holdText: '等待完成转岗培训',
    holder: '现在由{holder}办理',
    hold: '最迟 {day}',
    object: '提出异议（{day}前，含当日）',
    withdraw: '撤回申请',
    withdrawTitle: '确认撤回申请',
    withdrawFollows: '撤回后这件申请结束，证明材料可以用于新的申请。',
    remind: requestActs.remind.zh,
    reminded: '已催办，办理人会收到邮件。每天可以催办一次。',
    print: '打印',
    form: '申报表 PDF',
  },
  en: {
    back: 'My requests',
    sent: 'Sent',
    returned: 'Returned: please correct it and send it again',
    edit: 'Correct and send again',
    reimport: 'Correct the roster and import it again',
    asked: 'What is asked for',
    facts: 'About the request',
    evidence: 'Proofs',
    history: 'What happened',
    notices: 'Notices',
    next: 'Next',
    holdText: 'waits for the transfer training',
    holder: 'Now with {holder}',
    hold: 'Until {day}',
    object: 'Object (until {day})',
    withdraw: 'Withdraw',
    withdrawTitle: 'Withdraw the request',
    withdrawFollows: 'The request ends with it; its proofs may be used for another.',
    remind: 'Remind the desk',
    reminded: 'The desk has been reminded by mail. Once a day is allowed.',
    print: 'Print',
    form: 'Form as PDF',
  },
} as const

const leave = () => {
  dropSession()
  void signIn()
}

/** The rows of a day's online hours: loaded where a request is one alone. */
const BatchRows = lazy(async () => ({ default: (await import('../feeds/batch-rows.tsx')).BatchRows }))

const Actions = ({ request }: { readonly request: Request }) => {
  const { say, language } = useSay(words)
  const me = useMe()
  const client = useQueryClient()
  const withdraw = useMutation({
    mutationFn: () => post('/requests/{id}/withdraw', { path: { id: request.id } }),
    onSuccess: () => client.invalidateQueries(),
  })
  const remind = useMutation({
    mutationFn: async () => {
      for (const { id } of request.tasks) await post('/tasks/{id}/remind', { path: { id } })
    },
    onSuccess: () => client.invalidateQueries(),
  })
  const until = objectableUntil(request)
  // Beyond its last day an objection would be refused.
  const mayObject =
    request.staffId !== null && request.staffId === me.staffId && until !== undefined && me.today <= until
  const isSubmitter = request.submittedBy === me.id
  const isOwn = isSubmitter || (request.staffId !== null && request.staffId === me.staffId)
  const decided = ofThisRound(request).some(({ act }) => act === 'approve' || act === 'reject')
  const mayWithdraw =
    (isSubmitter || (isOwn && request.type !== 'record_change')) &&
    (request.status === 'returned' ||
      request.status === 'on_hold' ||
      (request.status === 'in_review' && !decided))
  return (
    <>
      <div className="actions screen-only">
        {isOwn && request.tasks.length > 0 && (
          <Button loading={remind.isPending} onClick={() => remind.mutate()}>
            {say.remind}
          </Button>
        )}
        <Button onClick={() => window.print()}>{say.print}</Button>
        <SaveButton
          label={say.form}
          save={() => saveFile('/requests/{id}/form', { path: { id: request.id } }, `${request.id}.pdf`)}
        />
        {mayObject && (
          <Link className="button" to={`/requests/new/objection?request=${encodeURIComponent(request.id)}`}>
            {fill(say.object, { day: day(until, language) })}
          </Link>
        )}
        {mayWithdraw && (
          <Confirm
            danger
            label={say.withdraw}
            title={say.withdrawTitle}
            follows={<p>{say.withdrawFollows}</p>}
            act={() => withdraw.mutateAsync()}
          />
        )}
      </div>
      {remind.isSuccess && (
        <p role="status" className="strong">
          {say.reminded}
        </p>
      )}
      {remind.isError && <ProblemNotice error={remind.error} />}
    </>
  )
}

/** The part of the timeline that has not happened yet. */
const Ahead = ({ request }: { readonly request: Request }) => {
  const { say, language } = useSay(words)
  return (
    <>
      {request.status === 'on_hold' && request.holdUntil !== null && (
        <li className={requestStyles.now} aria-current="step">
          <p className="strong">{say.holdText}</p>
          <p className="quiet">{fill(say.hold, { day: day(request.holdUntil, language) })}</p>
        </li>
      )}
      {request.ahead.flatMap(({ line, stages }) => {
        const subject = line === null || request.lines.length === 1 ? undefined : request.lines[line]?.subject
        return stages.map((stage) => (
          <li className={requestStyles.ahead} key={`${line} ${stage}`}>
            <p>
              <span className="strong">{say.next}</span>{' '}
              <span className="quiet">
                {term('stage', stage, language)}
                {subject && ` · ${term('subject', subject, language)}`}
              </span>
            </p>
          </li>
        ))
      })}
    </>
  )
}

const Returned = ({ request }: { readonly request: Request }) => {
  const { say, language } = useSay(words)
  const me = useMe()
  const reasons = reasonsOfReturn(request)
  if (reasons.length === 0 || ['withdrawn', 'approved', 'rejected'].includes(request.status)) return null
  return (
    <Notice
      tone="wait"
      title={say.returned}
      actions={
        request.submittedBy === me.id &&
        (request.type === 'class_roster' ? (
          <Link className="button primary" to="/imports">
            {say.reimport}
          </Link>
        ) : (
          <Link className="button primary" to={`/request/${encodeURIComponent(request.id)}/edit`}>
            {say.edit}
          </Link>
        ))
      }
    >
      {reasons.map(({ at, actorName, reason }) => (
        <p key={at}>{labelled(actorName, reason ?? '', language)}</p>
      ))}
    </Notice>
  )
}

const Whole = ({ request }: { readonly request: Request }) => {
  const { say, language } = useSay(words)
  const { state } = useLocation() as { state: { readonly sent?: boolean } | null }
  const me = useMe()
  const { lines, participants, notices } = request
  return (
    <>
      {state?.sent && (request.status === 'in_review' || request.status === 'on_hold') && (
        <Notice tone="good" title={say.sent}>
          <p>{sentText(request, language)}</p>
        </Notice>
      )}
      <Returned request={request} />
      {notices.length > 0 && (
        <Panel title={say.notices}>
          {notices.map((notice) => (
            <p key={notice}>{notice}</p>
          ))}
        </Panel>
      )}
      {(lines.length > 0 || participants.length > 0) && (
        <Panel title={say.asked}>
          {lines.length > 0 && <Lines lines={lines} />}
          {participants.length > 0 && <Participants request={request} />}
        </Panel>
      )}
      {request.type === 'feed_batch' && has(me, 'department', 'authority') && (
        <Suspense fallback={<Loading />}>
          <BatchRows id={request.id} />
        </Suspense>
      )}
      <Panel title={say.history}>
        <Timeline request={request}>
          <Ahead request={request} />
        </Timeline>
      </Panel>
      <Panel title={say.facts}>
        <Facts request={request} />
      </Panel>
      <Panel title={say.evidence}>
        <Evidence request={request} leave={leave} />
      </Panel>
      <Actions request={request} />
    </>
  )
}

/** While the workflow opens the first task behind the API, the page looks again. */
const SOON = 1500

/** A request, one page for everyone who may see it: facts, history, proofs, and what can be done. */
export const RequestPage = () => {
  const { id = '' } = useParams()
  const { say, language } = useSay(words)
  const found = useQuery({
    queryKey: ['/requests', id],
    queryFn: () => get('/requests/{id}', { path: { id } }),
    refetchInterval: ({ state: { data } }) =>
      data?.status === 'in_review' && data.tasks.length === 0 ? SOON : false,
  })
  return (
    <Answer of={found}>
      {(request) => (
        <>
          <PageHead
            title={request.title}
            back={{ to: '/requests', label: say.back }}
            lead={
              <p>
                {term('type', request.type, language)} · <RequestStatus status={request.status} />
                {request.holder && ` · ${fill(say.holder, { holder: request.holder.name })}`}
              </p>
            }
          />
          <Whole request={request} />
        </>
      )}
    </Answer>
  )
}
