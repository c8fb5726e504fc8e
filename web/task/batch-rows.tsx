import { useContext, useEffect, useState } from 'react'
import requestStyles from '../request/request.module.css'
import { get } from '../shared/api/client.ts'
import type { FeedRowAtDesk } from '../shared/api/types.gen.ts'
import { period } from '../shared/dates.ts'
import { fill } from '../shared/fill.ts'
import { LanguageContext } from '../shared/language-context.ts'
import { term } from '../shared/terms.ts'
import styles from './task.module.css'

const words = {
  zh: {
    title: '学习记录',
    unread: '没有读到学习记录，请刷新本页后再作决定。',
    count: '{rows} 条学习记录，{people} 人。',
    more: '先列出 {rows} 条（{people} 人），另有更多。',
    name: '姓名',
    course: '课程',
    hours: '学时',
  },
  en: {
    title: 'Records',
    unread: 'The records could not be read. Reload this page before you decide.',
    count: 'Records: {rows}; people: {people}.',
    more: 'The first {rows} (people: {people}); there are more.',
    name: 'Name',
    course: 'Course',
    hours: 'Hours',
  },
} as const

interface Page {
  readonly items: readonly FeedRowAtDesk[]
  readonly cursor: string | null
}

/** Of a day's online hours whose they are, of what, and how many: the first of them. */
export const RowsFound = ({ of: { items, cursor } }: { readonly of: Page }) => {
  const language = useContext(LanguageContext)
  const say = words[language]
  const people = new Set(items.map(({ staffId, staffNo }) => staffId ?? staffNo)).size
  return (
    <>
      <p>{fill(cursor === null ? say.count : say.more, { rows: items.length, people })}</p>
      <section className={requestStyles.table} aria-label={say.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say.name}</th>
              <th scope="col">{say.course}</th>
              <th scope="col" className="amount">
                {say.hours}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ provider, recordNo, name, course, subject, from, to, hours }) => (
              <tr key={`${provider} ${recordNo}`}>
                <th scope="row">{name}</th>
                <td>
                  {course}
                  <div className="quiet">
                    {term('subject', subject, language)} · {period(from, to, language)}
                  </div>
                </td>
                <td className="amount">{hours}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

/** Beside the task of a day's online hours (Art. 41). */
export const BatchRows = ({ id }: { readonly id: string }) => {
  const say = words[useContext(LanguageContext)]
  const [found, setFound] = useState<Page | 'unread'>()
  useEffect(() => {
    get('/requests/{id}/completions', { path: { id } }).then(setFound, () => setFound('unread'))
  }, [id])
  return (
    <section className={`${styles.card} ${styles.proofs}`} aria-labelledby="batch-rows">
      <h2 id="batch-rows">{say.title}</h2>
      {found === 'unread' ? <p role="alert">{say.unread}</p> : found && <RowsFound of={found} />}
    </section>
  )
}
