import { day, period } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { term } from '../../shared/terms.ts'

type Pair = readonly [zh: string, en: string]

/** What the fields of a person's record are called. */
const fields: Readonly<Record<string, Pair>> = {
  name: ['姓名', 'Name'],
  staffNo: ['工号', 'Staff number'],
  postType: ['岗位类别', 'Type of post'],
  leader: ['领导人员', 'Leader'],
  onRegister: ['在册', 'On register'],
  hiredOn: ['聘用日期', 'Hired on'],
  highLevelTalent: ['高层次人才', 'High-level talent'],
  terms: ['聘期', 'Terms'],
  leaves: ['请假', 'Leaves'],
  postChanges: ['岗位变动', 'Changes of post'],
  retiresOn: ['退休日期', 'Retires on'],
  disability: ['残疾', 'Disability'],
  releasedTo: ['同意调往', 'Released to'],
  institutionId: ['所在单位', 'Institution'],
  institutionSince: ['调入日期', 'At the institution since'],
  id: ['人员编号', 'Number'],
}

const leaveKinds: Readonly<Record<string, Pair>> = {
  sick: ['病假', 'sick leave'],
  maternity: ['产假', 'maternity leave'],
  entrepreneurship: ['离岗创业', 'entrepreneurship leave'],
}

const acts: Readonly<Record<string, Pair>> = {
  registered: ['登记', 'registered'],
  changed: ['修改', 'changed'],
  imported: ['批量导入', 'imported'],
  transferred: ['调动', 'transferred'],
  released: ['同意调出', 'released'],
  account_invited: ['邀请开通账号', 'invited to an account'],
  invitation_withdrawn: ['取消账号邀请', 'invitation withdrawn'],
  release_withdrawn: ['撤回调出', 'release withdrawn'],
  post_change: ['岗位变动备案', 'change of post'],
}

const of =
  (table: Readonly<Record<string, Pair>>) =>
  (name: string, language: Language): string =>
    table[name]?.[language === 'zh' ? 0 : 1] ?? name

export const fieldName = of(fields)
export const leaveKind = of(leaveKinds)
export const changeAct = of(acts)
export const leaveKindNames = Object.keys(leaveKinds)

export const yesNo = (value: boolean, language: Language): string =>
  language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'

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
    typeof kind === 'string' && (leaveKinds[kind] ? leaveKind(kind, language) : term('kind', kind, language)),
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
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value, language) : value
}
