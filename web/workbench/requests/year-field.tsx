import { Select } from 'antd'
import { useMe, yearOf } from '../me.ts'
import { fill, useSay } from '../preferences.tsx'
import { Field, useStays } from './corrected.tsx'
import { words } from './words.ts'

/** The year that a request is about: this one and the ones before it. */
export const YearField = () => {
  const { say } = useSay(words)
  const current = yearOf(useMe())
  const { isShut, extra } = useStays()
  return (
    <Field
      name="year"
      label={say.year}
      extra={extra}
      rules={[{ required: true, message: fill(say.missingChoice, { field: say.year }) }]}
    >
      <Select
        disabled={isShut}
        placeholder={say.choosePerson}
        options={[current, current - 1, current - 2]
          .filter((year) => year >= 2024)
          .map((year) => ({ value: year, label: fill(say.yearOf, { year }) }))}
      />
    </Field>
  )
}
