import { yesNo as answers, leaveKinds, populations } from '../../../functions/platform/words.ts'
import { day, period } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { term } from '../../shared/terms.ts'

/** What a field of a person's record is called. */
export const fieldName = (name: string, language: Language): string => term('personField', name, language)

export const yesNo = (value: boolean, language: Language): string => answers[value ? 'yes' : 'no'][language]

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const inOrder = (parts: readonly unknown[]): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(' ')

const listed = (value: unknown, language: Language): string => {
  if (!isRecord(value)) return String(value)
  const { from, to, kind, effectiveOn, toPostType } = value
  return inOrder([
    typeof from === 'string' && typeof to === 'string' && period(from, to, language),
    typeof effectiveOn === 'string' && day(effectiveOn, language),
    typeof kind === 'string' &&
      (kind in leaveKinds ? term('leaveKind', kind, language) : term('kind', kind, language)),
    typeof toPostType === 'string' && term('postType', toPostType, language),
  ])
}

/** The value of a field as people read it. */
export const fieldValue = (field: string, value: unknown, language: Language): string => {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'boolean') return yesNo(value, language)
  if (Array.isArray(value))
    return value.length === 0
      ? '—'
      : value.map((one) => listed(one, language)).join(language === 'zh' ? '；' : '; ')
  if (typeof value !== 'string') return String(value)
  if (field === 'postType') return term('postType', value, language)
  if (field === 'population') return value === 'organ_worker' ? populations[value][language] : value
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value, language) : value
}
