import type { ReactNode } from 'react'
import { NavLink, useLocation, useNavigate } from 'react-router'
import { withQuery } from '../../shared/with-query.ts'
import { PageHead } from '../parts/page-head.tsx'
import { SeatChoice } from '../parts/seat-choice.tsx'
import { YearPicker } from '../parts/year-picker.tsx'
import { fill, useSay } from '../preferences.tsx'
import { useAbove, useChosenYear } from './year-query.ts'
import './year.module.css'

const words = {
  zh: {
    up: '上一级：{name}',
    ways: '年度的各个页面',
    overview: '年度结果',
    results: '人员名单',
    rehearsal: '结算预演',
    statistics: '统计',
    print: '打印',
  },
  en: {
    up: 'Up to {name}',
    ways: 'Pages of the year',
    overview: 'Results',
    results: 'Persons',
    rehearsal: 'Rehearsal',
    statistics: 'Statistics',
    print: 'Print',
  },
} as const

/** The year stands in the path of these pages. */
const PathYearPicker = ({ year }: { readonly year: number }) => {
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  return (
    <YearPicker
      year={year}
      onChange={(chosen) => void navigate(pathname.replace(/^\/year\/[^/]+/, `/year/${chosen}`) + search)}
    />
  )
}

export interface YearHeadProps {
  readonly title: string
  readonly lead: ReactNode
  readonly actions?: ReactNode
}

/** The head of every page of a year: which year, of whom, and the ways to its other pages. */
export const YearHead = ({ title, lead, actions }: YearHeadProps) => {
  const { say } = useSay(words)
  const { year, organisation } = useChosenYear()
  const above = useAbove(organisation)
  const { pathname } = useLocation()
  const ways = [
    [`/year/${year}`, say.overview],
    [`/year/${year}/results`, say.results],
    [`/year/${year}/rehearsal`, say.rehearsal],
    [`/year/${year}/statistics`, say.statistics],
  ] as const
  return (
    <>
      <PageHead
        title={title}
        lead={lead}
        {...(above && {
          back: {
            to: withQuery(pathname, { organisation: above.id }),
            label: fill(say.up, { name: above.name }),
          },
        })}
        actions={
          <>
            <SeatChoice roles={['institution', 'department', 'authority', 'auditor']} name="organisation" />
            <PathYearPicker year={year} />
            {actions}
            <button type="button" onClick={() => window.print()}>
              {say.print}
            </button>
          </>
        }
      />
      <nav className="tabs" aria-label={say.ways}>
        {ways.map(([to, label]) => (
          <NavLink key={to} end to={withQuery(to, { organisation })}>
            {label}
          </NavLink>
        ))}
      </nav>
    </>
  )
}
