import { markableFields, markOfLine } from '../../functions/requests/marks/words.ts'
import type { ReadTaskResponse } from '../shared/api/types.gen.ts'
import { fill } from '../shared/fill.ts'
import { useWords } from './language.tsx'
import styles from './task.module.css'

/** Loaded with a return alone, so its words stand here. */
const words = {
  zh: { marks: '标出要改的地方（选填）', hint: '申请人修改时，这些项目旁边会有标注。' },
  en: {
    marks: 'Mark what is to be corrected (optional)',
    hint: 'Whoever corrects the request sees the marks beside these fields.',
  },
} as const
type Name = keyof typeof markableFields

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
              {number === undefined
                ? markableFields[name][language]
                : fill(markOfLine[language], { number, field: markableFields[name][language] })}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
