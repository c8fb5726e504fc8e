import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { get, post } from '../../shared/api/client.ts'
import type { CertificateWhole } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { enumerate } from '../../shared/fill.ts'
import { term } from '../../shared/terms.ts'
import { Answer } from '../parts/answer.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { Facts } from '../parts/facts.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { type MarkTone, StatusMark } from '../parts/status-mark.tsx'
import { fill, useSay } from '../preferences.tsx'
import styles from './registers.module.css'

const words = {
  zh: {
    title: '证书查办',
    lead: '按证书编号查看证书的内容和变更；以欺骗手段取得的，由上级人事综合管理部门撤销（第32条）。',
    number: '证书编号',
    search: '查找',
    hint: '编号印在证书上，例如 NMPX-2025-A-XXXX-XXXX-XXXX。',
    kind: '种类',
    year: '年度',
    name: '姓名',
    institution: '所在单位',
    hours: '学时',
    hoursOf: '公共科目 {public}，专业科目 {professional}，合计 {total}',
    issued: '发证日期',
    revokedOn: '撤销日期',
    whole: '查看证书全文和文件',
    history: '变更记录',
    noHistory: '发证以后没有变更。',
    corrected: '更正',
    revoked: '撤销',
    bySystem: '由系统随台账办理',
    by: '办理人：{by}',
    byRevokers: '撤销、重新发证由上级（{names}）办理；查实有欺骗的，请把证书编号和查明的情况告知他们。',
    revoke: '撤销证书',
    revokeTitle: '撤销证书 {number}',
    follows: '撤销后不能恢复，台账以后怎样变化都不会再生效。公开查验立即显示“已撤销”，并通知本人。',
    reasonHint: '写明查实的情况和处理依据；理由随证书保存，本人能看到。',
    isRevoked: '证书 {number} 已撤销',
    anew: '确认如实完成，重新发证',
    anewTitle: '为证书 {number} 的本人重新发证',
    anewFollows: '不实的记录须先在台账中作废；除去它们仍已完成的，以新编号发证，这张证书仍为已撤销。',
    isAnew: '已确认，新证书随即签发',
    superseded: '重新发证',
    supersededBy: '{day} 由{by}确认如实完成：{note}',
  },
  en: {
    title: 'Certificates',
    lead: 'A certificate by its number, with what became of it. One that was got by fraud is revoked by a higher authority (Art. 32).',
    number: 'Number',
    search: 'Look up',
    hint: 'It is printed on the certificate, such as NMPX-2025-A-XXXX-XXXX-XXXX.',
    kind: 'Kind',
    year: 'Year',
    name: 'Name',
    institution: 'Institution',
    hours: 'Hours',
    hoursOf: 'public {public}, professional {professional}, {total} in all',
    issued: 'Issued on',
    revokedOn: 'Revoked on',
    whole: 'Open the certificate and its sheet',
    history: 'What became of it',
    noHistory: 'Nothing has changed since it was issued.',
    corrected: 'corrected',
    revoked: 'revoked',
    bySystem: 'by the system, as the ledger changed',
    by: 'by {by}',
    byRevokers:
      'It is revoked, or certified anew, by {names}. Where fraud was found, give them its number and what was found.',
    revoke: 'Revoke it',
    revokeTitle: 'Revoke {number}',
    follows:
      'For ever, whatever the ledger comes to say. The public check says “revoked” at once, and the person is told.',
    reasonHint: 'What was found, and on what it rests. It is kept with the certificate; the person sees it.',
    isRevoked: '{number} is revoked',
    anew: 'Confirm honest completion and certify anew',
    anewTitle: 'Certify the person of {number} anew',
    anewFollows:
      'What was false must be void in the ledger first. Where the obligation is met without it, a certificate of a new number is issued; this one stays revoked.',
    isAnew: 'Confirmed; the new certificate follows',
    superseded: 'Certified anew',
    supersededBy: '{day}, honest completion confirmed by {by}: {note}',
  },
} as const

const tones: Readonly<Record<CertificateWhole['status'], MarkTone>> = {
  valid: 'good',
  corrected: 'wait',
  revoked: 'bad',
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const keyOf = (number: string) => ['certificate', number]

const History = ({ of: history }: { readonly of: CertificateWhole['history'] }) => {
  const { say, language } = useSay(words)
  return (
    <Panel title={say.history}>
      {history.length === 0 && <Empty>{say.noHistory}</Empty>}
      {history.map(({ kind, on, reason, by, byName, note }) => (
        <div className={styles.version} key={`${kind} ${on} ${reason}`}>
          <h3>
            {day(on, language)} · {say[kind]}
          </h3>
          <p>{term('certificateChange', reason, language)}</p>
          {note !== null && <p>{note}</p>}
          <p className="quiet">{by === 'system' ? say.bySystem : fill(say.by, { by: byName ?? by })}</p>
        </div>
      ))}
    </Panel>
  )
}

const Found = ({ certificate }: { readonly certificate: CertificateWhole }) => {
  const { say, language } = useSay(words)
  const queries = useQueryClient()
  const [done, setDone] = useState<'isRevoked' | 'isAnew'>()
  const { number, kind, year, status, content, says, issuedOn, revokedOn, superseded, history } = certificate
  const { mayRevoke, revokers } = certificate
  // A certificate revoked because of its hours may still be revoked for fraud.
  const isForEver = history.some(({ reason }) => reason === 'fraud')
  return (
    <>
      {done && <Notice tone="good" title={fill(say[done], { number })} />}
      <Panel
        title={number}
        actions={<StatusMark tone={tones[status]}>{term('certificateStatus', status, language)}</StatusMark>}
      >
        <Facts
          of={[
            [say.kind, term('certificateKind', kind, language)],
            [say.year, year],
            [say.name, text(content.name)],
            [say.institution, text(content.institution)],
            [say.hours, fill(say.hoursOf, { ...says.hours })],
            [say.issued, day(issuedOn, language)],
            [say.revokedOn, revokedOn && day(revokedOn, language)],
            [
              say.superseded,
              superseded &&
                fill(say.supersededBy, {
                  day: day(superseded.on, language),
                  by: superseded.byName ?? superseded.by,
                  note: superseded.note,
                }),
            ],
          ]}
        />
        <p>
          <Link to={`/certificate/${encodeURIComponent(number)}`}>{say.whole}</Link>
        </p>
        {!mayRevoke && revokers.length > 0 && (
          <p className="quiet">{fill(say.byRevokers, { names: enumerate(revokers, language) })}</p>
        )}
        {mayRevoke && !isForEver && (
          <div className="actions">
            <Confirm
              danger
              label={say.revoke}
              title={fill(say.revokeTitle, { number })}
              follows={<p>{say.follows}</p>}
              reason={{ hint: say.reasonHint, required: true }}
              act={async (reason) => {
                const revoked = await post('/certificates/{number}/revocation', {
                  path: { number },
                  body: { reason },
                })
                queries.setQueryData(keyOf(number), revoked)
                setDone('isRevoked')
              }}
            />
          </div>
        )}
        {mayRevoke && isForEver && superseded === null && (
          <div className="actions">
            <Confirm
              label={say.anew}
              title={fill(say.anewTitle, { number })}
              follows={<p>{say.anewFollows}</p>}
              reason={{ hint: say.reasonHint, required: true }}
              act={async (reason) => {
                const confirmed = await post('/certificates/{number}/new-issue', {
                  path: { number },
                  body: { reason },
                })
                queries.setQueryData(keyOf(number), confirmed)
                setDone('isAnew')
              }}
            />
          </div>
        )}
      </Panel>
      <History of={history} />
    </>
  )
}

const Search = ({ number }: { readonly number: string }) => {
  const { say } = useSay(words)
  const [, setQuery] = useSearchParams()
  const [typed, setTyped] = useState(number)
  const id = useId()
  return (
    <form
      className={styles.lookup}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        const wanted = typed.trim().toUpperCase()
        setQuery(wanted === '' ? {} : { number: wanted })
      }}
    >
      <div className="wide-field">
        <label htmlFor={id}>{say.number}</label>
        <Input
          id={id}
          value={typed}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => setTyped(target.value)}
        />
      </div>
      <Button type="primary" htmlType="submit">
        {say.search}
      </Button>
      <p id={`${id}-hint`} className={`quiet ${styles.hint}`}>
        {say.hint}
      </p>
    </form>
  )
}

/** Looks a certificate up by its number; a higher authority may revoke it. */
export const CertificatesPage = () => {
  const { say } = useSay(words)
  const [query] = useSearchParams()
  const number = query.get('number') ?? ''
  const asked = useQuery({
    queryKey: keyOf(number),
    queryFn: () => get('/certificates/{number}', { path: { number } }),
    enabled: number !== '',
  })
  return (
    <>
      <PageHead title={say.title} lead={<p>{say.lead}</p>} />
      <Search key={number} number={number} />
      {number !== '' && (
        <Answer of={asked}>
          {(certificate) => <Found key={certificate.number} certificate={certificate} />}
        </Answer>
      )}
    </>
  )
}
