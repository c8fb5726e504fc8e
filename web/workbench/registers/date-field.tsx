import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useMe } from '../me.ts'

const DAY = 'YYYY-MM-DD'

export interface DateFieldProps {
  /** The id of the field, for its label and for the summary of faults. */
  readonly id?: string
  /** `YYYY-MM-DD`: as the API has it, and as a draft keeps it. */
  readonly value?: string | null
  readonly onChange?: (value: string | null) => void
  /** The first day that can be chosen. */
  readonly from?: string
}

/** A calendar date. It opens at the platform's own day, never at the browser's. */
export const DateField = ({ id, value, onChange, from }: DateFieldProps) => {
  const { today } = useMe()
  return (
    <DatePicker
      {...(id !== undefined && { id })}
      {...(from !== undefined && { minDate: dayjs(from) })}
      value={value ? dayjs(value) : null}
      defaultPickerValue={dayjs(today)}
      showNow={false}
      onKeyDown={(event) => {
        // Enter takes the day that was typed; it does not send the form as well.
        if (event.key === 'Enter') event.preventDefault()
      }}
      onChange={(date) => onChange?.(date === null ? null : date.format(DAY))}
    />
  )
}
