import type { Actor } from '../organisations/account.ts'
import { changeAccount, readAccountRecord } from '../organisations/account-record.ts'
import { followPerson } from '../organisations/follow-person.ts'
import type { RegisterAct } from '../organisations/register-change.ts'
import { timestamp, today } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import type { StaffId } from '../platform/ids.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, type Write, write } from '../platform/table.ts'
import { settleMarked } from '../settlement/settle-if-due.ts'
import { appendEntry, type LedgerEntry, readEntries } from '../staff/ledger.ts'
import { isOnePerson } from '../staff/one-person.ts'
import type { Person } from '../staff/person.ts'
import { changePerson } from '../staff/person-change.ts'
import { putStanding } from '../staff/standing.ts'
import { markUnsettled } from '../staff/unsettled.ts'
import {
  type Both,
  factsToTake,
  findBoth,
  Merge,
  markOf,
  mergeItem,
  openRequestsOf,
  overseenSide,
  putMerge,
} from './merge.ts'
import { closedOf, survivorOf, withFacts } from './merged-records.ts'
import { isReadable } from './view-merge.ts'

/** As many entries as one transaction takes beside what both records and an account need. */
export const ENTRIES_AT_ONCE = 60

type Refused =
  | 'MERGE_BREAKS_LEDGER'
  | 'MERGE_IMPOSSIBLE'
  | 'MERGE_MISSING'
  | 'MERGE_REQUESTS_OPEN'
  | 'NOT_FOUND'
  | 'OWN_RECORD'
  | 'SECOND_PERSON_NEEDED'

/** The account of the closed record goes to the one that stays, where that has none; the person keeps their login. */
const accountMoved = async (
  table: Table,
  person: Person,
  closed: Person,
  { at, by, reason }: RegisterAct,
) => {
  const account =
    closed.accountId === undefined ? undefined : await readAccountRecord(table, closed.accountId)
  if (account === undefined) return []
  const after = { ...account, staffId: person.id, name: person.name, employeeNumber: person.staffNo }
  return changeAccount(account, after, { at, by, reason, what: 'followed' })
}

const occasionOf = (staffId: StaffId, version: number): string => `merge-${staffId}-${version}`

/** The last transaction: what is left of the facts, both records, the account, and that it is done. */
const closing = async (
  table: Table,
  both: Both,
  entries: readonly LedgerEntry[],
  act: Pick<RegisterAct, 'at' | 'by' | 'reason'>,
): Promise<{ writes: Write[]; occasions: readonly (readonly [StaffId, string])[] }> => {
  const { into, from } = both
  const moves = into.staff.person.accountId === undefined && from.staff.person.accountId !== undefined
  const person = survivorOf(both, into.staff.person.accountId ?? from.staff.person.accountId)
  const closed = closedOf(both, !moves)
  const away = { ...act, what: 'merged_away' }
  const occasions = [
    [person.id, occasionOf(person.id, into.staff.person.version + 1)],
    [closed.id, occasionOf(closed.id, from.staff.person.version + 1)],
  ] as const
  return {
    occasions,
    writes: [
      ...entries.slice(into.staff.entries.length).map(appendEntry),
      ...changePerson({ ...into.staff, entries }, person, { ...act, what: 'merged' }),
      ...changePerson(from.staff, closed, away),
      ...(moves
        ? await accountMoved(table, person, from.staff.person, away)
        : await followPerson(table, from.staff.person, closed, away)),
      ...occasions.map(([staffId, occasion]) => markUnsettled({ staffId, occasion, since: act.at })),
    ],
  }
}

/**
 * Merges two records of one person as another of an authority proposed (Art. 35): the one that stays appends what the
 * other states, each entry naming the one that it repeats by its hash; the other is closed and stays as it is. All of it is
 * one transaction, but for ledgers of more than sixty entries, whose first parts go before: a call that is cut off there
 * is repeated by whoever confirms, and takes nothing twice.
 */
export const confirmMerge =
  (host: DecidingHost) =>
  async (into: StaffId, actor: Actor): Promise<Outcome<{ taken: number; leftOut: number }, Refused>> => {
    const { table, clock } = host
    /** Takes one part over; answers how it stands then. */
    const step = () =>
      retryOnConflict(async () => {
        const item = await mergeItem(table, into)
        if (item === undefined)
          return refuse((await overseenSide(table, into, actor)) ? 'MERGE_MISSING' : 'NOT_FOUND')
        const merge = Merge.parse(item)
        const found = await findBoth(table, into, merge.from, actor)
        if (!found.ok) return found
        const both = found.value
        if (merge.status === 'done') return succeed({ merge, isDone: true, occasions: [] })
        if (merge.status === 'proposed') {
          if (await isOnePerson(table, actor, { id: merge.by })) return refuse('SECOND_PERSON_NEEDED')
          if (merge.seen !== markOf(both)) return refuse('MERGE_MISSING')
        }
        const open = await openRequestsOf(table, merge.from)
        if (open > 0) return refuse('MERGE_REQUESTS_OPEN', { details: { open } })
        const facts = factsToTake(both).filter(({ stated }) => !merge.leaveOut.includes(stated.sequence))
        const at = timestamp(clock)
        const confirmedBy = merge.confirmedBy ?? actor.id
        const entries = withFacts(both, facts.slice(0, ENTRIES_AT_ONCE), { at, by: confirmedBy })
        const isLast = facts.length <= ENTRIES_AT_ONCE
        const staff = { ...both.into.staff, entries }
        if (!isReadable({ ...staff, person: survivorOf(both, undefined) }, today(clock)))
          return refuse('MERGE_BREAKS_LEDGER')
        const next: Merge = { ...merge, status: isLast ? 'done' : 'under_way', confirmedBy }
        const closed = isLast
          ? await closing(table, both, entries, { at, by: confirmedBy, reason: merge.reason })
          : {
              writes: [...entries.slice(both.into.staff.entries.length).map(appendEntry), putStanding(staff)],
              occasions: [],
            }
        await write(table, [...closed.writes, putMerge(next, item)])
        return succeed({ merge: next, isDone: isLast, occasions: closed.occasions })
      })
    for (;;) {
      const made = await step()
      if (!made.ok) return made
      const { merge, isDone, occasions } = made.value
      if (!isDone) continue
      for (const [staffId, occasion] of occasions) await settleMarked(host, staffId, occasion)
      return succeed({
        taken: await countTaken(table, merge),
        leftOut: merge.leaveOut.length,
      })
    }
  }

const countTaken = async (table: Table, { into, from }: Merge): Promise<number> => {
  const { entries } = await readEntries(table, into)
  return entries.filter(({ quotes }) => quotes?.staffId === from).length
}
