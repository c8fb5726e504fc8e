import * as z from 'zod'
import { formatDate, parseDate } from '../../rules/calendar.ts'
import { type Edition, edition2024 } from '../../rules/edition.ts'
import { readRecord } from '../../rules/facts.ts'
import { firstNotice } from '../../rules/notices.ts'
import { type Obligation, obligationsOf } from '../../rules/obligations.ts'
import { AccountId, StaffId } from '../platform/ids.ts'
import { keys, WATCH_PARTITIONS, watched } from '../platform/keys.ts'
import {
  isNew,
  type Page,
  type PageRequest,
  read,
  readIndex,
  readPartition,
  type Table,
  type Write,
} from '../platform/table.ts'
import { isTalent } from './dated.ts'
import { factsInForce } from './facts-in-force.ts'
import { shardOf } from './person.ts'
import type { StaffRecord } from './staff-record.ts'

/** A date that the daily job looks at: whose, which obligation, and the next day to look. */
export const Watch = z.object({
  staffId: StaffId,
  obligation: z.string(),
  nextOn: z.string(),
  /** Entries and record version when the watch was opened: tells a watch opened anew from the one before. */
  of: z.number().int(),
})
export type Watch = z.infer<typeof Watch>

/** A notice that was given, once and for ever. An obligation with a new due date gets notices of its own. */
export const GivenNotice = z.object({
  staffId: StaffId,
  obligation: z.string(),
  notice: z.string(),
  /** The due date that the notice counted down to. */
  by: z.string(),
  givenAt: z.string(),
  /** Who gave it, where it was a person and not the daily job. */
  givenBy: AccountId.optional(),
})
export type GivenNotice = z.infer<typeof GivenNotice>

const put = (watch: Watch, when: Write['when']): Write => ({
  put: {
    ...keys.watch(watch.staffId, watch.obligation),
    ...watch,
    swept: watched(shardOf(watch.staffId) % WATCH_PARTITIONS),
    sweptOrder: `${watch.nextOn}#${watch.staffId}#${watch.obligation}`,
  },
  when,
})

/** Opens a watch; opening it again only changes the day to look. */
export const openWatch = (watch: Watch): Write =>
  put(watch, { expression: 'attribute_exists(pk) OR attribute_not_exists(pk)' })

/** Nobody moved the watch or opened it anew since it was read. */
const asRead = ({ nextOn, of }: Watch): Write['when'] => ({
  expression: '#nextOn = :nextOn AND #of = :of',
  names: { '#nextOn': 'nextOn', '#of': 'of' },
  values: { ':nextOn': nextOn, ':of': of },
})

/** Sets the next day to look at a watch. */
export const moveWatch = (watch: Watch, nextOn: string): Write => put({ ...watch, nextOn }, asRead(watch))

/** Removes a watch whose obligation is gone or past. */
export const endWatch = (watch: Watch): Write => ({
  remove: keys.watch(watch.staffId, watch.obligation),
  when: asRead(watch),
})

export const readWatch = async (
  table: Table,
  staffId: StaffId,
  obligation: string,
): Promise<Watch | undefined> => {
  const item = await read(table, keys.watch(staffId, obligation))
  return item && Watch.parse(item)
}

const givenKey = ({ staffId, obligation, notice, by }: Omit<GivenNotice, 'givenAt' | 'givenBy'>) =>
  keys.notice(staffId, obligation, `${by}#${notice}`)

/** Records a notice that was given; fails where it is on record already. */
export const recordNotice = (given: GivenNotice): Write => ({
  put: { ...givenKey(given), ...given },
  when: isNew,
})

export const wasGiven = async (
  table: Table,
  notice: Omit<GivenNotice, 'givenAt' | 'givenBy'>,
): Promise<boolean> => (await read(table, givenKey(notice))) !== undefined

/** The notices that a person was given, in no order. */
export const noticesGiven = async (table: Table, staffId: StaffId): Promise<GivenNotice[]> =>
  (await readPartition(table, keys.person(staffId).pk, 'NOTICE#')).map((item) => GivenNotice.parse(item))

/**
 * The obligations with due dates of their own in a person's record and ledger; none for a leader (Art. 4).
 */
export const obligationsIn = (
  { person, entries }: Pick<StaffRecord, 'person' | 'entries'>,
  edition: Edition = edition2024,
): readonly Obligation[] => {
  const delays = factsInForce(entries).flatMap((fact) =>
    fact.kind === 'delay' ? [{ year: fact.year, approvedOn: fact.approvedOn }] : [],
  )
  const { postType, hiredOn, terms, onRegister, leader, posts } = person
  const highLevelTalent = isTalent(person)
  const postChanges = person.postChanges
    .filter(({ dropped }) => !dropped)
    .map(({ id, kind, effectiveOn }) => ({ id, kind, effectiveOn }))
  if (!onRegister || leader) return []
  const parsed = readRecord(
    {
      year: 2024,
      person: {
        postType,
        hiredOn,
        highLevelTalent,
        terms,
        postChanges,
        ...(posts === undefined ? {} : { posts }),
      },
      delays,
    },
    hiredOn,
  )
  return parsed.ok ? obligationsOf(parsed.facts, edition) : []
}

class DayInvalidError extends Error {
  override name = 'DayInvalidError'
}

/**
 * The watches for a person's due dates from a day on, `YYYY-MM-DD`: for the transaction that registers or
 * changes them, approves a delay or opens a post change. Past dates get none. Opening them again repeats no
 * notice: notices have records of their own.
 */
export const openWatches = (staff: Pick<StaffRecord, 'person' | 'entries'>, day: string): Write[] => {
  const { person, entries } = staff
  const from = parseDate(day)
  if (from === undefined) throw new DayInvalidError(`Not a day: ${day}`)
  return obligationsIn(staff).flatMap((obligation) => {
    const first = firstNotice(obligation, from)
    if (first === undefined) return []
    const of = entries.length + person.version
    return [openWatch({ staffId: person.id, obligation: obligation.name, nextOn: formatDate(first.on), of })]
  })
}

/** A page of what is due in one partition of the watches by the end of a day, the earliest first. */
export const watchesDue = async (
  table: Table,
  partition: number,
  day: string,
  page: PageRequest,
): Promise<{ items: Watch[]; cursor: Page['cursor'] }> => {
  // `~` sorts after every name, so all of the day's watches are included.
  const { items, cursor } = await readIndex(table, 'swept', watched(partition), { ...page, upTo: `${day}~` })
  return { items: items.map((item) => Watch.parse(item)), cursor }
}
