import { Input } from 'antd'

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

/**
 * A calendar day, without a time or a zone: the browser's own field, which people know from their phones and which
 * reads aloud in their language. Half a date is no date yet.
 */
export const DateField = ({ value, onChange, from, ...field }: DateFieldProps) => (
  <Input
    {...field}
    type="date"
    className="date"
    min={from}
    // Otherwise a year may have six figures, and the field asks for them.
    max="9999-12-31"
    value={value ?? ''}
    onChange={({ target }) => onChange?.(target.value || null)}
  />
)
