import { useQueryClient } from '@tanstack/react-query'
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { meQuery } from '../me.ts'

const DAY = 'YYYY-MM-DD'

export interface DateFieldProps {
  /** The id of the field, for its label and for the summary of faults. */
  readonly id?: string
  readonly disabled?: boolean
  /** A calendar day, `2026-05-11`: as the API has it, and as a draft keeps it. */
  readonly value?: string | null
  readonly onChange?: (value: string | null) => void
  /** The first day that can be chosen. */
  readonly from?: string
}

/** A calendar day, without a time or a zone. It opens at the platform's own day, where someone is signed in. */
export const DateField = ({ value, onChange, from, ...picker }: DateFieldProps) => {
  const today = useQueryClient().getQueryData(meQuery.queryKey)?.today
  return (
    <DatePicker
      {...picker}
      {...(from !== undefined && { minDate: dayjs(from) })}
      {...(today !== undefined && { defaultPickerValue: dayjs(today) })}
      format={DAY}
      showNow={false}
      value={value ? dayjs(value) : null}
      onKeyDown={(event) => {
        // Enter takes the day that was typed; it does not send the form as well.
        if (event.key === 'Enter') event.preventDefault()
      }}
      onChange={(day) => onChange?.(day === null || Array.isArray(day) ? null : day.format(DAY))}
    />
  )
}
