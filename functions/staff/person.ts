import { createHash } from 'node:crypto'
import * as z from 'zod'
import { AccountId, OrganisationId, RequestId, StaffId } from '../platform/ids.ts'
import { keys, lists, lookups, SHARDS } from '../platform/keys.ts'
import { isNew, type PageRequest, read, readIndex, type Table, type Write } from '../platform/table.ts'
import { LeaveKind, Population, PostChangeKind, PostType } from '../platform/terms.ts'

/** A change of post (Art. 18–21); its id is that of the filing's request. */
export const PostChange = z.object({
  id: RequestId,
  kind: PostChangeKind,
  effectiveOn: z.string(),
  toPostType: PostType.optional(),
  /** The filing was withdrawn or refused. */
  dropped: z.boolean().optional(),
  /**
   * The filing was refused: its training may still be claimed, and a new filing takes the change over (Art.
   * 45).
   */
  refused: z.boolean().optional(),
  /** The request that files it now, where a later filing has taken it over. */
  filing: z.string().optional(),
  /** Approved: the post is held from its own date on. */
  approved: z.boolean().optional(),
})
export type PostChange = z.infer<typeof PostChange>

/** A time on record: from a day to a day, both included; without an end it goes on. */
export const Period = z.object({ from: z.string(), to: z.string().optional() })
export type Period = z.infer<typeof Period>

/** A post by its dates; several at once where a person holds concurrent posts. */
export const Post = Period.extend({ postType: PostType })
export type Post = z.infer<typeof Post>

/** What a discretionary or deemed year may rest on (Art. 39(5)–(6)). */
export const Leave = z.object({ from: z.string(), to: z.string(), kind: LeaveKind })

export const Person = z.object({
  id: StaffId,
  /** The institution's own number of this person, unique there; never an identity number. */
  staffNo: z.string().optional(),
  name: z.string(),
  institutionId: OrganisationId,
  /** The day of the last transfer from another institution. */
  institutionSince: z.string().optional(),
  /** The institution to which the person's own has released them, and which may take them over. */
  releasedTo: z.string().optional(),
  /** A worker of an organ (Art. 47), as the body is; without a word, staff of an institution. */
  population: Population.optional(),
  postType: PostType,
  leader: z.boolean(),
  onRegister: z.boolean(),
  hiredOn: z.string(),
  highLevelTalent: z.boolean(),
  terms: z.array(z.object({ from: z.string(), to: z.string() })),
  postChanges: z.array(PostChange),
  /** The posts by their dates, where the register has them; they take precedence over `postType`. */
  posts: z.array(Post).optional(),
  leaderPeriods: z.array(Period).optional(),
  registerPeriods: z.array(Period).optional(),
  talentPeriods: z.array(Period).optional(),
  /** Staff outside the establishment (总量控制数): inside the register all the same (Art. 7). */
  quotaPeriods: z.array(Period).optional(),
  leaves: z.array(Leave).optional(),
  /** The statutory retirement (Art. 39(6)). */
  retiresOn: z.string().optional(),
  disability: z.boolean().optional(),
  /** The record in which this one was merged: it is closed, and stays (Art. 35). */
  mergedInto: StaffId.optional(),
  /** The records that were merged into this one, and into those. */
  mergedFrom: z.array(StaffId).optional(),
  /** Obligations whose certificate another record of the same person bears: none is issued here. */
  certifiedElsewhere: z.array(z.object({ obligation: z.string(), number: z.string() })).optional(),
  /** The account that is told of this person's matters. */
  accountId: AccountId.optional(),
  /** How often the person's record was changed, the first registration included. */
  version: z.number().int().default(1),
  /** Where the chain of the record's changes ends. */
  chain: z.string().optional(),
})
export type Person = z.infer<typeof Person>

/** The shard that the year's close finds a person in: by the id alone, evenly spread. */
export const shardOf = (staffId: StaffId): number =>
  createHash('sha256').update(staffId).digest().readUInt32BE(0) % SHARDS

export const personItem = (person: Person) => ({
  ...keys.person(person.id),
  ...person,
  // A closed record stands on no register.
  ...(person.mergedInto === undefined && {
    listed: lists.personsOf(person.institutionId),
    listedOrder: person.id,
  }),
  found: lookups.shard(shardOf(person.id)),
  foundOrder: person.id,
})

/** Stores a new person; `person-change.ts` writes what belongs to one. */
export const newPerson = (person: Person): Write => ({ put: personItem(person), sealed: true, when: isNew })

export const readPerson = async (table: Table, id: string): Promise<Person | undefined> => {
  const item = await read(table, keys.person(id))
  return item && Person.parse(item)
}

/** The persons of an institution, by id. */
export const personsOf = async (table: Table, institutionId: OrganisationId, page: PageRequest) => {
  const { items, cursor } = await readIndex(table, 'listed', lists.personsOf(institutionId), page)
  // The index lags: someone who has just left is left out.
  const persons = items.map((item) => Person.parse(item))
  return { items: persons.filter((person) => person.institutionId === institutionId), cursor }
}
