import { type Reviewer, reviewTurn } from '../../rules/library-review.ts'
import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { oversees } from '../organisations/visibility.ts'
import { reachOf } from '../platform/callers.ts'
import { today } from '../platform/clock.ts'
import { fullPage } from '../platform/full-page.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, type RefusalCode, refuse, succeed } from '../platform/refusals.ts'
import { eventually, type PageRequest, type Table } from '../platform/table.ts'
import type { LibraryBody, LibraryEntryView, LibraryRow, PublicLibraryEntry } from './api.ts'
import {
  contentOf,
  entriesToReview,
  isBlind,
  isInReview,
  type LibraryContent,
  type LibraryEntry,
  libraryOf,
  readEntry,
  standsOn,
  submittedBy,
  toldActs,
} from './entry.ts'
import { askedOf, reviewerOf } from './review-entry.ts'
import type { LibraryKind } from './terms.ts'
import { type Upheld, upheldOf } from './upheld.ts'

/** Minutes of a class period (Art. 26). */
const PERIOD = 45

/** What everybody may read of an entry: never a telephone, a number or a fee, which no library holds. */
const publicDetails = (content: LibraryContent): PublicLibraryEntry['details'] => {
  switch (content.kind) {
    case 'lecturer': {
      const { field, body, rank, courses } = content
      return { field, body, rank, courses }
    }
    case 'course': {
      const { edition, subject, minutes, provider } = content
      const periods = Math.floor(minutes / PERIOD)
      return { edition, subject, minutes, periods, ...(provider === undefined ? {} : { provider }) }
    }
    case 'institution': {
      const { place, fields } = content
      return { place, fields }
    }
  }
}

/** What a library lists today, by name, with the complaints about its bodies that were upheld (Art. 27, 36). */
export const viewLibrary = async (
  { table, clock }: RecordsHost,
  kind: LibraryKind,
  page: PageRequest,
): Promise<{ items: PublicLibraryEntry[]; cursor: string | null }> => {
  const upheld = await upheldOf(table)
  return fullPage(page, async (part) => {
    const { items, cursor } = await libraryOf(eventually(table), kind, part)
    return {
      cursor,
      items: items.flatMap((entry) =>
        entry.listing === undefined || standsOn(entry, today(clock)) !== 'listed'
          ? []
          : [
              {
                ...{ id: entry.id, kind, name: entry.listing.content.name },
                ...{
                  from: entry.listing.from,
                  until: entry.listing.until,
                  excellent: entry.excellent ?? false,
                },
                details: publicDetails(entry.listing.content),
                upheld: upheld(entry),
              },
            ],
      ),
    }
  })
}

/** An entry in a list; `reviewer`: who looks at it, where they may review. */
export const rowOf = (entry: LibraryEntry, day: string, reviewer: Reviewer): LibraryRow => {
  const { kind, name } = contentOf(entry)
  const inReview = isInReview(entry)
  return {
    ...{ id: entry.id, kind, name, state: standsOn(entry, day), inReview },
    submittedBy: { id: entry.submittedBy, name: entry.submittedByName },
    submittedAt: entry.round.at,
    until: entry.listing?.until ?? null,
    reviews: entry.round.reviews.length,
    mine: inReview && 'as' in reviewTurn(askedOf(entry), entry.round.reviews, reviewer),
  }
}

const bodyOf = (content: LibraryContent): LibraryBody => {
  if (content.kind !== 'lecturer') return content
  const { name: _, field: __, ...body } = content
  return body
}

/** What was said in the round: of a course still in review, only what one's own body said. */
const givenTo = (entry: LibraryEntry, { authorities }: Reviewer): LibraryEntryView['given'] => {
  const isHiddenFrom = isBlind(entry)
  return entry.round.reviews.map(({ organisationId, organisationName, at, approves, reason }) => {
    const isHidden = isHiddenFrom && !authorities.includes(organisationId)
    return {
      ...{ organisation: organisationName, at },
      approves: isHidden ? null : approves,
      reason: isHidden ? null : reason,
    }
  })
}

const viewOf = (
  entry: LibraryEntry,
  day: string,
  reviewer: Reviewer,
  upheld: readonly Upheld[],
): LibraryEntryView => ({
  ...rowOf(entry, day, reviewer),
  from: entry.listing?.from ?? null,
  excellent: entry.excellent ?? false,
  listed: entry.listing === undefined ? null : bodyOf(entry.listing.content),
  asked: bodyOf(entry.round.content),
  result: entry.round.result,
  given: givenTo(entry, reviewer),
  closed: entry.removed ?? entry.suspended ?? null,
  upheld: [...upheld],
  version: entry.version,
  acts: toldActs(entry).map(({ at, actorName, act, reason }) => ({
    at,
    actorName,
    act,
    reason: reason ?? null,
  })),
})

/** Whether somebody sees what a body submitted: its own people and those above, and every personnel authority. */
const seesEntry = (actor: Actor, body: Organisation): boolean => {
  const { within = {} } = actor
  return actor.roles.some((seat) => reachOf(within, seat).includes('any')) || oversees(actor, body)
}

/** The entry itself, for those who may see it. */
export const findEntry = async (
  table: Table,
  id: string,
  actor: Actor,
): Promise<Outcome<LibraryEntry, 'NOT_FOUND'>> => {
  const entry = await readEntry(table, id)
  const body = entry && (await readOrganisation(table, entry.submittedBy))
  return entry === undefined || body === undefined || !seesEntry(actor, body)
    ? refuse('NOT_FOUND')
    : succeed(entry)
}

/** An entry for those who may see it: its own body and those above, and every personnel authority. */
export const viewEntry = async (
  { table, clock }: RecordsHost,
  id: string,
  actor: Actor,
): Promise<Outcome<LibraryEntryView, 'NOT_FOUND'>> => {
  const found = await findEntry(table, id, actor)
  if (!found.ok) return found
  const entry = found.value
  const [reviewer, upheld] = await Promise.all([reviewerOf(table, actor), upheldOf(table)])
  return succeed(viewOf(entry, today(clock), reviewer, upheld(entry)))
}

/** What an organisation submitted, for those who see it. */
export const listSubmitted = async (
  { table, clock }: RecordsHost,
  organisationId: string,
  page: PageRequest,
  actor: Actor,
): Promise<Outcome<{ items: LibraryRow[]; cursor: string | null }, 'NOT_FOUND'>> => {
  const body = await readOrganisation(table, organisationId)
  if (body === undefined || !oversees(actor, body)) return refuse('NOT_FOUND')
  const [{ items, cursor }, reviewer] = await Promise.all([
    submittedBy(eventually(table), body.id, page),
    reviewerOf(table, actor),
  ])
  return succeed({ items: items.map((entry) => rowOf(entry, today(clock), reviewer)), cursor })
}

/** What is to be reviewed, for a personnel authority. */
export const listReviews = async ({ table, clock }: RecordsHost, page: PageRequest, actor: Actor) => {
  const [{ items, cursor }, reviewer] = await Promise.all([
    entriesToReview(eventually(table), page),
    reviewerOf(table, actor),
  ])
  return { items: items.map((entry) => rowOf(entry, today(clock), reviewer)), cursor }
}

/** An entry as a list shows it, where an act on it was done. */
export const shownTo = async <Code extends RefusalCode>(
  { table, clock }: RecordsHost,
  actor: Actor,
  done: Outcome<LibraryEntry, Code>,
): Promise<Outcome<LibraryRow, Code>> =>
  done.ok ? succeed(rowOf(done.value, today(clock), await reviewerOf(table, actor))) : done
