import { Link } from 'react-router'
import type { TrainingRecord } from '../../shared/api/types.gen.ts'
import { period } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { term } from '../../shared/terms.ts'
import { csvOf } from '../parts/save-text.ts'
import { Table } from '../parts/table.tsx'
import { fill, useSay } from '../preferences.tsx'

const words = {
  zh: {
    all: '登记的培训',
    when: '时间',
    what: '内容',
    kind: '种类',
    hours: '学时',
    hoursOf: '{hours} 学时',
    result: '考试考核结果',
    from: '开始日期',
    to: '结束日期',
    provider: '举办机构',
    certificateNo: '结业证书编号',
    subject: '科目',
    mode: '方式',
    fullTime: '脱产',
    yes: '是',
    no: '否',
    passed: '合格',
    failed: '不合格',
    imported: '导入的记录，没有名称',
    certificate: '证书 {number}',
    makeUp: '补 {year} 年度',
  },
  en: {
    all: 'Training on record',
    when: 'When',
    what: 'Content',
    kind: 'Kind',
    hours: 'Hours',
    hoursOf: '{hours} {hours|hour|hours}',
    result: 'Result',
    from: 'From',
    to: 'To',
    provider: 'Held by',
    certificateNo: 'Certificate no.',
    subject: 'Subject',
    mode: 'Mode',
    fullTime: 'full-time',
    yes: 'yes',
    no: 'no',
    passed: 'passed',
    failed: 'not passed',
    imported: 'imported, without a name',
    certificate: 'certificate {number}',
    makeUp: 'makes up {year}',
  },
} as const

type Say = Readonly<Record<keyof typeof words.zh, string>>

const resultOf = ({ passed }: TrainingRecord, say: Say): string =>
  passed === null ? '—' : passed ? say.passed : say.failed

/** The archive as a file that spreadsheets open. */
export const fileOf = (items: readonly TrainingRecord[], language: Language): string => {
  const say = words[language]
  return csvOf([
    [
      say.from,
      say.to,
      say.what,
      say.provider,
      say.certificateNo,
      say.subject,
      say.kind,
      say.mode,
      say.fullTime,
      say.hours,
      say.result,
    ],
    ...items.map((record) => [
      record.from,
      record.to,
      record.title ?? '',
      record.provider ?? '',
      record.certificateNo ?? '',
      term('subject', record.subject, language),
      term('category', record.category, language),
      term('mode', record.mode, language),
      record.fullTime ? say.yes : say.no,
      String(record.hours),
      resultOf(record, say),
    ]),
  ])
}

/** Every training on record: what, when, of which kind, and how it ended. */
export const Records = ({ items }: { readonly items: readonly TrainingRecord[] }) => {
  const { say, language } = useSay(words)
  const kindOf = ({ subject, category, mode, fullTime }: TrainingRecord): string =>
    [
      term('subject', subject, language),
      term('category', category, language),
      term('mode', mode, language),
      ...(fullTime ? [say.fullTime] : []),
    ].join(' · ')
  const whatOf = ({
    requestId,
    mayOpenRequest,
    title,
    provider,
    certificateNo,
    makeUpFor,
  }: TrainingRecord) => (
    <>
      {requestId !== null && mayOpenRequest ? (
        <Link to={`/request/${encodeURIComponent(requestId)}`}>{title}</Link>
      ) : (
        (title ?? <span className="quiet">{say.imported}</span>)
      )}
      <div className="quiet">
        {[
          ...(provider === null ? [] : [provider]),
          ...(certificateNo === null ? [] : [fill(say.certificate, { number: certificateNo })]),
          ...(makeUpFor === null ? [] : [fill(say.makeUp, { year: makeUpFor })]),
        ].join(' · ')}
      </div>
    </>
  )
  return (
    <Table<TrainingRecord>
      label={say.all}
      rowKey={({ id }) => id}
      items={items}
      columns={[
        {
          title: say.what,
          key: 'what',
          render: (_, record) => (
            <>
              {whatOf(record)}
              <div className="on-narrow">
                <div className="number">{period(record.from, record.to, language)}</div>
                <div>{kindOf(record)}</div>
                {fill(say.hoursOf, { hours: record.hours })} · {resultOf(record, say)}
              </div>
            </>
          ),
        },
        {
          title: say.when,
          key: 'when',
          className: 'number on-wide',
          render: (_, { from, to }) => period(from, to, language),
        },
        { title: say.kind, key: 'kind', className: 'on-wide', render: (_, record) => kindOf(record) },
        { title: say.hours, key: 'hours', className: 'amount on-wide', render: (_, { hours }) => hours },
        {
          title: say.result,
          key: 'result',
          className: 'on-wide',
          render: (_, record) => resultOf(record, say),
        },
      ]}
    />
  )
}
