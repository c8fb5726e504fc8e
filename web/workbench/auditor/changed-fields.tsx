import { organisationKinds } from '../../../functions/platform/words.ts'
import type { AuditEntry } from '../../shared/api/types.gen.ts'
import type { Language } from '../../shared/language.ts'
import { term } from '../../shared/terms.ts'
import { fieldName, fieldValue } from '../person/person-words.ts'
import { useSay } from '../preferences.tsx'
import styles from './audit.module.css'

const words = { zh: { change: '改动前后' }, en: { change: 'Before and after' } } as const

type Pair = readonly [zh: string, en: string]

/** What the fields of organisations, seats and delegations are called; a person's have names of their own. */
const fieldNames: Readonly<Record<string, Pair>> = {
  name: ['名称', 'name'],
  kind: ['类别', 'kind'],
  level: ['层级', 'level'],
  parentId: ['上级机构', 'right above'],
  departmentId: [organisationKinds.department.zh, organisationKinds.department.en],
  authorityId: [organisationKinds.authority.zh, organisationKinds.authority.en],
  overseers: ['以上各级机构', 'all above'],
  role: ['环节', 'desk'],
  head: ['负责人', 'head'],
  startsOn: ['开始日期', 'from'],
  endsOn: ['结束日期', 'to'],
}

/** Fields whose values are the regulation's words, by the table of those words. */
const termsOf = { kind: 'organisationKind', level: 'level', role: 'role' } as const
const isTerm = (field: string): field is keyof typeof termsOf => field in termsOf

/** Fields that say nothing to people: the number stands at the entry, the other is the platform's own mark. */
const HIDDEN = new Set(['id', 'rederiving'])

const textOf = (field: string, value: unknown, language: Language): string =>
  isTerm(field) && typeof value === 'string'
    ? term(termsOf[field], value, language)
    : fieldValue(field, value, language)

/** What an act changed, before and after; a field that has no name here stands as it is called in the record. */
export const ChangedFields = ({ of: { about, act, fields } }: { readonly of: AuditEntry }) => {
  const { say, language } = useSay(words)
  const isReading = act === 'eligibility_read'
  const nameOf = (field: string): string => {
    if (isReading) return term('business', field, language)
    return about.kind === 'person'
      ? fieldName(field, language)
      : (fieldNames[field]?.[language === 'zh' ? 0 : 1] ?? field)
  }
  const shownValue = (field: string, value: unknown): string =>
    isReading && typeof value === 'string' ? term('verdict', value, language) : textOf(field, value, language)
  const shown = fields.filter(({ field }) => !HIDDEN.has(field))
  if (shown.length === 0) return null
  return (
    <ul className={`plain ${styles.changed}`} aria-label={say.change}>
      {shown.map(({ field, before, after }) => (
        <li key={field}>
          {nameOf(field)} {before !== null && <del>{shownValue(field, before)}</del>} →{' '}
          <ins>{shownValue(field, after)}</ins>
        </li>
      ))}
    </ul>
  )
}
