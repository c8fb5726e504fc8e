import { contentOf, libraryOf, readEntry, standsOn } from '../libraries/entry.ts'
import { allPages } from '../platform/every-page.ts'
import type { Table } from '../platform/table.ts'
import { isSameName } from '../staff/name-key.ts'
import type { FilingBody } from './api.ts'

/** The days on which a course of a filing is held: the first and the last. */
const daysOf = ({ courses, sessions }: FilingBody, index: number): string[] => {
  const { from, to } = courses[index] ?? {}
  return [
    ...sessions.filter(({ course }) => course === index).map(({ day }) => day),
    from ?? [],
    to ?? [],
  ].flat()
}

/** Of each course that names one of the library's: whether that is listed on all its days, with its subject (Art. 28). */
export const areListed = (table: Table, body: FilingBody): Promise<(boolean | undefined)[]> =>
  Promise.all(
    body.courses.map(async ({ listed, subject }, index) => {
      if (listed === undefined) return undefined
      const entry = await readEntry(table, listed)
      const content = entry?.listing?.content
      if (entry === undefined || content?.kind !== 'course') return false
      return (
        content.subject === subject && daysOf(body, index).every((day) => standsOn(entry, day) === 'listed')
      )
    }),
  )

/**
 * Whether an institution of this name was suspended or taken off the list and no other entry lists it (Art. 27). Whoever
 * was never on the list may be entrusted all the same: organisers choose freely (Art. 33). Names are compared as people
 * read them, so that a space makes no other institution: the library is read whole, some hundred entries.
 */
export const isOffTheList = async (table: Table, name: string, day: string): Promise<boolean> => {
  const entries = await allPages((cursor) => libraryOf(table, 'institution', { limit: 100, cursor }))
  const states = entries
    .filter((entry) => isSameName(contentOf(entry).name, name))
    .map((entry) => standsOn(entry, day))
  return !states.includes('listed') && states.some((state) => state === 'suspended' || state === 'removed')
}
