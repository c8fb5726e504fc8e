import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import type { Year } from '../../shared/api/types.gen.ts'
import { moment } from '../../shared/dates.ts'
import { withQuery } from '../../shared/with-query.ts'
import { has, useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { Facts } from '../parts/facts.tsx'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { type MarkTone, StatusMark } from '../parts/status-mark.tsx'
import { fill, useSay } from '../preferences.tsx'
import { RunProgress } from './progress.tsx'
import { YearActs } from './year-acts.tsx'
import { YearHead } from './year-head.tsx'
import { YearNumbers } from './year-numbers.tsx'
import { YearOrganisations } from './year-organisations.tsx'
import { useChosenYear, yearQuery } from './year-query.ts'

const words = {
  zh: {
    title: '{year} 年度结果',
    status: '结算状态',
    open: '尚未结算',
    closing: '正在结算',
    closed: '已结算',
    openText: '年度结算在 {year} 年 12 月 31 日 23:59 自动启动，评定每一名在册人员这一年的结果。',
    openLate: '这一年已经结束，还没有结算。由自治区人事综合管理部门启动。',
    openWay: '看看如果现在结算会怎样',
    closingText: '数字随评定更新；各级机构的数字在评定结束后汇总。',
    failed: '有 {count} 个分片没有完成',
    failedText: '其余部分不受影响。由自治区人事综合管理部门从失败处继续。',
    numbers: '本机构及所属各级',
    asOf: '数据时间：{moment}。结算之后的办理结果以新条目更正，并计入这里的数字。',
    soFar: '正在评定，以下是到目前为止的数字。',
    facts: '结算的依据和时间',
    organisation: '机构',
    edition: '规则版本',
    editionValue: '{name} 版，校验值 {hash}',
    run: '第几次结算',
    startedAt: '启动时间',
    closedAt: '完成时间',
    execution: '执行名称',
  },
  en: {
    title: 'Results of {year}',
    status: 'State of the close',
    open: 'not closed yet',
    closing: 'being closed',
    closed: 'closed',
    openText:
      'The close starts by itself on 31 December {year} at 23:59 and assesses everyone on a register.',
    openLate: 'The year is over and has not been closed. The region’s personnel authority starts the close.',
    openWay: 'See what a close would say now',
    closingText: 'The numbers follow the assessment; those of each organisation are summed up at its end.',
    failed: '{count} {count|shard|shards} {count|was|were} not finished',
    failedText: 'The others are not affected. The region’s personnel authority lets the close go on.',
    numbers: 'This organisation and all below it',
    asOf: 'As of {moment}. Later decisions correct the results by new entries and are counted here.',
    soFar: 'Being assessed: these are the numbers so far.',
    facts: 'What the close rests on',
    organisation: 'Organisation',
    edition: 'Edition of the rules',
    editionValue: '{name}, hash {hash}',
    run: 'Run',
    startedAt: 'Started',
    closedAt: 'Finished',
    execution: 'Execution',
  },
} as const

const tones: Readonly<Record<Year['status'], MarkTone>> = { open: 'plain', closing: 'wait', closed: 'good' }

const State = ({ year }: { readonly year: Year }) => {
  const { say } = useSay(words)
  const me = useMe()
  const isOver = me.today > `${year.year}-12-31`
  return (
    <Panel title={say.status}>
      <p>
        <StatusMark tone={tones[year.status]}>{say[year.status]}</StatusMark>
      </p>
      {year.status === 'open' && (
        <p>
          {isOver ? say.openLate : fill(say.openText, { year: year.year })}{' '}
          <Link to={`/year/${year.year}/rehearsal`}>{say.openWay}</Link>
        </p>
      )}
      {year.status === 'closing' && (
        <>
          <RunProgress of={year.progress} />
          <p className="quiet">{say.closingText}</p>
        </>
      )}
      {year.failedShards > 0 && (
        <Notice tone="bad" title={fill(say.failed, { count: year.failedShards })}>
          <p>{say.failedText}</p>
        </Notice>
      )}
      <div className="actions">
        <YearActs of={year} />
      </div>
    </Panel>
  )
}

const Grounds = ({ year }: { readonly year: Year }) => {
  const { say, language } = useSay(words)
  const me = useMe()
  const { execution, edition } = year
  return (
    <Panel title={say.facts}>
      <Facts
        of={[
          [say.organisation, year.organisation.name],
          [
            say.edition,
            edition && fill(say.editionValue, { name: edition.name, hash: edition.hash.slice(0, 12) }),
          ],
          [say.startedAt, year.startedAt && moment(year.startedAt, language)],
          [say.closedAt, year.closedAt && moment(year.closedAt, language)],
          [say.run, year.run],
          [
            say.execution,
            execution !== null && has(me, 'operator') ? (
              <Link key="execution" to={`/executions/year-close/${encodeURIComponent(execution)}`}>
                {execution}
              </Link>
            ) : (
              execution
            ),
          ],
        ]}
      />
    </Panel>
  )
}

const Whole = ({ year }: { readonly year: Year }) => {
  const { say, language } = useSay(words)
  const { organisation } = useChosenYear()
  const { kind, level } = year.organisation
  const isClosed = year.status === 'closed'
  // While a close is repeated, the results of the one before are shown.
  const hasResults = isClosed || year.run > 1
  const asOf = year.closedAt ?? year.startedAt
  return (
    <>
      <State year={year} />
      {year.status !== 'open' && (
        <YearNumbers
          title={say.numbers}
          of={year}
          notApplicable={kind === 'authority' && level === 'region' ? year.notApplicable : undefined}
          note={isClosed && asOf ? fill(say.asOf, { moment: moment(asOf, language) }) : say.soFar}
          {...(hasResults && {
            listOf: (choice) => withQuery(`/year/${year.year}/results`, { organisation, ...choice }),
          })}
        />
      )}
      {hasResults && asOf && kind !== 'institution' && (
        <YearOrganisations of={year} organisation={organisation} asOf={asOf} />
      )}
      {year.run > 0 && <Grounds year={year} />}
    </>
  )
}

/** A year: how its close stands, its numbers with what each counts, and the organisations below. */
export const YearPage = () => {
  const { say } = useSay(words)
  const { year, organisation } = useChosenYear()
  const asked = useQuery(yearQuery(year, organisation))
  const queries = useQueryClient()
  const status = asked.data?.status
  const before = useRef(status)
  useEffect(() => {
    // The close has just ended: lists read before it are out of date.
    if (before.current === 'closing' && status === 'closed')
      for (const list of ['organisations', 'results'])
        void queries.invalidateQueries({ queryKey: [`/years/{year}/${list}`, { path: { year } }] })
    before.current = status
  }, [status, year, queries])
  return (
    <>
      <YearHead
        title={fill(say.title, { year })}
        lead={asked.data && <p>{asked.data.organisation.name}</p>}
      />
      <Answer of={asked}>{(data) => <Whole year={data} />}</Answer>
    </>
  )
}
