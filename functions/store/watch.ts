import * as z from 'zod'
import { formatDate, parseDate } from '../../rules/calendar.ts'
import { parseFacts } from '../../rules/facts.ts'
import { nextNotice } from '../../rules/notices.ts'
import { type Obligation, obligationsOf } from '../../rules/obligations.ts'
import { factsInForce } from './facts-in-force.ts'
import { keys, WATCH_PARTITIONS, watched } from './keys.ts'
import { shardOf } from './person.ts'
import type { StaffRecord } from './staff-record.ts'
import { isNew, type Page, type PageRequest, read, readIndex, type Table, type Write } from './table.ts'

/** A date that the daily job looks after: whose, which obligation, and the day of its next notice. */
export const Watch = z.object({ staffId: z.string(), obligation: z.string(), nextOn: z.string() })
export type Watch = z.infer<typeof Watch>

/** A notice that was given: once each, for ever. */
export const GivenNotice = z.object({
  staffId: z.string(),
  obligation: z.string(),
  notice: z.string(),
  givenAt: z.string(),
})
export type GivenNotice = z.infer<typeof GivenNotice>

const always = { expression: 'attribute_exists(pk) OR attribute_not_exists(pk)' }

/** Watches a date from now on; put again it only moves the day of the next notice. */
export const putWatch = (watch: Watch): Write => ({
  put: {
    ...keys.watch(watch.staffId, watch.obligation),
    ...watch,
    swept: watched(shardOf(watch.staffId) % WATCH_PARTITIONS),
    sweptOrder: `${watch.nextOn}#${watch.staffId}#${watch.obligation}`,
  },
  when: always,
})

/** The obligation is complete, or gone, or its result has been told. */
export const endWatch = ({ staffId, obligation }: Pick<Watch, 'staffId' | 'obligation'>): Write => ({
  remove: keys.watch(staffId, obligation),
  when: always,
})

/** Records that a notice is given; fails when it was before. */
export const recordNotice = (given: GivenNotice): Write => ({
  put: { ...keys.notice(given.staffId, given.obligation, given.notice), ...given },
  when: isNew,
})

export const wasGiven = async (
  table: Table,
  staffId: string,
  obligation: string,
  notice: string,
): Promise<boolean> => (await read(table, keys.notice(staffId, obligation, notice))) !== undefined

/** What a person's record and ledger ask for by dates of their own. */
export const obligationsIn = ({
  person,
  entries,
}: Pick<StaffRecord, 'person' | 'entries'>): readonly Obligation[] => {
  const delays = factsInForce(entries).flatMap((fact) =>
    fact.kind === 'delay' ? [{ year: fact.year, approvedOn: fact.approvedOn }] : [],
  )
  const { postType, hiredOn, terms, onRegister, leader } = person
  const postChanges = person.postChanges
    .filter(({ dropped }) => !dropped)
    .map(({ id, kind, effectiveOn }) => ({ id, kind, effectiveOn }))
  if (!onRegister || leader) return []
  const parsed = parseFacts(
    { year: 2024, person: { postType, hiredOn, terms, postChanges }, delays },
    hiredOn,
  )
  return parsed.ok ? obligationsOf(parsed.facts) : []
}

class DayInvalid extends Error {
  override name = 'DayInvalid'
}

/**
 * The watches that a person's record asks for from a day on, `YYYY-MM-DD`; for the transaction that registers or
 * changes them, approves a delay or opens a post change. Dates that are over by then need no watch.
 */
export const openWatches = (staff: Pick<StaffRecord, 'person' | 'entries'>, day: string): Write[] => {
  const from = parseDate(day)
  if (from === undefined) throw new DayInvalid(`Not a day: ${day}`)
  return obligationsIn(staff).flatMap((obligation) => {
    const next = nextNotice(obligation, from)
    return next === undefined
      ? []
      : [putWatch({ staffId: staff.person.id, obligation: obligation.name, nextOn: formatDate(next.on) })]
  })
}

/** A page of what is due in one partition of the watches by the end of a day, the earliest first. */
export const watchesDue = async (
  table: Table,
  partition: number,
  day: string,
  page: PageRequest,
): Promise<{ items: Watch[]; cursor: Page['cursor'] }> => {
  // `~` sorts after every character of a name: all of the day's.
  const { items, cursor } = await readIndex(table, 'swept', watched(partition), { ...page, upTo: `${day}~` })
  return { items: items.map((item) => Watch.parse(item)), cursor }
}
