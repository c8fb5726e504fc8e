import * as z from 'zod'
import { OrganisationId } from '../platform/ids.ts'
import { keys, LIBRARY_REVIEWS, lists, lookups } from '../platform/keys.ts'
import {
  atVersion,
  isNew,
  type PageRequest,
  read,
  readIndex,
  type Table,
  type Write,
} from '../platform/table.ts'
import { Subject } from '../platform/terms.ts'
import { Criterion, LibraryActName, type LibraryState } from './terms.ts'

/** What an entry says, by its kind. */
export const LibraryContent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('lecturer'),
    lecturerId: z.string(),
    name: z.string(),
    field: z.string(),
    /** Where they work, and as what. */
    body: z.string(),
    rank: z.string(),
    courses: z.string(),
    /** The day on which they agreed to be listed. */
    consentedOn: z.string(),
  }),
  z.object({
    kind: z.literal('course'),
    name: z.string(),
    /** Its edition, as its makers name it. */
    edition: z.string(),
    subject: Subject,
    minutes: z.number().int(),
    /** The provider whose platform carries it, where it is online. */
    provider: z.string().optional(),
    outline: z.string(),
  }),
  z.object({
    kind: z.literal('institution'),
    name: z.string(),
    place: z.string(),
    fields: z.string(),
    /** What there is to say to each of the five (Art. 27). */
    criteria: z.record(Criterion, z.string()),
  }),
])
export type LibraryContent = z.infer<typeof LibraryContent>

const Review = z.object({
  by: z.string(),
  byName: z.string(),
  organisationId: OrganisationId,
  organisationName: z.string(),
  approves: z.boolean(),
  reason: z.string(),
  at: z.string(),
})

/** One round of reviews: of a new entry, or of what is to stand from its renewal on. */
const Round = z.object({
  content: LibraryContent,
  submitter: z.string(),
  submitterName: z.string(),
  at: z.string(),
  recommendedBy: OrganisationId.optional(),
  reviews: z.array(Review),
  result: z.enum(['open', 'listed', 'refused']),
})

const Act = z.object({
  at: z.string(),
  actor: z.string(),
  actorName: z.string(),
  act: LibraryActName,
  reason: z.string().optional(),
})
export type LibraryAct = z.infer<typeof Act>

const Closed = z.object({ at: z.string(), reason: z.string() })

/** An entry of a library: what is asked for it, and what holds. */
export const LibraryEntry = z.object({
  id: z.string(),
  submittedBy: OrganisationId,
  submittedByName: z.string(),
  /** The latest round of reviews. */
  round: Round,
  /** What is listed, from a day to a day, both included. */
  listing: z.object({ content: LibraryContent, from: z.string(), until: z.string() }).optional(),
  suspended: Closed.optional(),
  removed: Closed.optional(),
  excellent: z.boolean().optional(),
  acts: z.array(Act),
  version: z.number().int(),
})
export type LibraryEntry = z.infer<typeof LibraryEntry>

/** One lecturer has one entry, whoever proposes them. */
export const entryOfLecturer = (lecturerId: string): string => `b-${lecturerId}`

/** What an entry says: what is listed, else what was asked for. */
export const contentOf = ({ listing, round }: LibraryEntry): LibraryContent =>
  listing?.content ?? round.content

/** Whether somebody has to review it. */
export const isInReview = ({ round, removed }: LibraryEntry): boolean =>
  round.result === 'open' && removed === undefined

/** How an entry stands on a day, `YYYY-MM-DD`. */
export const standsOn = (
  { removed, suspended, listing, round }: Pick<LibraryEntry, 'removed' | 'suspended' | 'listing' | 'round'>,
  day: string,
): LibraryState => {
  if (removed !== undefined) return 'removed'
  if (listing === undefined) return round.result === 'open' ? 'in_review' : 'refused'
  if (suspended !== undefined) return 'suspended'
  return listing.until < day ? 'expired' : 'listed'
}

/** Whether reviews are not to be told of yet: two look at a course apart (Art. 28). */
export const isBlind = ({ round }: LibraryEntry): boolean =>
  round.content.kind === 'course' && round.result === 'open'

/** The acts that may be told of: the reviews of a course when their round is over. */
export const toldActs = (entry: LibraryEntry): LibraryAct[] =>
  entry.acts.filter(
    ({ act, at }) => !(isBlind(entry) && at >= entry.round.at && (act === 'approve' || act === 'disapprove')),
  )

const toItem = (entry: LibraryEntry) => {
  const { name, kind } = contentOf(entry)
  return {
    ...keys.libraryEntry(entry.id),
    ...entry,
    listed: lists.libraryOf(entry.submittedBy),
    listedOrder: `${entry.round.at}#${entry.id}`,
    found: lookups.library(kind),
    foundOrder: `${name}#${entry.id}`,
    ...(isInReview(entry) ? { open: LIBRARY_REVIEWS, openOrder: `${entry.round.at}#${entry.id}` } : {}),
  }
}

export const newEntry = (entry: LibraryEntry): Write => ({ put: toItem(entry), when: isNew })

/** The version is counted here. */
export const replaceEntry = (before: LibraryEntry, after: LibraryEntry): Write => ({
  put: toItem({ ...after, version: before.version + 1 }),
  when: atVersion(before.version),
})

export const readEntry = async (table: Table, id: string): Promise<LibraryEntry | undefined> => {
  const item = await read(table, keys.libraryEntry(id))
  return item && LibraryEntry.parse(item)
}

const entriesOf = async (
  table: Table,
  index: 'listed' | 'found' | 'open',
  value: string,
  page: PageRequest,
) => {
  const { items, cursor } = await readIndex(table, index, value, page)
  return { items: items.map((item) => LibraryEntry.parse(item)), cursor }
}

/** All of a kind, by name: no other order is anybody's (Art. 33). `beginning`: those of a name. */
export const libraryOf = (table: Table, kind: string, page: PageRequest) =>
  entriesOf(table, 'found', lookups.library(kind), page)

/** What an organisation submitted, the latest first. */
export const submittedBy = (table: Table, organisationId: OrganisationId, page: PageRequest) =>
  entriesOf(table, 'listed', lists.libraryOf(organisationId), { ...page, descending: true })

/** What is to be reviewed, the oldest first. */
export const entriesToReview = (table: Table, page: PageRequest) =>
  entriesOf(table, 'open', LIBRARY_REVIEWS, page)
