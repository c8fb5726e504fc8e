import type { Text } from '../platform/language.ts'
import type { EnrolledBy } from './enrolment.ts'
import { hintWords } from './words.ts'

/** What of a class matters to somebody who has others. */
export interface Offered {
  readonly id: string
  readonly title: string
  readonly organiserId: string
  readonly firstDay: string
  readonly sessions: readonly { readonly day: string; readonly half: string }[]
  readonly courses: readonly { readonly title: string }[]
}

/** What somebody has besides. */
export interface Besides {
  readonly classes: readonly (Offered & { readonly by: EnrolledBy })[]
  readonly leaves: readonly { readonly from: string; readonly to: string }[]
  /** Titles of what they had recognised, or have at a desk, with the training's last day. */
  readonly taken: readonly { readonly title: string; readonly to: string }[]
}

export interface Hint {
  readonly code: 'DAYS_TAKEN' | 'ON_LEAVE' | 'SAME_COURSE' | 'CALLED_TWICE'
  readonly article: '29'
  readonly text: Text
}

/** How long ago the same course is worth a word, in years [R]. */
export const SAME_COURSE_YEARS = 3

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase()

const yearsBefore = (day: string, years: number): string =>
  `${Number(day.slice(0, 4)) - years}${day.slice(4)}`

/**
 * What somebody should know before they are enrolled (Art. 29): the same days taken, the same course not long ago, a
 * second organiser calling in the same month. Hints, never bars.
 */
export const hintsFor = (offered: Offered, by: EnrolledBy, { classes, leaves, taken }: Besides): Hint[] => {
  const others = classes.filter(({ id }) => id !== offered.id)
  const halves = new Set(offered.sessions.map(({ day, half }) => `${day}.${half}`))
  const hint = (code: Hint['code'], text: Text): Hint => ({ code, article: '29', text })
  const sameDays = others.flatMap(({ title, sessions }) => {
    const shared = sessions.find(({ day, half }) => halves.has(`${day}.${half}`))
    return shared === undefined ? [] : [hint('DAYS_TAKEN', hintWords.daysTaken(shared.day, title))]
  })
  const away = leaves
    .filter(({ from, to }) => offered.sessions.some(({ day }) => from <= day && day <= to))
    .map(({ from, to }) => hint('ON_LEAVE', hintWords.onLeave(from, to)))
  const titles = [offered.title, ...offered.courses.map(({ title }) => title)].map(plain)
  const since = yearsBefore(offered.firstDay, SAME_COURSE_YEARS)
  const same = taken
    .filter(({ title, to }) => titles.includes(plain(title)) && to >= since && to < offered.firstDay)
    .map(({ title, to }) => hint('SAME_COURSE', hintWords.sameCourse(title, to, SAME_COURSE_YEARS)))
  const month = offered.firstDay.slice(0, 7)
  const [called] = others.filter(
    (one) =>
      one.by === 'organiser' && one.organiserId !== offered.organiserId && one.firstDay.slice(0, 7) === month,
  )
  return [
    ...sameDays,
    ...away,
    ...same,
    ...(by === 'organiser' && called !== undefined
      ? [hint('CALLED_TWICE', hintWords.calledTwice(called.title))]
      : []),
  ]
}
