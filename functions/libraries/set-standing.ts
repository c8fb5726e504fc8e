import { libraryArticles } from '../../rules/library-review.ts'
import type { Actor } from '../organisations/account.ts'
import { isRegion } from '../organisations/region.ts'
import { timestamp } from '../platform/clock.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { mailsDue } from '../platform/send-kept.ts'
import { type Write, write } from '../platform/table.ts'
import { keepDue } from '../platform/unsent-mail.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import { isInReview, type LibraryEntry, readEntry, replaceEntry } from './entry.ts'
import { type Lecturer, readLecturers, replaceLecturer } from './lecturer.ts'
import { mailToSubmitter, sent, type Told } from './tell-libraries.ts'
import type { StandingAct } from './terms.ts'

interface Done {
  readonly at: string
  readonly actor: string
  readonly actorName: string
  readonly reason: string
}

/** An entry taken out for good; whoever reviewed it need not go on. */
export const removedEntry = (entry: LibraryEntry, done: Done): LibraryEntry => ({
  ...entry,
  removed: { at: done.at, reason: done.reason },
  acts: [...entry.acts, { ...done, act: 'remove' }],
})

/** A lecturer off the list, with the reason (Art. 31). */
export const lecturerRemoval = (lecturer: Lecturer, { at, actor, reason }: Done): Write =>
  replaceLecturer(lecturer, { ...lecturer, removed: { at, by: actor, reason } })

/** The entry after an act; undefined where it is in no state for it. */
const changed = (entry: LibraryEntry, act: StandingAct, done: Done): LibraryEntry | undefined => {
  const acts = [...entry.acts, { ...done, act }]
  const { suspended, excellent, ...rest } = entry
  const isListed = entry.listing !== undefined
  switch (act) {
    case 'remove':
      return isListed || isInReview(entry) ? removedEntry(entry, done) : undefined
    case 'suspend':
      return isListed && suspended === undefined
        ? { ...entry, suspended: { at: done.at, reason: done.reason }, acts }
        : undefined
    case 'resume':
      return suspended === undefined ? undefined : { ...rest, ...(excellent ? { excellent } : {}), acts }
    case 'mark_excellent':
      return isListed && entry.round.content.kind === 'course' && !excellent
        ? { ...entry, excellent: true, acts }
        : undefined
    case 'unmark_excellent':
      return excellent ? { ...rest, ...(suspended ? { suspended } : {}), acts } : undefined
  }
}

type Refused = 'NOT_FOUND' | 'NOT_ALLOWED' | 'OWN_LIBRARY_ENTRY' | 'WRONG_STATE'

/**
 * What the region does with an entry, at once and with its reason. Nobody marks a course of their own body as excellent.
 * A lecturer who is removed from the library is off the list of those who may teach, too (Art. 31).
 */
export const setStanding =
  (host: WritingHost) =>
  async (
    id: string,
    { act, reason }: { readonly act: StandingAct; readonly reason: string },
    actor: Actor,
  ): Promise<Outcome<LibraryEntry, Refused>> => {
    const { table, clock } = host
    const set = await retryOnConflict(async (): Promise<Outcome<Told, Refused>> => {
      if (!(await isRegion(table, actor))) return refuse('NOT_ALLOWED')
      const before = await readEntry(table, id)
      if (before === undefined) return refuse('NOT_FOUND')
      const { content } = before.round
      const article = libraryArticles[content.kind]
      if (act === 'mark_excellent' && actor.roles.some((seat) => seat.organisationId === before.submittedBy))
        return refuse('OWN_LIBRARY_ENTRY', { article })
      if (before.removed !== undefined) return refuse('WRONG_STATE', { article })
      const done = { at: timestamp(clock), actor: actor.id, actorName: actor.name, reason }
      const after = changed(before, act, done)
      if (after === undefined) return refuse('WRONG_STATE', { article })
      const lecturers =
        act === 'remove' && content.kind === 'lecturer'
          ? await readLecturers(table, [content.lecturerId])
          : []
      const next = { ...after, version: before.version + 1 }
      const due = mailsDue(await mailToSubmitter(host, next), done.at)
      await write(table, [
        replaceEntry(before, after),
        ...keepDue(due),
        ...lecturers.filter(({ removed }) => removed === undefined).map((one) => lecturerRemoval(one, done)),
      ])
      return succeed({ entry: next, due })
    })
    return sent(host, set)
  }
