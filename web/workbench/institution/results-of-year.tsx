import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { withQuery } from '../../shared/with-query.ts'
import { Answer } from '../parts/answer.tsx'
import { Panel } from '../parts/panel.tsx'
import { AddressYearPicker, useYear } from '../parts/year-picker.tsx'
import { fill, useSay } from '../preferences.tsx'
import { ResultsExport } from '../year/export-buttons.tsx'
import '../year/year.module.css'
import { yearQuery } from '../year/year-query.ts'
import { YearPapers } from './year-papers.tsx'

const words = {
  zh: {
    title: '年度结果',
    see: '查看 {year} 年度结果',
    short: '本年度进展：还没有完成的人员和提醒',
    open: '{year} 年度还没有结算，结算后可以导出每个人的结果。',
  },
  en: {
    title: 'Results of the year',
    see: 'Open the results of {year}',
    short: 'This year so far: who is short, and reminders',
    open: '{year} has not been closed; its results can be exported once it is.',
  },
} as const

/** The results of the institution's people in a year, to look at and to export. */
export const ResultsOfYear = ({ institution }: { readonly institution: string }) => {
  const { say } = useSay(words)
  const year = useYear()
  const asked = useQuery(yearQuery(year, institution))
  return (
    <Panel title={say.title} actions={<AddressYearPicker />}>
      <Answer of={asked}>
        {({ status, run }) => (
          <>
            {status === 'closed' || run > 1 ? (
              <ResultsExport year={year} choice={{ organisation: institution }} />
            ) : (
              <p>{fill(say.open, { year })}</p>
            )}
            <YearPapers year={year} institution={institution} />
            <p>
              <Link to={withQuery('/progress', { institution })}>{say.short}</Link>
            </p>
            <p>
              <Link to={withQuery(`/year/${year}`, { organisation: institution })}>
                {fill(say.see, { year })}
              </Link>
            </p>
          </>
        )}
      </Answer>
    </Panel>
  )
}
