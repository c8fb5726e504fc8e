import { Link } from 'react-router'
import { day } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty } from '../parts/panel.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { useList } from '../parts/use-list.ts'
import { fill, useSay } from '../preferences.tsx'
import styles from './certificates.module.css'

const words = {
  zh: {
    title: '合格证书',
    lead: '学时达到规定后证书自动生成，不用申请。点开可以下载 PDF，出示二维码。',
    none: '还没有证书。线上线下学时合计达到规定后自动生成（第35条）。',
    year: '{year} 年度',
    issued: '{day} 签发',
    print: '打印清单',
    number: '证书编号',
  },
  en: {
    title: 'Certificates',
    lead: 'A certificate is made by itself once the hours suffice. Open one for its PDF and QR code.',
    none: 'No certificate yet. It is made by itself once your recognised hours suffice (Art. 35).',
    year: '{year}',
    issued: 'issued {day}',
    print: 'Print the list',
    number: 'Number',
  },
} as const

export const certificateTones = { valid: 'good', corrected: 'wait', revoked: 'bad' } as const

/** A wallet of certificates, the newest first. */
export const CertificatesPage = () => {
  const { say, language } = useSay(words)
  const me = useMe()
  const list = useList('/certificates', { query: { staff: me.staffId, limit: 100 } })
  return (
    <>
      <PageHead
        title={say.title}
        lead={<p>{say.lead}</p>}
        actions={
          <button type="button" onClick={() => window.print()}>
            {say.print}
          </button>
        }
      />
      <Answer of={list}>
        {({ pages }) => {
          const certificates = pages
            .flatMap(({ items }) => items)
            .toSorted((one, other) => other.issuedOn.localeCompare(one.issuedOn))
          if (certificates.length === 0) return <Empty>{say.none}</Empty>
          return (
            <ul className={`plain ${styles.wallet}`}>
              {certificates.map(({ number, kind, year, status, issuedOn }) => (
                <li key={number}>
                  <Link to={`/certificate/${encodeURIComponent(number)}`}>
                    <span className="quiet">{fill(say.year, { year })}</span>
                    <strong>{term('certificateKind', kind, language)}</strong>
                    <StatusMark tone={certificateTones[status]}>
                      {term('certificateStatus', status, language)}
                    </StatusMark>
                    <span className="quiet">{fill(say.issued, { day: day(issuedOn, language) })}</span>
                    <span className="quiet number">{number}</span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }}
      </Answer>
    </>
  )
}
