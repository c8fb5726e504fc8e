import type { AcceptUnanswered, Unanswered } from '../../workflows/programme-filing/contract.ts'
import { findActing } from '../desks/find-acting.ts'
import { institutionOf } from '../organisations/organisation-at.ts'
import { timestamp, today } from '../platform/clock.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { addWorkingDays } from '../platform/working-days.ts'
import { parametersOn, readParameters } from '../registers/parameters.ts'
import { withActedBefore } from '../requests/acting-desk.ts'
import { decide, SYSTEM } from '../requests/lifecycle.ts'
import { advanceAtDesk } from '../requests/stored-request.ts'
import { taskPlace } from '../requests/task.ts'
import { requireFiling } from './follow-filing.ts'
import { removedLecturers } from './lecturers-fit.ts'
import { unansweredReason } from './words.ts'

/**
 * [R] A filing that nobody answered for as many working days as the reading in force says counts as accepted, and says so. Not where nobody might have
 * answered: an organiser that is its own only desk would accept itself.
 */
export const acceptUnanswered =
  ({ table, clock }: RecordsHost) =>
  async ({ requestId, round, stage, line }: AcceptUnanswered): Promise<Unanswered> =>
    retryOnConflict(async () => {
      const { request, tasks, programme } = await requireFiling(table, requestId)
      const found = tasks.find(({ place }) => place === taskPlace(round, stage, line))
      // Somebody decided, or the submitter withdrew, a moment ago.
      if (found?.status !== 'open') return { accepted: found?.decided?.by === SYSTEM.id }
      const opened = found.openedAt.slice(0, 10)
      const { filingWorkingDays } = parametersOn(await readParameters(table), opened).readings
      const last = addWorkingDays(opened, filingWorkingDays)
      if (today(clock) <= last) return { accepted: false }
      const task = withActedBefore(found, tasks)
      // A person looks at what silence would let through (Art. 31).
      if ((await removedLecturers(table, programme, today(clock))).length > 0) return { accepted: false }
      const institution = await institutionOf(table, request.institutionId)
      const { acting } = await findActing(table, { request, task, tasks, institution }, today(clock))
      if (acting.acts !== 'desk') return { accepted: false }
      const verdict = { decision: 'approve', reason: unansweredReason(filingWorkingDays) } as const
      const after = decide(request, found, verdict, SYSTEM, timestamp(clock))
      await write(table, advanceAtDesk({ request, task: found }, after))
      return { accepted: true }
    })
