import { type ReactNode, useId } from 'react'

interface FieldProps {
  readonly label: ReactNode
  readonly className?: string
  readonly children: (id: string) => ReactNode
}

/** A control outside a form with its visible label: the control takes the id that the label points at. */
export const Field = ({ label, className = 'field', children }: FieldProps) => {
  const id = useId()
  return (
    <div className={className}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}
