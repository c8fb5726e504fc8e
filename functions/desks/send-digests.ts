import { readDesk } from '../organisations/account.ts'
import { timestamp, today } from '../platform/clock.ts'
import { ConditionFailedError } from '../platform/condition-failed.ts'
import { allPages, PAGE } from '../platform/every-page.ts'
import { toMail } from '../platform/letter.ts'
import { logger } from '../platform/logger.ts'
import { postMail } from '../platform/post-mail.ts'
import { eventually, write } from '../platform/table.ts'
import { addWorkingDays } from '../platform/working-days.ts'
import { halfDayOf } from '../platform/working-hours.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import { dueOn } from '../requests/patience.ts'
import { countTasksDueOn, openTasksDueOn, type Task } from '../requests/task.ts'
import { tasksForEach } from './decidable-by.ts'
import { digestLetter } from './desk-letters.ts'
import { type Digest, digestSent, digestsDue, newDigest } from './digest.ts'

/** While fewer tasks of a day than this wait at a desk, each further one is told at once. */
const AT_ONCE = 20
/** So many tasks of a day are looked through for a letter; the desk's list has the others. */
const LOOKED_THROUGH = 300
/** So many desks are written to in one sweep; the next goes on. */
const A_SWEEP = 200

/**
 * Whether a desk's new task waits for the next digest, which it then asks for: where twenty others of the same working
 * day wait at the desk already. So who keeps up hears of each at once, and nobody gets a mail a claim where many come.
 */
export const isGathered = async (
  { table, clock }: Pick<WritingHost, 'table' | 'clock'>,
  task: Task,
): Promise<boolean> => {
  if ((await countTasksDueOn(eventually(table), task, AT_ONCE + 1)) <= AT_ONCE) return false
  const { from, until } = halfDayOf(clock)
  const { organisationId, role, openedAt } = task
  try {
    await write(table, [newDigest({ organisationId, role, from: openedAt < from ? openedAt : from, until })])
  } catch (error) {
    // Another task of the same half-day has asked for it.
    if (!(error instanceof ConditionFailedError)) throw error
  }
  return true
}

/** The due dates of what may have come to a desk in a digest's time: two at most, of two working days. */
const dueDatesOf = ({ from, until }: Digest): string[] => {
  const of = (moment: string) => dueOn({ now: () => Date.parse(moment) })
  const [first, last] = [of(from), of(until)]
  return [first, ...(first === last ? [] : [addWorkingDays(first, 1)]), last].filter(
    (date, place, all) => all.indexOf(date) === place,
  )
}

/** Writes one letter to each person at a desk about what came there and waits still. */
const tell = async (deps: WritingHost, digest: Digest): Promise<void> => {
  const { organisationId, role, from, until } = digest
  const table = eventually(deps.table)
  const pages = await Promise.all(
    dueDatesOf(digest).map((date) =>
      allPages(
        (cursor) => openTasksDueOn(table, { organisationId, role, dueOn: date }, { limit: PAGE, cursor }),
        LOOKED_THROUGH,
      ),
    ),
  )
  const isLong = pages.some(({ length }) => length >= LOOKED_THROUGH)
  const came = pages.flat().filter(({ openedAt }) => openedAt >= from && openedAt < until)
  const desk = await readDesk(table, organisationId, role, today(deps.clock))
  for (const { actor, tasks } of await tasksForEach(table, came, desk)) {
    if (tasks.length === 0) continue
    const count = `${tasks.length} 件${isLong ? '以上' : ''}`
    const letter = digestLetter(tasks, { count, publicUrl: deps.publicUrl })
    const id = `desk-${role}-${organisationId}-${Date.parse(until)}-${actor.id}`
    await postMail(deps, toMail(letter, id, [actor.email]))
  }
}

/**
 * Tells desks what came in the half-day that is over; answers to how many desks it wrote. A repeat after a crash
 * writes the same messages by the same ids.
 */
export const sendDigests = async (deps: WritingHost): Promise<number> => {
  const due = await digestsDue(deps.table, timestamp(deps.clock), { limit: A_SWEEP })
  let told = 0
  for (const digest of due)
    try {
      await tell(deps, digest)
      await write(deps.table, [digestSent(digest)])
      told += 1
    } catch (error) {
      // One desk that fails, or that another sweep has written to, does not stop the others.
      if (!(error instanceof ConditionFailedError))
        logger.error('A desk could not be told what came.', { organisationId: digest.organisationId, error })
    }
  return told
}
