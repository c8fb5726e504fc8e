import { Select } from 'antd'
import { useId } from 'react'
import { useSearchParams } from 'react-router'
import { useMe, yearOf } from '../me.ts'
import { useSay } from '../preferences.tsx'
import { FIRST_YEAR } from './ledger-query.ts'

const words = { zh: { year: '年度', of: '{year} 年' }, en: { year: 'Year', of: '{year}' } } as const

/** The year that the address asks for: `?year=`, otherwise the current one. */
export const useYear = (): number => {
  const current = yearOf(useMe())
  const [query] = useSearchParams()
  const asked = Number(query.get('year'))
  return Number.isInteger(asked) && asked >= FIRST_YEAR && asked <= current ? asked : current
}

export const YearPicker = () => {
  const { say } = useSay(words)
  const current = yearOf(useMe())
  const year = useYear()
  const [query, setQuery] = useSearchParams()
  const id = useId()
  return (
    <span className="picker">
      <label htmlFor={id}>{say.year}</label>
      <Select
        id={id}
        value={year}
        options={Array.from({ length: current - FIRST_YEAR + 1 }, (_, back) => ({
          value: current - back,
          label: say.of.replace('{year}', String(current - back)),
        }))}
        onChange={(chosen) => {
          const next = new URLSearchParams(query)
          next.set('year', String(chosen))
          setQuery(next)
        }}
      />
    </span>
  )
}
