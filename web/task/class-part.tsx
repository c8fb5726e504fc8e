import { useContext, useEffect, useState } from 'react'
import requestStyles from '../request/request.module.css'
import { get } from '../shared/api/client.ts'
import type { ClassPart as Part } from '../shared/api/types.gen.ts'
import { Cited } from '../shared/cited.tsx'
import { moment } from '../shared/dates.ts'
import { fill } from '../shared/fill.ts'
import { LanguageContext } from '../shared/language-context.ts'
import styles from './task.module.css'

const words = {
  zh: {
    title: '到课情况',
    unread: '没有读到到课情况，请刷新本页后再作决定。',
    text: '按到课的半天计算学时（第39条第1项）；申报内容里的学时是整门课程的，每人的学时见名单。',
    closed: '由{organiser}举办，{name} 于 {at} 结业。',
    name: '姓名、单位',
    there: '到课半天',
    of: '{present} / {all}',
    how: '扫码 {byCode}，登记 {byList}，缺席 {absent}',
    corrected: '更正过 {count} 次',
    result: '考核',
    passed: '合格',
    failed: '不合格',
    open: '打开培训班',
  },
  en: {
    title: 'Who was there',
    unread: 'Attendance could not be read. Reload this page before you decide.',
    text: 'Hours follow from the half-days attended (Art. 39(1)). Those above are of the whole course; each person’s stand in the list.',
    closed: 'Held by {organiser}; closed by {name}, {at}.',
    name: 'Name, institution',
    there: 'Half-days',
    of: '{present} of {all}',
    how: '{byCode} by code, {byList} by list, {absent} absent',
    corrected: 'corrected {count} {count|time|times}',
    result: 'Result',
    passed: 'passed',
    failed: 'failed',
    open: 'Open the class',
  },
} as const

/** What the hours of a class's part rest on: who was at how many half-days, and how that was noted. */
export const PartFacts = ({ of: part }: { readonly of: Part }) => {
  const language = useContext(LanguageContext)
  const say = words[language]
  return (
    <>
      <p className="quiet">
        <Cited>{say.text}</Cited>
      </p>
      <p>
        {fill(say.closed, {
          organiser: part.organiser.name,
          name: part.closedBy,
          at: moment(part.closedAt, language),
        })}
      </p>
      <section className={requestStyles.table} aria-label={say.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say.name}</th>
              <th scope="col">{say.there}</th>
              <th scope="col">{say.result}</th>
            </tr>
          </thead>
          <tbody>
            {part.participants.map(({ staffId, name, institution, corrected, passed, mark, ...one }) => (
              <tr key={staffId}>
                <th scope="row">
                  {name}
                  <div className="quiet">{institution}</div>
                </th>
                <td>
                  {fill(say.of, { present: one.present, all: part.halfDays })}
                  <div className="quiet">
                    {fill(say.how, { byCode: one.byCode, byList: one.byList, absent: one.absent })}
                    {corrected > 0 && ` · ${fill(say.corrected, { count: corrected })}`}
                  </div>
                </td>
                <td>
                  {passed ? say.passed : say.failed} {mark}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p>
        <a className="button" href={`/classes/${encodeURIComponent(part.classId)}`}>
          {say.open}
        </a>
      </p>
    </>
  )
}

/** Beside the task of a class's part. A list that an institution filed itself has none: its proof says who was there. */
export const ClassPart = ({
  id,
  place = '',
}: {
  readonly id: string
  readonly place?: string | undefined
}) => {
  const say = words[useContext(LanguageContext)]
  const [found, setFound] = useState<Part | null | 'unread'>(null)
  useEffect(() => {
    get('/requests/{id}/class', { path: { id } }).then(
      ({ part }) => setFound(part),
      () => setFound('unread'),
    )
  }, [id])
  if (found === null) return null
  return (
    <section className={`${styles.card} ${place}`} aria-labelledby="class-part">
      <h2 id="class-part">{say.title}</h2>
      {found === 'unread' ? <p role="alert">{say.unread}</p> : <PartFacts of={found} />}
    </section>
  )
}
