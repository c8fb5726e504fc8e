import type { ReadTaskResponse } from '../shared/api/types.gen.ts'
import { fill } from '../shared/fill.ts'
import type { Language } from '../shared/language.ts'
import { useWords } from './language.tsx'
import styles from './task.module.css'

/** Loaded with a return alone, so its words stand here. */
const zh = {
  marks: '标出要改的地方（选填）',
  hint: '申请人修改时，这些项目旁边会有标注。',
  line: '第 {number} 项 · {field}',
  title: '培训名称',
  provider: '举办机构',
  certificateNo: '结业证书编号',
  evidence: '证明材料',
  subject: '科目',
  category: '类别',
  mode: '方式',
  from: '开始日期',
  to: '结束日期',
  halfDays: '培训天数',
  hours: '学时',
  activity: '活动种类和数量',
  reason: '理由',
  scope: '申请范围',
  toPostType: '变动后岗位',
  effectiveOn: '变动日期',
  value: '变更为',
  ground: '事由类别',
}
const en: Readonly<Record<keyof typeof zh, string>> = {
  marks: 'Mark what is to be corrected (optional)',
  hint: 'Whoever corrects the request sees the marks beside these fields.',
  line: 'Line {number}: {field}',
  title: 'name of the training',
  provider: 'provider',
  certificateNo: 'number of the certificate',
  evidence: 'proofs',
  subject: 'subject',
  category: 'category',
  mode: 'way',
  from: 'first day',
  to: 'last day',
  halfDays: 'days',
  hours: 'hours',
  activity: 'activity and quantity',
  reason: 'reason',
  scope: 'what is asked for',
  toPostType: 'post after the change',
  effectiveOn: 'day of the change',
  value: 'changed to',
  ground: 'ground',
}
const words: Readonly<Record<Language, typeof en>> = { zh, en }
type Name = Exclude<keyof typeof zh, 'marks' | 'hint' | 'line'>

interface Markable {
  readonly pointer: string
  readonly name: Name
  /** Of a field of a line its number, where the claim has several. */
  readonly number?: number
}

const own: Readonly<Partial<Record<ReadTaskResponse['type'], readonly Name[]>>> = {
  recognition: ['title', 'provider', 'certificateNo', 'evidence'],
  make_up_delay: ['reason', 'evidence'],
  deemed: ['reason', 'evidence'],
  justified_reason: ['ground', 'reason', 'evidence'],
  post_change: ['toPostType', 'effectiveOn', 'reason', 'evidence'],
  record_change: ['value', 'from', 'to', 'reason', 'evidence'],
  objection: ['reason', 'evidence'],
}

/** The fields that a return may mark: those of the request, and of each line that this desk decides on. */
export const markableIn = ({ type, line, request }: ReadTaskResponse): Markable[] => {
  const many = request.lines.length > 1
  const lines = type !== 'recognition' ? [] : [...request.lines.entries()]
  return [
    ...(own[type] ?? []).map((name) => ({ pointer: `/${name}`, name })),
    ...lines
      .filter(([place, { status }]) => (line === null ? status === 'in_review' : place === line))
      .flatMap(([place, { halfDays, activity }]) => {
        const measure: Name = activity !== false ? 'activity' : halfDays === undefined ? 'hours' : 'halfDays'
        return (['subject', 'category', 'mode', 'from', 'to', measure] as const).map((name) => ({
          pointer: `/lines/${place}/${name}`,
          name,
          ...(many ? { number: place + 1 } : {}),
        }))
      }),
  ]
}

/** Marks the fields that are to be corrected, for whoever corrects them to see beside each. */
export const Marks = ({
  task,
  marked,
  change,
}: {
  readonly task: ReadTaskResponse
  readonly marked: readonly string[]
  readonly change: (marked: readonly string[]) => void
}) => {
  const { language } = useWords()
  const say = words[language]
  const fields = markableIn(task)
  if (fields.length === 0) return null
  return (
    <fieldset className={styles.marks}>
      <legend>{say.marks}</legend>
      <p className="quiet">{say.hint}</p>
      <ul>
        {fields.map(({ pointer, name, number }) => (
          <li key={pointer}>
            <label>
              <input
                type="checkbox"
                checked={marked.includes(pointer)}
                onChange={({ target }) =>
                  change(target.checked ? [...marked, pointer] : marked.filter((one) => one !== pointer))
                }
              />{' '}
              {number === undefined ? say[name] : fill(say.line, { number, field: say[name] })}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
