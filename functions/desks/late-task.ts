import type { LateTask, LateTold } from '../../workflows/request-line.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { institutionOf } from '../organisations/organisation-at.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { timestamp, today } from '../platform/clock.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { withActedBefore } from '../requests/acting-desk.ts'
import { answerTokens } from '../requests/answer-tokens.ts'
import { note, SYSTEM } from '../requests/lifecycle.ts'
import { patienceSeconds } from '../requests/patience.ts'
import type { Request } from '../requests/request.ts'
import { advanceAtDesk } from '../requests/stored-request.ts'
import { type Task, taskPlace } from '../requests/task.ts'
import { type FoundActing, findActing } from './find-acting.ts'
import { requireRequest } from './open-task.ts'
import { alarmWaiting, passTask, tellPassed } from './pass-task.ts'
import { type DeskMatter, tellDesk } from './tell-desk.ts'

type Told = Required<Pick<DeskMatter, 'institution'>> & DeskMatter & { readonly found: FoundActing }

/** The authority on whose dashboard a desk stands that was late for the second time: above its line's authority. */
const overdueUnder = async (
  table: Table,
  { authorityId }: Pick<Organisation, 'authorityId'>,
): Promise<string | undefined> =>
  authorityId === undefined ? undefined : (await readOrganisation(table, authorityId))?.overseers[0]

/** A desk that may act is reminded; late for the second time, the authority above sees it. */
const reminded = async (
  { table, clock }: ActingHost,
  request: Request,
  task: Task,
  institution: Organisation,
  { waits, occasion }: { readonly waits: number; readonly occasion: 'late' | 'escalate' },
): Promise<{ request: Request; task: Task }> => {
  const under =
    waits >= 2
      ? await overdueUnder(table, request.type === 'programme_filing' ? request : institution)
      : undefined
  const act = {
    act: occasion === 'late' ? ('remind' as const) : ('escalate' as const),
    stage: task.stage,
    ...(task.line === undefined ? {} : { line: task.line }),
  }
  return {
    request: note(request, act, SYSTEM, timestamp(clock)),
    task: { ...task, ...(under === undefined ? {} : { overdueUnder: under }) },
  }
}

/**
 * A desk let its time pass: it is reminded once, then its head is asked to step in. Its due
 * date stays, and lateness counts from it; the next reminder has a date of its own, the workflow's. Two lines that wait for the same desk make one notice. Where nobody may act there any more, the line goes
 * on without it, or the authority above acts (Art. 38; who decides, 8).
 */
export const lateTask =
  (deps: ActingHost, occasion: 'late' | 'escalate') =>
  async (late: LateTask): Promise<LateTold> => {
    const { table, clock } = deps
    const told = await retryOnConflict(async (): Promise<Told | undefined> => {
      const { request, tasks } = await requireRequest(table, late.requestId, [])
      const found = tasks.find(({ place }) => place === taskPlace(late.round, late.stage, late.line))
      if (found?.status !== 'open') return undefined
      const task = withActedBefore(found, tasks)
      const institution = await institutionOf(table, request.institutionId)
      const looked = await findActing(table, { request, task, institution }, today(clock))
      if (task.lateNotices >= late.waits) return { request, task, institution, found: looked }
      const next =
        looked.acting.acts === 'desk'
          ? await reminded(deps, request, task, institution, { waits: late.waits, occasion })
          : passTask(deps, request, task, looked.acting)
      const after = { ...next.task, lateNotices: late.waits }
      await write(table, advanceAtDesk({ request, task: found }, { request: next.request, task: after }))
      return { request: next.request, task: after, institution, found: looked }
    })
    if (told) await tellLate(deps, told, occasion, late.waits)
    return { patienceSeconds: patienceSeconds(clock) }
  }

const tellLate = async (
  deps: ActingHost,
  { request, task, institution, found: { acting, above } }: Told,
  occasion: 'late' | 'escalate',
  waits: number,
): Promise<void> => {
  switch (acting.acts) {
    case 'desk':
      return tellDesk(deps, { request, task, institution }, occasion, `late-${waits}`)
    case 'next':
      // Its other lines wait at the desk as well, each by a token of its own.
      await answerTokens(deps.workflows, task, patienceSeconds(deps.clock))
      return tellPassed(deps, request, task)
    case 'above':
      await tellDesk(deps, { request, task, institution }, 'acting', `acting-${waits}`)
      return tellPassed(deps, request, task)
    case 'none':
      return alarmWaiting(deps, { request, task, institution, above })
  }
}
