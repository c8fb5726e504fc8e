import { MetricUnit } from '@aws-lambda-powertools/metrics'
import type { Assessment } from '../../rules/assess.ts'
import { type CalendarDate, formatDate, nextDay, parseDate } from '../../rules/calendar.ts'
import { edition2024 } from '../../rules/edition.ts'
import { type Notice, nextNotice, noticeOn } from '../../rules/notices.ts'
import type { Obligation } from '../../rules/obligations.ts'
import { owingOf } from '../../rules/owing.ts'
import type { DailyProgress } from '../../workflows/daily/contract.ts'
import { tellInstitution } from '../certificates/tell-institution.ts'
import { lookAtHold } from '../outcomes/held-changes.ts'
import { refuseChange } from '../outcomes/record-outcome.ts'
import { comeIntoForce } from '../persons/come-into-force.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { timestamp } from '../platform/clock.ts'
import { WATCH_PARTITIONS } from '../platform/keys.ts'
import { logger } from '../platform/logger.ts'
import { metrics } from '../platform/metrics.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { type EditionOf, editionsFor } from '../registers/edition-for.ts'
import { settleIfDue } from '../settlement/settle-if-due.ts'
import { settling } from '../settlement/settling.ts'
import { assessStaff } from '../staff/due-obligations.ts'
import { dayAfter, heldFiling, isDay } from '../staff/held-watch.ts'
import { readStaff } from '../staff/staff.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { tellPerson } from '../staff/tell-person.ts'
import {
  endWatch,
  moveWatch,
  obligationsIn,
  readWatch,
  recordNotice,
  type Watch,
  wasGiven,
  watchesDue,
} from '../staff/watch.ts'
import { noticeDeskLetter, noticeLetter } from './notice-letters.ts'

/** What a morning's work needs: its day, and the rules of each year. */
interface Morning extends ActingHost {
  readonly day: string
  readonly date: CalendarDate
  readonly editionOf: EditionOf
}

/** An obligation of a person, as it stands on a day. */
interface Standing {
  readonly staff: StaffRecord
  readonly obligation: Obligation
  readonly assessment: Assessment
}

const standingOf = ({ day, editionOf }: Morning, staff: StaffRecord, name: string): Standing | undefined => {
  const named = (edition = edition2024) => obligationsIn(staff, edition).find((one) => one.name === name)
  const year = named()?.year
  if (year === undefined) return undefined
  // The rules of the obligation's own year give its due date.
  const edition = editionOf(year)
  const obligation = named(edition)
  return obligation && { staff, obligation, assessment: assessStaff(staff, year, day, editionOf) }
}

/**
 * Tells the person and, of an induction or a transfer, those who register for the institution; then records
 * the notice. A crash before the record sends the message again under the same id.
 */
const give = async (morning: Morning, standing: Standing, notice: Notice): Promise<void> => {
  const { person } = standing.staff
  const { name, kind } = standing.obligation
  const by = formatDate(notice.by)
  const known = { staffId: person.id, obligation: name, notice: notice.name, by }
  if (await wasGiven(morning.table, known)) return
  const id = `notice-${person.id}-${name.replace(':', '-')}-${by}-${notice.name}`
  await tellPerson(morning, person.id, noticeLetter(standing, notice, morning.publicUrl), id)
  if (kind === 'induction' || kind === 'transfer') {
    const letter = noticeDeskLetter(standing, notice, person.name, morning.publicUrl)
    await tellInstitution(morning, person.institutionId, letter, `${id}-institution`)
  }
  await write(morning.table, [recordNotice({ ...known, givenAt: timestamp(morning.clock) })])
}

/**
 * Moves the watch to its next notice, or ends it after the result. A complete obligation is watched too: a
 * correction may undo it.
 */
const movedOn = (watch: Watch, { obligation }: Standing, date: CalendarDate) => {
  const next = nextNotice(obligation, nextDay(date))
  return next === undefined ? endWatch(watch) : moveWatch(watch, formatDate(next.on))
}

/**
 * Looks at a watch that is no obligation: a filing on hold, or a day on which a change comes into force.
 * False: it is an obligation.
 */
const lookApart = async (morning: Morning, watch: Watch): Promise<boolean> => {
  const { table, day } = morning
  const filing = heldFiling(watch.obligation)
  if (filing !== undefined) {
    const waits = await lookAtHold(morning, filing, refuseChange(settling(morning)))
    await write(table, [waits ? moveWatch(watch, dayAfter(day)) : endWatch(watch)])
    return true
  }
  if (!isDay(watch.obligation)) return false
  await comeIntoForce(morning, watch.staffId)
  await write(table, [endWatch(watch)])
  return true
}

/**
 * Looks at one watch: gives the notice of the day, settles the person after a result, and moves the watch on.
 */
const lookAfter = async (morning: Morning, found: Watch): Promise<void> => {
  const { table, day, date } = morning
  const watch = await readWatch(table, found.staffId, found.obligation)
  // Someone moved or ended it since the page was read.
  if (watch === undefined || watch.nextOn > day) return
  if (await lookApart(morning, watch)) return
  const staff = await readStaff(table, watch.staffId)
  const standing = staff && standingOf(morning, staff, watch.obligation)
  if (standing === undefined) return write(table, [endWatch(watch)])
  const { obligation, assessment } = standing
  const notice = noticeOn(obligation, date)
  const owing = owingOf(obligation, assessment)
  if (notice && owing === (notice.kind === 'result' ? 'overdue' : 'open'))
    await give(morning, standing, notice)
  // Art. 32, 39(5): from today a closed year that was deferred or inducting is met, overdue or short.
  if (notice?.kind === 'result' && (obligation.kind === 'make_up' || obligation.kind === 'induction'))
    await settleIfDue(morning, watch.staffId, `${watch.staffId}-result-${obligation.year}-${day}`)
  await write(table, [movedOn(watch, standing, date)])
}

const PAGE = 25

const lookAfterPartition = async (
  morning: Morning,
  partition: number,
  until: number,
): Promise<DailyProgress> => {
  let looked = 0
  let cursor: string | undefined
  do {
    const page = await watchesDue(morning.table, partition, morning.day, { limit: PAGE, cursor })
    for (const watch of page.items)
      try {
        await retryOnConflict(() => lookAfter(morning, watch))
        looked += 1
      } catch (error) {
        // One failing person does not stop the others; the watch stays due, so tomorrow tries again.
        const { staffId, obligation } = watch
        logger.error('A date could not be looked after.', { staffId, obligation, error })
        metrics.addMetric('Faults', MetricUnit.Count, 1)
      }
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined && morning.clock.now() < until)
  // Failed watches stay due and would be found again: a round that looked at nothing else ends the work.
  return { looked, more: cursor !== undefined && looked > 0 }
}

/** A round ends well within the time of a function. */
const ROUND_MILLISECONDS = 120_000

class DayInvalidError extends Error {
  override name = 'DayInvalidError'
}

/**
 * One round of the morning (Art. 12, 16, 21, 32): looks at the watches due by `day`, `YYYY-MM-DD`, as many as
 * fit into `milliseconds`. Safe to repeat and to interrupt: each notice is given once.
 */
export const notifyDue =
  (deps: ActingHost, milliseconds = ROUND_MILLISECONDS) =>
  async (day: string): Promise<DailyProgress> => {
    const date = parseDate(day)
    if (date === undefined) throw new DayInvalidError(`Not a day: ${day}`)
    const morning: Morning = {
      ...deps,
      day,
      date,
      editionOf: await editionsFor(deps.table, Number(day.slice(0, 4))),
    }
    const until = deps.clock.now() + milliseconds
    const partitions = Array.from({ length: WATCH_PARTITIONS }, (_, partition) => partition)
    const done = await Promise.all(partitions.map((one) => lookAfterPartition(morning, one, until)))
    return {
      looked: done.reduce((sum, { looked }) => sum + looked, 0),
      more: done.some(({ more }) => more),
    }
  }
