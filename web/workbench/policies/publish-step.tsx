import { Button } from 'antd'
import { useEffect, useId, useRef } from 'react'
import type { PolicyPreview } from '../../shared/api/types.gen.ts'
import { Cited } from '../../shared/cited.tsx'
import { day } from '../../shared/dates.ts'
import { fill, useSay } from '../preferences.tsx'
import { isWord, parameterWords, readingText } from '../registers/parameters-words.ts'

const words = {
  zh: {
    ...parameterWords.zh,
    title: '确认发布',
    public: '发布后立即公开，原文不能再改，也不能撤回；有变动的，只能发布新版本。',
    ends: '《{title}》施行到 {day}。',
    past: '施行日期 {day} 早于今天：页面上注明是补录的文件。',
    changes: '执行口径的变化：',
    change: '{name}：{before} → {after}',
    same: '{name}：仍为{after}',
    whom: '重新认定：{whom}。',
    since: '从 {year} 年度起，尚未结算的年度按新口径认定；已经结算的年度、已经发放的证书不变。',
    never: '它的施行期间不含任何一年的年末，各年度的认定都不变；施行期间的试算和当天办理的事项按新口径。',
    afterEnd: '{day} 之后恢复为：{value}。',
    confirm: '确认发布',
    back: '再想想',
  },
  en: {
    ...parameterWords.en,
    title: 'Publish it?',
    public:
      'It is public at once, is never edited and cannot be taken back: what changes is published as a new version.',
    ends: '“{title}” is in force until {day}.',
    past: 'Its first day, {day}, is before today: the page says that it was entered later.',
    changes: 'What is read otherwise:',
    change: '{name}: {before} → {after}',
    same: '{name}: still {after}',
    whom: 'Read anew: {whom}.',
    since:
      'From the year {year} on, years that are not closed yet are judged by it. Closed years and certificates stay as they are.',
    never:
      'It is in force at no year’s end: how years are judged does not change; what is reckoned as of its days does.',
    afterEnd: 'After {day} it is again: {value}.',
    confirm: 'Publish it',
    back: 'Not yet',
  },
} as const

export interface PublishStepProps {
  readonly of: PolicyPreview
  /** The version that it replaces. */
  readonly replaces: string | undefined
  readonly today: string
  readonly isPending: boolean
  readonly publish: () => void
  readonly back: () => void
}

const dayBefore = (date: string): string => {
  const before = new Date(`${date}T00:00:00Z`)
  before.setUTCDate(before.getUTCDate() - 1)
  return before.toISOString().slice(0, 10)
}

/** The second step of a publication: what follows from it, reading by reading, before it cannot be undone. */
export const PublishStep = ({ of, replaces, today, isPending, publish, back }: PublishStepProps) => {
  const { say, language } = useSay(words)
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="confirm" aria-labelledby={id}>
      <h3 id={id} tabIndex={-1} ref={heading}>
        {say.title}
      </h3>
      <p>{say.public}</p>
      {of.from < today && <p>{fill(say.past, { day: day(of.from, language) })}</p>}
      {replaces !== undefined && (
        <p>{fill(say.ends, { title: replaces, day: day(dayBefore(of.from), language) })}</p>
      )}
      {of.changes.length > 0 && (
        <>
          <p className="strong">{say.changes}</p>
          <ul>
            {of.changes.map(({ name, what, whom, before, after, afterEnd }) => {
              const [old, next] = [readingText(name, before, say), readingText(name, after, say)]
              const title = isWord(name) ? say[name] : name
              return (
                <li key={name}>
                  <p>
                    {fill(old === next ? say.same : say.change, { name: title, before: old, after: next })}
                  </p>
                  <p className="quiet">
                    <Cited>{what}</Cited> {old !== next && fill(say.whom, { whom })}{' '}
                    {of.until !== null &&
                      fill(say.afterEnd, {
                        day: day(of.until, language),
                        value: readingText(name, afterEnd, say),
                      })}
                  </p>
                </li>
              )
            })}
          </ul>
          <p>{of.firstYear === null ? say.never : fill(say.since, { year: of.firstYear })}</p>
        </>
      )}
      <div className="actions">
        <Button type="primary" loading={isPending} onClick={publish}>
          {say.confirm}
        </Button>
        <Button onClick={back}>{say.back}</Button>
      </div>
    </section>
  )
}
