import { DatePicker } from 'antd'
import dayjs from 'dayjs'

const DAY = 'YYYY-MM-DD'

export interface DateFieldProps {
  readonly id?: string
  readonly disabled?: boolean
  /** A calendar day, `2026-05-11`. */
  readonly value?: string
  readonly onChange?: (value: string | undefined) => void
}

/** A calendar day, kept as the API writes it: without a time or a zone. */
export const DateField = ({ value, onChange, ...picker }: DateFieldProps) => (
  <DatePicker
    {...picker}
    format={DAY}
    value={value === undefined || value === '' ? null : dayjs(value)}
    onChange={(day) => onChange?.(Array.isArray(day) ? undefined : day?.format(DAY))}
  />
)
