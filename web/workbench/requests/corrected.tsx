import { Form, type FormItemProps } from 'antd'
import { createContext, useContext } from 'react'
import type { Request } from '../../shared/api/types.gen.ts'
import { useSay } from '../preferences.tsx'
import { reasonsOfReturn } from './reasons-of-return.ts'
import { fieldOf } from './request-values.ts'
import styles from './requests.module.css'

const words = {
  zh: { marked: '审核人标注', stays: '更正时不能改变；确需改变的，请撤回后重新提出。' },
  en: {
    marked: 'marked by the desk',
    stays: 'A correction keeps it; to change it, withdraw the request and file another.',
  },
} as const

interface Corrected {
  /** The returned request; undefined while a new one is written. */
  readonly before: Request | undefined
  /** The fields that its desk marked, by their names in the form. */
  readonly marks: ReadonlySet<string>
}

export const correctedFrom = (before: Request | undefined): Corrected => ({
  before,
  marks: new Set(
    (before === undefined ? [] : reasonsOfReturn(before))
      .flatMap(({ marked = [] }) => marked)
      .map((pointer) => fieldOf(pointer).join('.')),
  ),
})

export const CorrectedContext = createContext<Corrected>(correctedFrom(undefined))

/** What a field that stays while a request is corrected is told: its control is shut, and it says why. */
export const useStays = (): { readonly isShut: boolean; readonly extra: string | undefined } => {
  const { say } = useSay(words)
  const isShut = useContext(CorrectedContext).before !== undefined
  return { isShut, extra: isShut ? say.stays : undefined }
}

/** A field of the form; where the desk marked it, its label says so. Fields of a line are named by place and name. */
export const Field = ({ label, ...props }: FormItemProps) => {
  const { say } = useSay(words)
  const { marks } = useContext(CorrectedContext)
  const name: unknown = props.name
  const path = Array.isArray(name) ? ['lines', ...name].join('.') : String(name)
  if (!marks.has(path)) return <Form.Item label={label} {...props} />
  return (
    <Form.Item
      {...props}
      label={
        <>
          {label} <mark className={styles.marked}>{say.marked}</mark>
        </>
      }
    />
  )
}
