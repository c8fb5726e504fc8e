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
  /**
   * Called with the day; text that is no date yet is passed as typed, so that nothing is lost and the API
   * names the fault.
   */
  readonly onChange?: (value: string | null) => void
  /** The first day that the calendar offers. */
  readonly from?: string
}

/**
 * A field for a calendar day, typed or pasted in any usual form, or chosen from the browser's calendar. The
 * browser's own date field follows the browser's language instead of the page's, and takes no pasted date.
 */
export const DateField = ({ value = null, onChange, from, disabled = false, ...field }: DateFieldProps) => {
  const { say } = useSay(words)
  const [typed, setTyped] = useState(value ?? '')
  const calendar = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // A value from elsewhere, such as a draft, and not the one being typed.
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
