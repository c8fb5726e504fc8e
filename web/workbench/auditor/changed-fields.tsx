import type { AuditEntry } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { useSay } from '../preferences.tsx'

const words = {
  zh: {
    change: '改动前后',
    role: '环节',
    head: '负责人',
    startsOn: '开始日期',
    endsOn: '结束日期',
    yes: '是',
    no: '否',
  },
  en: {
    change: 'Before and after',
    role: 'desk',
    head: 'head',
    startsOn: 'from',
    endsOn: 'to',
    yes: 'yes',
    no: 'no',
  },
} as const

type Named = Exclude<keyof typeof words.zh, 'change' | 'yes' | 'no'>
const named: readonly string[] = ['role', 'head', 'startsOn', 'endsOn'] satisfies readonly Named[]
const isNamed = (field: string): field is Named => named.includes(field)

/** What an act changed, before and after; a field that has no name of its own stands as it is called in the record. */
export const ChangedFields = ({ of: fields }: { readonly of: AuditEntry['fields'] }) => {
  const { say, language } = useSay(words)
  const text = (field: string, value: unknown): string => {
    if (value === null || value === undefined) return '—'
    if (typeof value === 'boolean') return value ? say.yes : say.no
    if (typeof value !== 'string') return JSON.stringify(value)
    if (field === 'role') return term('role', value, language)
    return field === 'startsOn' || field === 'endsOn' ? day(value, language) : value
  }
  if (fields.length === 0) return null
  return (
    <ul className="plain changed" aria-label={say.change}>
      {fields.map(({ field, before, after }) => (
        <li key={field}>
          {isNamed(field) ? say[field] : <code>{field}</code>}{' '}
          {before !== null && <del>{text(field, before)}</del>} → <ins>{text(field, after)}</ins>
        </li>
      ))}
    </ul>
  )
}
