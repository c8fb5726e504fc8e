import { Button, Progress } from 'antd'
import type { ReactNode } from 'react'

interface SheetChoiceProps {
  /** The id of the field, by which faults lead to it. */
  readonly field: string
  readonly label: string
  readonly hint: ReactNode
  readonly chosen: File | undefined
  readonly choose: (file: File | undefined) => void
  /** What sends the file to be looked at. */
  readonly look: string
  /** How much of it has been sent, 0 to 1; undefined while none is on its way. */
  readonly part: number | undefined
  /** What goes on meanwhile. */
  readonly sending: string
}

/** Chooses a spreadsheet, and sends it to be looked at; within a form. */
export const SheetChoice = ({
  field,
  label,
  hint,
  chosen,
  choose,
  look,
  part,
  sending,
}: SheetChoiceProps) => (
  <>
    <div className="field">
      <input
        id={field}
        className="visually-hidden"
        type="file"
        accept=".xlsx,.xls,.csv,.txt"
        aria-describedby={`${field}-hint`}
        onChange={({ target }) => choose(target.files?.[0])}
      />
      <label className="button" htmlFor={field}>
        {label}
      </label>{' '}
      {chosen?.name}
      <p id={`${field}-hint`} className="quiet">
        {hint}
      </p>
    </div>
    <Button type="primary" htmlType="submit" loading={part !== undefined}>
      {look}
    </Button>
    {part !== undefined && <Progress percent={Math.round(part * 100)} aria-label={sending} status="normal" />}
  </>
)
