import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useSay } from '../preferences.tsx'
import { isDay, readDay } from './read-day.ts'

const words = {
  zh: { written: '年-月-日', calendar: '选择日期' },
  en: { written: 'YYYY-MM-DD', calendar: 'Choose a day' },
} as const

const Sheet = () => (
  <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
    <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3" strokeWidth="1.25" />
  </svg>
)

export interface DateFieldProps {
  /** The id of the field, for its label and for the summary of faults. */
  readonly id?: string
  readonly disabled?: boolean
  /** A calendar day, `2026-05-11`: as the API has it, and as a draft keeps it. */
  readonly value?: string | null
  /** Told the day; what is no date yet is told as it was typed, so that nothing is lost and the API names it. */
  readonly onChange?: (value: string | null) => void
  /** The first day that the calendar offers. */
  readonly from?: string
}

/**
 * A calendar day, without a time or a zone. It is typed or pasted in any of the usual ways, or chosen from the
 * browser's own calendar: the browser's own date field would show it in the order of the browser's language, which
 * need not be the page's, and takes nothing that is pasted.
 */
export const DateField = ({ value = null, onChange, from, disabled = false, ...field }: DateFieldProps) => {
  const { say } = useSay(words)
  const [typed, setTyped] = useState(value ?? '')
  const calendar = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // A value from elsewhere, such as a draft: not the one that is being typed.
    setTyped((text) => (readDay(text) === value ? text : (value ?? '')))
  }, [value])
  const take = (text: string) => {
    setTyped(text)
    onChange?.(readDay(text))
  }
  const day = readDay(typed)
  return (
    <Input
      {...field}
      disabled={disabled}
      className="date"
      placeholder={say.written}
      autoComplete="off"
      value={typed}
      onChange={({ target }) => take(target.value)}
      onBlur={() => setTyped(day ?? '')}
      suffix={
        <span className="calendar">
          {/* By keyboard a day is typed: no second stop for each date. */}
          <button
            type="button"
            tabIndex={-1}
            title={say.calendar}
            aria-label={say.calendar}
            disabled={disabled}
            onClick={() => calendar.current?.showPicker()}
          >
            <Sheet />
          </button>
          <input
            ref={calendar}
            type="date"
            tabIndex={-1}
            aria-hidden="true"
            min={from}
            value={day !== null && isDay(day) ? day : ''}
            onChange={({ target }) => take(target.value)}
          />
        </span>
      }
    />
  )
}
