import { type ReactNode, useContext, useEffect, useState } from 'react'
import { get } from '../shared/api/client.ts'
import type { Programme } from '../shared/api/types.gen.ts'
import { Cited } from '../shared/cited.tsx'
import { day, period } from '../shared/dates.ts'
import { enumerate, fill } from '../shared/fill.ts'
import type { Language } from '../shared/language.ts'
import { LanguageContext } from '../shared/language-context.ts'
import { term } from '../shared/terms.ts'
import { filingWords } from './filing-words.ts'
import styles from './task.module.css'

type Say = Readonly<Record<keyof typeof filingWords.zh, string>>
type Row = readonly [name: string, value: ReactNode]

const useSay = (): { readonly language: Language; readonly say: Say } => {
  const language = useContext(LanguageContext)
  return { language, say: filingWords[language] }
}

const Rows = ({ of }: { readonly of: readonly Row[] }) => (
  <dl className="facts">
    {of.map(([name, value]) =>
      value === null || value === undefined ? null : (
        <div key={name}>
          <dt>
            <Cited>{name}</Cited>
          </dt>
          <dd>
            <Cited>{value}</Cited>
          </dd>
        </div>
      ),
    )}
  </dl>
)

const yuan = (fen: number): string => (fen / 100).toFixed(2)

/** The half-days of a course, both halves of a day as one. */
const daysText = ({ filing }: Programme, course: number, language: Language): string => {
  const halves = Map.groupBy(
    filing.sessions.filter((session) => session.course === course),
    (session) => session.day,
  )
  const texts = [...halves].map(([date, sessions]) => {
    const [one] = sessions
    return `${day(date, language)} ${term('half', sessions.length > 1 ? 'day' : (one?.half ?? ''), language)}`
  })
  return texts.join(language === 'zh' ? '；' : '; ')
}

const Course = ({ of: programme, number }: { readonly of: Programme; readonly number: number }) => {
  const { say, language } = useSay()
  const filed = programme.filing.courses[number]
  const course = programme.courses[number]
  if (filed === undefined || course === undefined) return null
  const { feeFen, mostFen, minutes, kind } = course
  const lecturers = filed.lecturers.map((id) => {
    const one = programme.lecturers.find((lecturer) => lecturer.id === id)
    return one?.removed ? fill(say.removed, { name: one.name }) : (one?.name ?? id)
  })
  return (
    <>
      <h3>{fill(say.course, { number: number + 1, title: course.title })}</h3>
      <p className="quiet">
        {term('subject', course.subject, language)} · {term('category', course.category, language)} ·{' '}
        {term('mode', course.mode, language)}
      </p>
      <Rows
        of={[
          [say.taught, fill(say.minutes, { kind: term('teachingKind', kind, language), minutes })],
          [say.fee, fill(feeFen === 0 ? say.free : say.yuan, { amount: yuan(feeFen), most: yuan(mostFen) })],
          [say.lecturers, lecturers.length === 0 ? say.noLecturers : enumerate(lecturers, language)],
          [
            say.days,
            filed.from === undefined || filed.to === undefined
              ? daysText(programme, number, language)
              : period(filed.from, filed.to, language),
          ],
        ]}
      />
    </>
  )
}

/** Of a filing what its desk decides on (Art. 8): days, place, people, each course with its fee beside the cap and who teaches. */
export const FilingFacts = ({ of: programme }: { readonly of: Programme }) => {
  const { say, language } = useSay()
  const { filing, audience } = programme
  const isPlanned = !('why' in filing.plan)
  return (
    <>
      <Rows
        of={[
          [say.dates, period(programme.firstDay, programme.lastDay, language)],
          [say.place, programme.place],
          [say.capacity, fill(say.people, { count: programme.capacity })],
          [
            say.audience,
            enumerate(
              [
                audience.organisations.length === 0 ? say.everybody : say.within,
                ...audience.postTypes.map((type) => term('postType', type, language)),
                ...(audience.calledUp ? [say.calledUp] : []),
                ...(audience.note === null ? [] : [audience.note]),
              ],
              language,
            ),
          ],
          [say.entrusted, programme.entrusted],
          [
            isPlanned ? say.plan : say.planWhy,
            'why' in filing.plan ? filing.plan.why : `${filing.plan.year} ${filing.plan.item}`,
          ],
          [say.budget, filing.budget],
          [say.task, filing.task],
        ]}
      />
      {filing.courses.map((_, number) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a course has no other name than its place.
        <Course key={number} of={programme} number={number} />
      ))}
    </>
  )
}

/** The filing beside its task. Where it can't be read that is said: nobody decides on what they did not see. */
export const Filing = ({ id }: { readonly id: string }) => {
  const { say } = useSay()
  const [found, setFound] = useState<Programme | 'unread'>()
  useEffect(() => {
    get('/programmes/{id}', { path: { id } }).then(setFound, () => setFound('unread'))
  }, [id])
  return (
    <section className={`${styles.card} ${styles.proofs}`} aria-labelledby="filing">
      <h2 id="filing">{say.title}</h2>
      {found === 'unread' ? <p role="alert">{say.unread}</p> : found && <FilingFacts of={found} />}
      <p>
        <a className="button" href={`/programme/${encodeURIComponent(id)}`}>
          {say.open}
        </a>
      </p>
    </section>
  )
}
