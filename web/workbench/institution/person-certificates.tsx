import { Link } from 'react-router'
import type { Certificate } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { List } from '../parts/list.tsx'
import { Empty } from '../parts/panel.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { useList } from '../parts/use-list.ts'
import { useSay } from '../preferences.tsx'

const words = {
  zh: {
    list: '合格证书',
    number: '编号',
    kind: '证书',
    year: '年度',
    status: '状态',
    issued: '签发日期',
    none: '还没有证书。学时达到规定后自动生成（第35条）。',
  },
  en: {
    list: 'Certificates',
    number: 'Number',
    kind: 'Certificate',
    year: 'Year',
    status: 'Status',
    issued: 'Issued',
    none: 'No certificate yet. It is made by itself once the hours suffice (Art. 35).',
  },
} as const

const tones = { valid: 'good', corrected: 'wait', revoked: 'bad' } as const

/** The certificates of a person. */
export const PersonCertificates = ({ staffId }: { readonly staffId: string }) => {
  const { say, language } = useSay(words)
  const list = useList('/certificates', { query: { staff: staffId, limit: 100 } })
  return (
    <List<Certificate>
      of={list}
      label={say.list}
      rowKey={({ number }) => number}
      empty={<Empty>{say.none}</Empty>}
      columns={[
        {
          title: say.number,
          key: 'number',
          className: 'number nowrap',
          render: (_, { number }) => <Link to={`/certificate/${encodeURIComponent(number)}`}>{number}</Link>,
        },
        { title: say.kind, key: 'kind', render: (_, { kind }) => term('certificateKind', kind, language) },
        { title: say.year, key: 'year', className: 'number', render: (_, { year }) => year },
        {
          title: say.status,
          key: 'status',
          render: (_, { status }) => (
            <StatusMark tone={tones[status]}>{term('certificateStatus', status, language)}</StatusMark>
          ),
        },
        {
          title: say.issued,
          key: 'issued',
          className: 'number nowrap',
          render: (_, { issuedOn }) => day(issuedOn, language),
        },
      ]}
    />
  )
}
