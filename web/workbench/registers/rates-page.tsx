import { Link } from 'react-router'
import type { Rates } from '../../shared/api/types.gen.ts'
import { day, moment } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { isOfRegion, useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { useList } from '../parts/use-list.ts'
import { fill, useSay } from '../preferences.tsx'
import { Done } from './done.tsx'
import styles from './registers.module.css'

const words = {
  zh: {
    title: '折算标准',
    lead: '参加继续教育实践、学术会议、学术讲座、学术访问的，按这里的标准折算学时（第37条）。按活动当日执行的标准折算。',
    set: '制定新标准',
    current: '现行标准',
    inForce: '正在执行',
    coming: '将要执行的标准',
    earlier: '以前的标准',
    from: '自 {day} 起执行',
    example: '这是演示用的示例标准',
    exampleText: '实施细则没有规定折算的具体数字，正式标准由自治区人事综合管理部门制定。',
    table: '折算标准，自 {day} 起',
    activity: '活动',
    hours: '折算学时',
    cap: '每年最多',
    day: '每天 {hours} 学时',
    session: '每场 {hours} 学时',
    capHours: '{hours} 学时',
    noCap: '不限',
    why: '理由：{reason}',
    made: '{moment} 制定',
    none: '还没有折算标准。',
  },
  en: {
    title: 'Conversion rates',
    lead: 'What practice, conferences, lectures and visits are worth in hours (Art. 37), by the table in force on the day of the activity.',
    set: 'Set a new table',
    current: 'The table in force',
    inForce: 'in force',
    coming: 'To come',
    earlier: 'Earlier',
    from: 'from {day}',
    example: 'This table is an example for demonstration',
    exampleText: 'The regulation gives no figures; the region’s personnel authority sets them.',
    table: 'Rates from {day}',
    activity: 'Activity',
    hours: 'Hours',
    cap: 'At most a year',
    day: '{hours} {hours|hour|hours} a day',
    session: '{hours} {hours|hour|hours} a session',
    capHours: '{hours} {hours|hour|hours}',
    noCap: 'no limit',
    why: 'Reason: {reason}',
    made: 'set {moment}',
    none: 'No table has been set yet.',
  },
} as const

export const activities = ['practice', 'conference', 'lecture', 'visit'] as const

const Table = ({ of: version }: { readonly of: Rates }) => {
  const { say, language } = useSay(words)
  const from = day(version.validFrom, language)
  return (
    <div className={styles.version}>
      <h3>{fill(say.from, { day: from })}</h3>
      <table className={styles.plainTable}>
        <caption className="visually-hidden">{fill(say.table, { day: from })}</caption>
        <thead>
          <tr>
            <th scope="col">{say.activity}</th>
            <th scope="col" className="amount">
              {say.hours}
            </th>
            <th scope="col" className="amount">
              {say.cap}
            </th>
          </tr>
        </thead>
        <tbody>
          {activities.map((activity) => {
            const { unit, hours, capHours } = version.rates[activity]
            return (
              <tr key={activity}>
                <th scope="row">{term('activity', activity, language)}</th>
                <td className="amount">{fill(say[unit], { hours })}</td>
                <td className="amount">
                  {capHours === null ? say.noCap : fill(say.capHours, { hours: capHours })}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="quiet">
        {fill(say.why, { reason: version.reason })} ·{' '}
        {fill(say.made, { moment: moment(version.at, language) })}
      </p>
    </div>
  )
}

/** The rate tables of Article 37: in force, to come, and earlier ones. */
export const RatesPage = () => {
  const { say } = useSay(words)
  const me = useMe()
  const list = useList('/rates', {})
  // The newest first.
  const versions = list.data?.pages.flatMap(({ items }) => items) ?? []
  const current = versions.find(({ validFrom }) => validFrom <= me.today)
  const coming = versions.filter(({ validFrom }) => validFrom > me.today)
  const earlier = versions.filter((version) => version.validFrom <= me.today && version !== current)
  return (
    <>
      <PageHead
        title={say.title}
        lead={<p>{say.lead}</p>}
        actions={
          isOfRegion(me) && (
            <Link className="button primary" to="/registers/rates/new">
              {say.set}
            </Link>
          )
        }
      />
      <Done />
      <Answer of={list}>
        {() => (
          <>
            {current?.example && (
              <Notice tone="wait" title={say.example}>
                <p>{say.exampleText}</p>
              </Notice>
            )}
            <Panel
              title={say.current}
              actions={current && <StatusMark tone="good">{say.inForce}</StatusMark>}
            >
              {current ? <Table of={current} /> : <Empty>{say.none}</Empty>}
            </Panel>
            {(
              [
                ['coming', coming],
                ['earlier', earlier],
              ] as const
            ).map(
              ([name, tables]) =>
                tables.length > 0 && (
                  <Panel key={name} title={say[name]}>
                    {tables.map((version) => (
                      <Table key={version.validFrom} of={version} />
                    ))}
                  </Panel>
                ),
            )}
          </>
        )}
      </Answer>
    </>
  )
}
