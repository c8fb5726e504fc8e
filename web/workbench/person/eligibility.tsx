import type { Eligibility as Row } from '../../shared/api/types.gen.ts'
import { Cited } from '../../shared/cited.tsx'
import { day, moment, period } from '../../shared/dates.ts'
import { articleText, term } from '../../shared/terms.ts'
import { Empty } from '../parts/panel.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { fill, useSay } from '../preferences.tsx'
import styles from './person.module.css'
import { SuspendedHours } from './suspended-hours.tsx'

const words = {
  zh: {
    basis: '依据：{articles}',
    dueOn: '期限 {day}',
    missing: '还差什么',
    mend: '怎样补齐',
    way: '{text}（{article}）',
    annual: '{year} 年度：还差 {hours} 学时（公共科目 {public}，专业科目 {professional}），期限 {day}',
    either: '{what}：还差 {hours} 学时或者 {days} 天，期限 {day}',
    term: '{what}（聘期 {period}）：还差一次 {hours} 学时或者 {days} 天的集中培训，期限 {day}',
    justified: '{year} 年度未完成，{name}于 {moment} 认定有正当理由（第7条）：{reason}',
    certificate: '新编号的培训合格证书：原证书因弄虚作假已被撤销',
    noTerm: '正在履行或一年内到期的聘期登记',
    none: '这一年没有要核对的业务。',
  },
  en: {
    basis: 'By {articles}',
    dueOn: 'due {day}',
    missing: 'What is missing',
    mend: 'How to mend it',
    way: '{text} ({article})',
    annual:
      '{year}: {hours} {hours|hour|hours} missing (public {public}, professional {professional}), due {day}',
    either: '{what}: {hours} {hours|hour|hours} or {days} {days|day|days} missing, due {day}',
    term: '{what} ({period}): one of {hours} {hours|hour|hours} or {days} {days|day|days} is missing, due {day}',
    justified: '{year} was not completed; {name} found a justified reason on {moment} (Art. 7): {reason}',
    certificate: 'A certificate under a new number: the one before was revoked for fraud',
    noTerm: 'A term on record that runs or ended within a year',
    none: 'No business is to be checked for this year.',
  },
} as const

const tones = { allow: 'good', hold: 'wait', review: 'wait', refuse: 'bad' } as const

type Missing = Row['missing'][number]

const useMissingText = () => {
  const { say, language } = useSay(words)
  return (missing: Missing): string => {
    switch (missing.obligation) {
      case 'annual': {
        const { year, hours, public: ofPublic, professional, dueOn } = missing
        return fill(say.annual, {
          year,
          hours,
          public: ofPublic,
          professional,
          day: day(dueOn, language),
        })
      }
      case 'induction':
      case 'transfer': {
        const { obligation, hours, days, dueOn } = missing
        const what = term('obligation', obligation, language)
        return fill(say.either, { what, hours, days, day: day(dueOn, language) })
      }
      case 'term': {
        const { from, to, hours, days, dueOn } = missing
        return fill(say.term, {
          what: term('obligation', 'term', language),
          period: period(from, to, language),
          hours,
          days,
          day: day(dueOn, language),
        })
      }
      case 'certificate':
        return say.certificate
      case 'no_term':
        return say.noTerm
    }
  }
}

const Business = ({ of: row }: { readonly of: Row }) => {
  const { say, language } = useSay(words)
  const textOf = useMissingText()
  const { business, verdict, articles, dueOn, reasons, missing, mend, justifiedBy, suspended } = row
  return (
    <li>
      <Cited>
        <div className={styles.verdict}>
          <h3>{term('business', business, language)}</h3>
          <StatusMark tone={tones[verdict]}>{term('verdict', verdict, language)}</StatusMark>
          <span className="quiet">
            {fill(say.basis, { articles: articleText(articles, language) })}
            {dueOn !== null && verdict !== 'allow' && ` · ${fill(say.dueOn, { day: day(dueOn, language) })}`}
          </span>
        </div>
        {reasons.map(({ text }) => (
          <p key={text}>{text}</p>
        ))}
        {justifiedBy.map(({ year, id, name, at, reason }) => (
          <p key={year}>
            {fill(say.justified, {
              year,
              name: name ?? id,
              moment: moment(at, language),
              reason: reason ?? '',
            })}
          </p>
        ))}
        <SuspendedHours of={suspended} />
        {(missing.length > 0 || mend.length > 0) && (
          <details>
            <summary>{missing.length > 0 ? say.missing : say.mend}</summary>
            <ul>
              {missing.map((one) => (
                <li key={textOf(one)}>{textOf(one)}</li>
              ))}
            </ul>
            {missing.length > 0 && mend.length > 0 && <p className="quiet">{say.mend}</p>}
            <ul>
              {mend.map(({ article, text }) => (
                <li key={`${article} ${text}`}>
                  {fill(say.way, { text, article: articleText(article, language) })}
                </li>
              ))}
            </ul>
          </details>
        )}
      </Cited>
    </li>
  )
}

/** The businesses that apply to a person, each with its verdict, article, what is missing and how to mend it. */
export const Eligibility = ({ of: rows }: { readonly of: readonly Row[] }) => {
  const { say } = useSay(words)
  if (rows.length === 0) return <Empty>{say.none}</Empty>
  return (
    <ul className={`plain ${styles.businesses}`}>
      {rows.map((row) => (
        <Business key={row.business} of={row} />
      ))}
    </ul>
  )
}
