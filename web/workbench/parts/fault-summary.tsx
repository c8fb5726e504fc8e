import { useEffect, useRef } from 'react'
import { ProblemError } from '../../shared/api/client.ts'
import { fill, useSay } from '../preferences.tsx'
import { ProblemNotice } from './notice.tsx'

const words = {
  zh: { title: '请先改正下面 {count} 处' },
  en: { title: 'Please correct {count} {count|field|fields} first' },
} as const

/** Something to mend: what it is, and the field (its element's id) that it is about. */
export interface FieldFault {
  readonly field: string
  readonly text: string
}

type Path = readonly (string | number)[]

/** The id that antd gives to a form's field. */
export const fieldId = (form: string, path: Path): string => [form, ...path].join('_')

/**
 * The API's faults as the form's: `fieldOf` maps a pointer to a field's id. Undefined where the problem is
 * not about the input.
 */
export const fieldFaults = (
  error: unknown,
  fieldOf: (pointer: string) => string,
): readonly FieldFault[] | undefined =>
  error instanceof ProblemError && error.faults.length > 0
    ? error.faults.map(({ pointer, detail }) => ({ field: fieldOf(pointer), text: detail }))
    : undefined

interface Failed {
  readonly errorFields: readonly { readonly name: Path; readonly errors: readonly string[] }[]
}

/** What the form itself found before anything was sent: the first fault of each field. */
export const formFaults = (form: string, { errorFields }: Failed): FieldFault[] =>
  errorFields.map(({ name, errors }) => ({ field: fieldId(form, name), text: errors[0] ?? '' }))

/**
 * Every fault that keeps a form from being sent, in one place with the focus, each with a link to its field.
 */
export const FaultSummary = ({
  faults,
  error,
}: {
  readonly faults: readonly FieldFault[]
  /** What the API said beside the fields, or that it did not answer. */
  readonly error?: unknown
}) => {
  const { say } = useSay(words)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (faults.length > 0 || error !== undefined) box.current?.focus()
  }, [faults, error])
  if (faults.length === 0 && error === undefined) return null
  return (
    <div ref={box} tabIndex={-1} className="fault-summary">
      {faults.length > 0 ? (
        <section className="banner bad" role="alert">
          <h2>{fill(say.title, { count: faults.length })}</h2>
          <ul>
            {faults.map(({ field, text }) => (
              <li key={`${field} ${text}`}>
                <a
                  href={`#${field}`}
                  onClick={(event) => {
                    event.preventDefault()
                    const target = document.getElementById(field)
                    target?.scrollIntoView({ block: 'center' })
                    target?.focus()
                  }}
                >
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <ProblemNotice error={error} />
      )}
    </div>
  )
}
