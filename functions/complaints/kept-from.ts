import type { Actor } from '../organisations/account.ts'
import { type AccountRecord, readAccountRecord, readAccountRecords } from '../organisations/account-record.ts'
import { type Delegation, delegationsTo } from '../organisations/delegation.ts'
import { seatChangesOf } from '../organisations/seat-change.ts'
import { allPages, PAGE } from '../platform/every-page.ts'
import type { OrganisationId, StaffId } from '../platform/ids.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import type { Table } from '../platform/table.ts'
import { nameKey } from '../staff/name-key.ts'
import { recordsOf } from '../staff/one-person.ts'
import { readPerson } from '../staff/person.ts'
import { personChanges } from '../staff/person-change.ts'
import type { Complaint } from './complaint.ts'

/**
 * Whom somebody is, or acts for, as far as it keeps a complaint from them (Art. 36): the bodies that they and those
 * who lent them their tasks sit at or are on the register of, or did, and the names that all of these bear or bore.
 */
export interface Ties extends Known {
  /** The loans by which they hold somebody's tasks, whenever that was, with whom the lender is. */
  readonly loans: readonly (Pick<Delegation, 'createdAt' | 'endsOn' | 'revokedAt'> & Known)[]
}

interface Known {
  /** Each body with the moment until which they belonged to it: `STILL` where they do. */
  readonly bodies: ReadonlyMap<OrganisationId, string>
  readonly names: ReadonlySet<string>
}

/** Later than every moment. */
const STILL = '9999'

/** Words as names are compared: without what stands between their parts. */
const plain = (words: string): string => nameKey(words).replaceAll('·', '')

interface History {
  readonly names: readonly string[]
  readonly bodies: readonly (readonly [OrganisationId, string])[]
}

/** On whose register a record stood until when, and under which names: each change keeps what was before it. */
const historyOfRecord = async (table: Table, staffId: StaffId): Promise<History> => {
  const [person, changes] = await Promise.all([readPerson(table, staffId), personChanges(table, staffId)])
  const states = [
    ...(person === undefined ? [] : [{ ...person, until: STILL }]),
    ...changes.flatMap(({ before, at }) => (before === null ? [] : [{ ...before, until: at }])),
  ]
  return {
    names: states.map(({ name }) => name),
    bodies: states
      .filter(({ onRegister, mergedInto }) => onRegister && mergedInto === undefined)
      .map(({ institutionId, until }) => [institutionId, until] as const),
  }
}

/** At which bodies an account has seats, or had them until when; also one that nobody can sign in to just now. */
const historyOfSeats = async (table: Table, { id, name, roles }: AccountRecord): Promise<History> => {
  const changes = await allPages((cursor) => seatChangesOf(table, id, { limit: PAGE, cursor }))
  return {
    names: [name],
    bodies: [
      ...roles.map(({ organisationId }) => [organisationId, STILL] as const),
      ...changes
        .filter(({ before }) => before !== null)
        .map(({ organisationId, at }) => [organisationId, at] as const),
    ],
  }
}

/** Everything that is on record of where somebody belonged and how they were called, under all records that are theirs. */
const knownAs = async (table: Table, account: AccountRecord): Promise<Known> => {
  const records = account.staffId === undefined ? [] : await recordsOf(table, account.staffId)
  const histories = await Promise.all([
    historyOfSeats(table, account),
    ...records.map((id) => historyOfRecord(table, id)),
  ])
  const bodies = new Map<OrganisationId, string>()
  for (const [id, until] of histories.flatMap((one) => one.bodies))
    if (until > (bodies.get(id) ?? '')) bodies.set(id, until)
  return { bodies, names: new Set(histories.flatMap(({ names }) => names.map(plain))) }
}

/**
 * Somebody's ties, by the account with all its seats (a call leaves an actor only some of them) and by every loan, also
 * one that lends nothing just now: whoever holds another's tasks is that person's delegate.
 */
export const tiesOf = async (table: Table, { id }: Pick<Actor, 'id'>): Promise<Ties> => {
  const [loans, own] = await Promise.all([delegationsTo(table, id), readAccountRecord(table, id)])
  const lenders = await readAccountRecords(table, [...new Set(loans.map(({ from }) => from.id))])
  const known = new Map(
    await mapConcurrently(lenders, 4, async (lender) => [lender.id, await knownAs(table, lender)] as const),
  )
  return {
    ...(own === undefined ? { bodies: new Map(), names: new Set() } : await knownAs(table, own)),
    loans: loans.flatMap(({ from, createdAt, endsOn, revokedAt }) => {
      const lender = known.get(from.id)
      return lender === undefined ? [] : [{ ...lender, createdAt, endsOn, revokedAt }]
    }),
  }
}

/** A name among the words of somebody who complains: with a title, an office or another name beside it, or no dot. */
const isNamedIn = (words: string, name: string): boolean => name !== '' && plain(words).includes(name)

/** A single sign stands in many a text; no name is shorter than two. */
const SHORTEST_NAME = 2

/**
 * Whether words may mean somebody: by a name that they or anyone whose tasks they hold or held ever bore. Of the text of a
 * complaint it is no more than a hint to whoever looks at it, for witnesses stand there too.
 */
export const mayBeMeantIn = (words: string, { names, loans }: Ties): boolean => {
  const text = plain(words)
  return [...names, ...loans.flatMap((lender) => [...lender.names])].some(
    (name) => name.length >= SHORTEST_NAME && text.includes(name),
  )
}

/** Whom a complaint is about, and since when: of a new one, since now. */
export type About = Pick<Complaint, 'bodies' | 'persons' | 'described'> &
  Partial<Pick<Complaint, 'filedAt' | 'namedAt'>>

/** Some of whom a complaint is about, who were named at the same moment. */
interface Named extends Pick<Complaint, 'bodies' | 'persons'> {
  readonly at: string | undefined
}

/** Whom it is about, each with the moment at which they were named: as it was filed, or by the inquiry. */
const namedIn = ({ bodies, persons, described, filedAt, namedAt = {} }: About): Named[] => [
  ...bodies.map((body) => ({ bodies: [body], persons: [], at: namedAt[body.id] ?? filedAt })),
  ...[...persons, described].map((words) => ({
    bodies: [],
    persons: [words],
    at: namedAt[words] ?? filedAt,
  })),
]

/**
 * Whether somebody is who was named: under any name that they ever bore, or by a body that they belong to or belonged to
 * at that moment or since. To leave it, or to be carried to another one, opens nothing.
 */
const isAbout = ({ bodies, persons, at }: Named & { at: string }, known: Known): boolean =>
  bodies.some(({ id }) => (known.bodies.get(id) ?? '') >= at) ||
  persons.some((words) => [...known.names].some((name) => isNamedIn(words, name)))

/**
 * Whether a loan makes somebody the delegate of whoever was named at a moment: it was made before, and not over then. One
 * that is made afterwards is no reason, or whoever is complained of would choose who does not inquire.
 */
const stoodAt = ({ createdAt, endsOn, revokedAt }: Ties['loans'][number], at: string): boolean =>
  createdAt <= at && at.slice(0, 10) <= endsOn && (revokedAt === undefined || at <= revokedAt)

/** Whether a complaint is kept from somebody: it is about them, a body of theirs, or someone they acted for as it came. */
export const isKeptFrom = (about: About, ties: Ties, now: string): boolean =>
  namedIn(about)
    .map((named) => ({ ...named, at: named.at ?? now }))
    .some(
      (named) =>
        isAbout(named, ties) || ties.loans.some((loan) => isAbout(named, loan) && stoodAt(loan, named.at)),
    )

/** An office's name and how people write it: in full, abridged, with or without the region's name. */
const officeKey = (words: string): string =>
  plain(words)
    .replaceAll(/人力资源(?:和)?社会保障/gu, '人社')
    .replaceAll(/内蒙古(?:自治区)?|自治区|内蒙/gu, '')

/** The shortest words that are taken for an office's name: 人社厅, not 厅. */
const SHORTEST_OFFICE = 3

/**
 * Whether an office is complained of in words alone: its name stands in what was written of the body, or that is a part of
 * its name. Better one desk too many that does not see it.
 */
export const isOfficeNamedIn = (described: string, office: string): boolean => {
  const [words, name] = [officeKey(described), officeKey(office)]
  if (name.length < SHORTEST_OFFICE) return false
  return words.includes(name) || (words.length >= SHORTEST_OFFICE && name.includes(words))
}
