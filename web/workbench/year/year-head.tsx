import { Select } from 'antd'
import { type ReactNode, useId } from 'react'
import { NavLink, useLocation, useNavigate } from 'react-router'
import { useMe, yearOf } from '../me.ts'
import { PageHead } from '../parts/page-head.tsx'
import { withQuery } from '../parts/use-list.ts'
import { fill, useSay } from '../preferences.tsx'
import { FIRST_YEAR } from '../staff/ledger-query.ts'
import { useAbove, useChosenYear } from './year-query.ts'
import './year.css'

const words = {
  zh: {
    year: '年度',
    of: '{year} 年',
    up: '上一级：{name}',
    ways: '年度的各个页面',
    overview: '年度结果',
    results: '人员名单',
    rehearsal: '结算预演',
    print: '打印',
  },
  en: {
    year: 'Year',
    of: '{year}',
    up: 'Up to {name}',
    ways: 'Pages of the year',
    overview: 'Results',
    results: 'Persons',
    rehearsal: 'Rehearsal',
    print: 'Print',
  },
} as const

const YearPicker = ({ year }: { readonly year: number }) => {
  const { say } = useSay(words)
  const current = yearOf(useMe())
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const id = useId()
  return (
    <span className="picker">
      <label htmlFor={id}>{say.year}</label>
      <Select
        id={id}
        value={year}
        popupMatchSelectWidth={false}
        options={Array.from({ length: current - FIRST_YEAR + 1 }, (_, back) => ({
          value: current - back,
          label: fill(say.of, { year: current - back }),
        }))}
        onChange={(chosen) => void navigate(pathname.replace(/^\/year\/[^/]+/, `/year/${chosen}`) + search)}
      />
    </span>
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
            <YearPicker year={year} />
            {actions}
            <button type="button" onClick={() => window.print()}>
              {say.print}
            </button>
          </>
        }
      />
      <nav className="year-ways" aria-label={say.ways}>
        {ways.map(([to, label]) => (
          <NavLink key={to} end to={withQuery(to, { organisation })}>
            {label}
          </NavLink>
        ))}
      </nav>
    </>
  )
}
