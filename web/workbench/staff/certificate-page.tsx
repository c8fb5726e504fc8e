import { useQuery } from '@tanstack/react-query'
import { QRCode } from 'antd'
import { Link, useParams } from 'react-router'
import { subjects } from '../../../functions/platform/words.ts'
import { fetchFile, get } from '../../shared/api/client.ts'
import type { CertificateWhole } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { articleText, term } from '../../shared/terms.ts'
import { withQuery } from '../../shared/with-query.ts'
import { useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { Facts } from '../parts/facts.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { fill, useSay } from '../preferences.tsx'
import { lastDayToObject } from '../requests/objecting.ts'
import styles from './certificates.module.css'
import { certificateTones } from './certificates-page.tsx'

const words = {
  zh: {
    back: '合格证书',
    year: '{year} 年度',
    code: '验证码',
    codeText: '把验证码或二维码给需要核实的人：不用登录就能验证，看到的姓名是遮盖过的。',
    verify: '看看别人验证时看到什么',
    content: '证书内容',
    number: '证书编号',
    name: '姓名',
    institution: '所在单位',
    total: '合计',
    hours: '{hours} 学时',
    hoursDeemed: '{hours} 学时，视同完成',
    completed: '完成日期',
    basis: '依据',
    issuer: '发证机关',
    issued: '发证日期',
    revoked: '撤销日期',
    history: '变更记录',
    object: '对撤销提出异议',
    objectUntil: '可在 {day}前提出，含当日（第35条）。',
    nowHours: '合计 {hours} 学时',
    file: '证书文件',
    save: '下载 PDF',
    open: '在新窗口打开',
    sheet: '证书 {number}',
    public: subjects.public.zh,
    professional: subjects.professional.zh,
  },
  en: {
    back: 'Certificates',
    year: '{year}',
    code: 'Verification code',
    codeText:
      'Give the code or the picture to whoever has to check it: it needs no sign-in, and the name is masked.',
    verify: 'See what others see',
    content: 'What it says',
    number: 'Number',
    name: 'Name',
    institution: 'Institution',
    total: 'In all',
    hours: '{hours} {hours|hour|hours}',
    hoursDeemed: '{hours} {hours|hour|hours}, deemed complete',
    completed: 'Completed on',
    basis: 'By',
    issuer: 'Issued by',
    issued: 'Issued on',
    revoked: 'Revoked on',
    history: 'What became of it',
    object: 'Object to the revocation',
    objectUntil: 'Until {day} (Art. 35).',
    nowHours: '{hours} {hours|hour|hours} in all',
    file: 'The sheet',
    save: 'Save the PDF',
    open: 'Open in a new window',
    sheet: 'Certificate {number}',
    public: subjects.public.en,
    professional: subjects.professional.en,
  },
} as const

/** In fours, as it is read out. */
const grouped = (code: string): string =>
  code.includes('-') ? code : (code.match(/.{1,4}/g) ?? []).join('-')

interface Says {
  readonly completedOn?: string
  readonly deemed?: {
    readonly public: boolean
    readonly professional: boolean
    readonly articles: readonly string[]
  }
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const Sheet = ({ number }: { readonly number: string }) => {
  const { say } = useSay(words)
  const file = useQuery({
    queryKey: ['certificate-pdf', number],
    queryFn: () => fetchFile('/certificates/{number}/pdf', { path: { number } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <div className="screen-only">
      <Panel title={say.file}>
        <Answer of={file}>
          {({ url }) => (
            <>
              <p className="actions">
                <a className="button primary" href={url} download={`${number}.pdf`}>
                  {say.save}
                </a>
                <a className="button" href={url} target="_blank" rel="noopener">
                  {say.open}
                </a>
              </p>
              <iframe src={url} title={fill(say.sheet, { number })} />
            </>
          )}
        </Answer>
      </Panel>
    </div>
  )
}

/** The way to object, for whoever lost their certificate (Art. 35). */
const Objecting = ({ of: { number, staffId, status, revokedOn } }: { readonly of: CertificateWhole }) => {
  const { say, language } = useSay(words)
  const me = useMe()
  const until = revokedOn === null ? undefined : lastDayToObject(revokedOn)
  // Beyond its last day an objection would be refused.
  return staffId === me.staffId && status === 'revoked' && until !== undefined && me.today <= until ? (
    <>
      <p className="quiet">{fill(say.objectUntil, { day: day(until, language) })}</p>
      <p className="screen-only">
        <Link className="button" to={withQuery('/requests/new/objection', { certificate: number })}>
          {say.object}
        </Link>
      </p>
    </>
  ) : null
}

const Whole = ({ certificate }: { readonly certificate: CertificateWhole }) => {
  const { say, language } = useSay(words)
  const { number, verifyCode, content, says, history, issuedOn, revokedOn, corrections } = certificate
  const { completedOn, deemed } = says as Says
  const subject = (of: 'public' | 'professional') =>
    fill(deemed?.[of] ? say.hoursDeemed : say.hours, { hours: says.hours[of] })
  const corrected = history.filter(({ kind }) => kind === 'corrected')
  return (
    <div className={styles.sheet}>
      <div>
        <Panel title={say.code}>
          <p>
            <code>{grouped(verifyCode)}</code>
          </p>
          <QRCode
            type="svg"
            size={176}
            value={`${location.origin}/verify/${grouped(verifyCode)}`}
            aria-label={grouped(verifyCode)}
          />
          <p className="quiet">{say.codeText}</p>
          <p className="screen-only">
            <a href={`/verify/${grouped(verifyCode)}`}>{say.verify}</a>
          </p>
        </Panel>
        <Panel title={say.content}>
          <Facts
            of={[
              [say.number, <code key="number">{number}</code>],
              [say.name, text(content.name)],
              [say.institution, text(content.institution)],
              [say.public, subject('public')],
              [say.professional, subject('professional')],
              [say.total, fill(say.hours, { hours: says.hours.total })],
              [say.completed, completedOn ? day(completedOn, language) : null],
              [
                say.basis,
                deemed && deemed.articles.length > 0 ? articleText(deemed.articles, language) : null,
              ],
              [say.issuer, text(content.issuer)],
              [say.issued, day(issuedOn, language)],
              [say.revoked, revokedOn && day(revokedOn, language)],
            ]}
          />
        </Panel>
        {history.length > 0 && (
          <Panel title={say.history}>
            <Facts
              of={history.map((change) => {
                const now = change.kind === 'corrected' ? corrections[corrected.indexOf(change)] : undefined
                return [
                  day(change.on, language),
                  [
                    term('certificateChange', change.reason, language),
                    now && fill(say.nowHours, { hours: now.hours.total }),
                    change.note,
                  ]
                    .filter(Boolean)
                    .join('；'),
                ] as const
              })}
            />
            <Objecting of={certificate} />
          </Panel>
        )}
      </div>
      <Sheet number={number} />
    </div>
  )
}

/** A certificate: its code, what it says, what became of it, its sheet. */
export const CertificatePage = () => {
  const { number = '' } = useParams()
  const { say, language } = useSay(words)
  const certificate = useQuery({
    queryKey: ['certificate', number],
    queryFn: () => get('/certificates/{number}', { path: { number } }),
  })
  return (
    <Answer of={certificate}>
      {(data) => (
        <>
          <PageHead
            title={term('certificateKind', data.kind, language)}
            back={{ to: '/certificates', label: say.back }}
            lead={
              <p>
                {fill(say.year, { year: data.year })} ·{' '}
                <StatusMark tone={certificateTones[data.status]}>
                  {term('certificateStatus', data.status, language)}
                </StatusMark>
              </p>
            }
          />
          <Whole certificate={data} />
        </>
      )}
    </Answer>
  )
}
