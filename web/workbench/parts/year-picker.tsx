import { Select } from 'antd'
import { useId } from 'react'
import { useSearchParams } from 'react-router'
import { useMe, yearOf } from '../me.ts'
import { fill, useSay } from '../preferences.tsx'

const words = { zh: { year: '年度', of: '{year} 年' }, en: { year: 'Year', of: '{year}' } } as const

/** The first year that the regulation was in force: nothing is shown of earlier ones. */
export const FIRST_YEAR = 2024

export interface YearPickerProps {
  readonly year: number
  readonly onChange: (year: number) => void
}

/** The years since the regulation, this one first. */
export const YearPicker = ({ year, onChange }: YearPickerProps) => {
  const { say } = useSay(words)
  const current = yearOf(useMe())
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
        onChange={onChange}
      />
    </span>
  )
}

/** The year that the address asks for: `?year=`, otherwise the current one. */
export const useYear = (): number => {
  const current = yearOf(useMe())
  const [query] = useSearchParams()
  const asked = Number(query.get('year'))
  return Number.isInteger(asked) && asked >= FIRST_YEAR && asked <= current ? asked : current
}

/** The same, where `?year=` in the address says which. */
export const AddressYearPicker = () => {
  const [query, setQuery] = useSearchParams()
  return (
    <YearPicker
      year={useYear()}
      onChange={(chosen) => {
        const next = new URLSearchParams(query)
        next.set('year', String(chosen))
        setQuery(next)
      }}
    />
  )
}
