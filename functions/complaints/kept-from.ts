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
import { plain } from './plain-words.ts'

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
  /** What people call someone whose name has a dot: 巴特尔 is 阿拉坦·巴特尔. */
  readonly parts: ReadonlySet<string>
}

/** A single sign stands in many a text; no name is shorter than two. */
const SHORTEST_NAME = 2

const PART = /^[\p{Script=Han}\p{Script=Mongolian}]{2,}$/u

/** The parts of a name that has a dot, each of which people call its bearer by. */
const partsOf = (name: string): string[] => {
  const parts = nameKey(name).split('·')
  return parts.length > 1 ? parts.filter((part) => PART.test(part)) : []
}

/** Later than every moment. */
const STILL = '9999'

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
  const names = histories.flatMap((one) => one.names)
  return { bodies, names: new Set(names.map(plain)), parts: new Set(names.flatMap(partsOf)) }
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
    ...(own === undefined
      ? { bodies: new Map(), names: new Set(), parts: new Set() }
      : await knownAs(table, own)),
    loans: loans.flatMap(({ from, createdAt, endsOn, revokedAt }) => {
      const lender = known.get(from.id)
      return lender === undefined ? [] : [{ ...lender, createdAt, endsOn, revokedAt }]
    }),
  }
}

/** A name among the words of somebody who complains: with a title, an office or another name beside it, or no dot. */
const isNamedIn = (words: string, name: string): boolean => name !== '' && plain(words).includes(name)

/** A Chinese name as people leave it: 周科长, 周副主任, 周某, 姓周的. */
const isCalledIn = (text: string, name: string): boolean => {
  if (!/^\p{Script=Han}{2,3}$/u.test(name)) return false
  const surname = name.slice(0, 1)
  return new RegExp(
    `姓${surname}|${surname}(?:某|副?\\p{Script=Han}?长|副?主任|副?书记|主席|老师|经理)`,
    'u',
  ).test(text)
}

/**
 * Whether words may mean somebody: by a name that they or anyone whose tasks they hold or held ever bore, a part of it, or
 * the surname with a title. Of a complaint it is no more than a hint to whoever looks at it, for witnesses stand there too.
 */
export const mayBeMeantIn = (words: string, { loans, ...own }: Ties): boolean => {
  const text = plain(words)
  const known = [own, ...loans]
  return (
    known.some(({ parts }) => [...parts].some((part) => text.includes(part))) ||
    known
      .flatMap(({ names }) => [...names])
      .some((name) => (name.length >= SHORTEST_NAME && text.includes(name)) || isCalledIn(text, name))
  )
}

/** Whom a complaint is about, and since when: of a new one, since now. */
export type About = Pick<Complaint, 'bodies' | 'persons' | 'described'> &
  Partial<Pick<Complaint, 'filedAt' | 'namedAt'>>

/** Some of whom a complaint is about, who were named at the same moment. */
interface Named extends Pick<Complaint, 'bodies' | 'persons' | 'described'> {
  readonly at: string | undefined
}

/** Whom it is about, each with the moment at which they were named: as it was filed, or by the inquiry. */
const namedIn = ({ bodies, persons, described, filedAt, namedAt = {} }: About): Named[] => [
  ...bodies.map((body) => ({
    ...{ bodies: [body], persons: [], described: '' },
    at: namedAt[body.id] ?? filedAt,
  })),
  ...persons.map((one) => ({ bodies: [], persons: [one], described: '', at: namedAt[one] ?? filedAt })),
  { bodies: [], persons: [], described, at: namedAt[described] ?? filedAt },
]

/**
 * Whether somebody is who was named: under any name that they ever bore, or by a body that they belong to or belonged to
 * at that moment or since. To leave it, or to be carried to another one, opens nothing. A part of a name counts where
 * persons are named; what is written of a body may hold it as the body's own.
 */
const isAbout = ({ bodies, persons, described, at }: Named & { at: string }, known: Known): boolean =>
  bodies.some(({ id }) => (known.bodies.get(id) ?? '') >= at) ||
  [...persons, described].some((words) => [...known.names].some((name) => isNamedIn(words, name))) ||
  persons.some((words) => [...known.parts].some((part) => isNamedIn(words, part)))

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
