import type { Assessment } from '../../rules/assess.ts'
import { formatDate, parseDate, yearOf } from '../../rules/calendar.ts'
import { type Notice, nextNotice, noticeOn } from '../../rules/notices.ts'
import type { Obligation } from '../../rules/obligations.ts'
import type { DailyProgress } from '../../workflows/daily/contract.ts'
import { timestamp } from '../kit/clock.ts'
import { logger } from '../kit/logger.ts'
import { publicUrl } from '../kit/public-url.ts'
import { noticeLetter } from '../letters/notice-letters.ts'
import { WATCH_PARTITIONS } from '../store/keys.ts'
import { readStaff } from '../store/staff.ts'
import type { StaffRecord } from '../store/staff-record.ts'
import { ConditionFailed, write } from '../store/table.ts'
import {
  endWatch,
  obligationsIn,
  putWatch,
  recordNotice,
  type Watch,
  wasGiven,
  watchesDue,
} from '../store/watch.ts'
import { assessStaff } from './due-obligations.ts'
import { editionFor } from './edition-for.ts'
import type { StepDeps } from './open-task.ts'
import { settleIfDue } from './settle-if-due.ts'
import { tellInstitution } from './tell-institution.ts'
import { tellPerson } from './tell-person.ts'

/** What one round takes at most of each partition, so that it ends well within a function's time. */
const ROUND = 25

/** The year in whose assessment an obligation stands. */
const assessedIn = ({ name, kind, dueOn }: Obligation, day: string): number => {
  if (kind === 'make_up') return Number(name.slice('make_up:'.length))
  return kind === 'term' ? yearOf(dueOn) : Number(day.slice(0, 4))
}

/** Whether an obligation is complete, or was never the person's. */
const isOver = ({ name, kind }: Obligation, assessment: Assessment): boolean => {
  switch (kind) {
    case 'make_up':
      return ['met', 'deemed', 'not_applicable'].includes(assessment.annual.status)
    case 'induction':
      return assessment.induction.status === 'not_applicable' || assessment.induction.completedOn !== null
    case 'transfer':
      return !assessment.transfers.some(
        ({ change, completedOn }) => name === `transfer:${change.id}` && completedOn === null,
      )
    case 'term':
      return !assessment.terms.some(
        ({ term, status }) => name === `term:${formatDate(term.from)}` && status !== 'met',
      )
  }
}

/** Records a notice and gives it. What was given before is not given again, whoever asks. */
const give = async (
  deps: StepDeps,
  { person }: StaffRecord,
  obligation: Obligation,
  notice: Notice,
  assessment: Assessment,
): Promise<void> => {
  if (await wasGiven(deps.table, person.id, obligation.name, notice.name)) return
  const id = `notice-${person.id}-${obligation.name.replace(':', '-')}-${notice.name}`
  const letter = noticeLetter(obligation, notice, assessment, publicUrl())
  // The message has the notice's name: one that is sent again after a crash is the same message.
  await tellPerson(deps, person.id, letter, id)
  if (obligation.kind === 'induction' || obligation.kind === 'transfer')
    await tellInstitution(deps, person.institutionId, letter, `${id}-institution`)
  try {
    await write(deps.table, [
      recordNotice({
        staffId: person.id,
        obligation: obligation.name,
        notice: notice.name,
        givenAt: timestamp(deps.clock),
      }),
    ])
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error
  }
}

/** Looks after one date: tells the person what comes near or what came of it, and when to look again. */
const lookAfter = async (deps: StepDeps, watch: Watch, day: string): Promise<void> => {
  const { table } = deps
  const staff = await readStaff(table, watch.staffId)
  const obligation = staff && obligationsIn(staff).find(({ name }) => name === watch.obligation)
  const date = parseDate(day)
  if (staff === undefined || obligation === undefined || date === undefined)
    return write(table, [endWatch(watch)])
  const year = assessedIn(obligation, day)
  const assessment = assessStaff(staff, year, day, await editionFor(table, year))
  const notice = noticeOn(obligation, date)
  const over = isOver(obligation, assessment)
  if (notice !== undefined && !over) await give(deps, staff, obligation, notice, assessment)
  if (notice?.kind === 'result') {
    // What a closed year says of this person may be another thing from today on.
    const occasion = `${staff.person.id}-${obligation.name.replace(':', '-')}-result`
    await settleIfDue(deps, staff.person.id, occasion)
  }
  const next = over || notice?.kind === 'result' ? undefined : nextNotice(obligation, date + 1)
  await write(table, [
    next === undefined ? endWatch(watch) : putWatch({ ...watch, nextOn: formatDate(next.on) }),
  ])
}

const lookAfterPartition = async (deps: StepDeps, partition: number, day: string): Promise<DailyProgress> => {
  const { items } = await watchesDue(deps.table, partition, day, { limit: ROUND })
  let failed = 0
  for (const watch of items) {
    try {
      await lookAfter(deps, watch, day)
    } catch (error) {
      // One person's fault must not keep the others from being told; tomorrow it is tried again.
      failed += 1
      logger.error('A date could not be looked after.', { obligation: watch.obligation, error })
    }
  }
  // A page of nothing but faults would come again and again.
  return { looked: items.length, more: items.length === ROUND && failed < items.length }
}

/**
 * One round of the morning (Art. 12, 16, 21, 32): looks after the dates that are due by `day`, as many as one
 * round takes. Safe to repeat: each notice is recorded, and the date moves on in the same breath.
 */
export const notifyDue =
  (deps: StepDeps) =>
  async (day: string): Promise<DailyProgress> => {
    const partitions = Array.from({ length: WATCH_PARTITIONS }, (_, partition) =>
      lookAfterPartition(deps, partition, day),
    )
    const done = await Promise.all(partitions)
    return {
      looked: done.reduce((sum, { looked }) => sum + looked, 0),
      more: done.some(({ more }) => more),
    }
  }
