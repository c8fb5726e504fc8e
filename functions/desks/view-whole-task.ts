import type { Actor } from '../organisations/account.ts'
import { today } from '../platform/clock.ts'
import type { Language } from '../platform/language.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { viewFlag } from '../requests/flag.ts'
import { type Context, contextOf } from '../requests/flags.ts'
import type { RequestRecord } from '../requests/request.ts'
import { type Task, taskId } from '../requests/task.ts'
import { viewRequest } from '../requests/view-request.ts'
import type { WholeTask } from './api.ts'
import { mayTakeBack } from './take-back-decision.ts'
import { mayDecide, viewTask } from './view-task.ts'

const hours = (tenths: { readonly public: number; readonly professional: number }) => ({
  public: tenths.public / 10,
  professional: tenths.professional / 10,
})

/** What a desk should know: of an open task as it is now, of one that is over as it was filed. */
const contextIn = async (
  { table, clock }: RecordsHost,
  { request }: RequestRecord,
  task: Task,
): Promise<Context> =>
  task.status === 'open'
    ? contextOf(table, request, task, today(clock))
    : { flags: request.notices ?? [], soFar: [] }

/** Of a task that is over, the one that waits in its place: the request came back, or went on in another round. */
const waitingFor = ({ request, tasks }: RequestRecord, task: Task, actor: Actor): string | null => {
  if (task.status === 'open') return null
  const later = tasks.find(
    (one) =>
      one.stage === task.stage &&
      one.line === task.line &&
      one.round > task.round &&
      mayDecide(request, one, actor),
  )
  return later === undefined ? null : taskId(later)
}

/** A task with its request, its flags first, and the person's hours so far: all that a desk decides by. */
export const viewWholeTask = async (
  host: RecordsHost,
  record: RequestRecord,
  task: Task,
  actor: Actor,
  language: Language,
): Promise<WholeTask> => {
  const { flags, soFar } = await contextIn(host, record, task)
  const view = await viewRequest(host.table, record, language, today(host.clock))
  const shown = flags.map((flag) => viewFlag(flag, language))
  return {
    ...viewTask(record.request, task, actor, host.clock),
    flags: shown,
    hoursSoFar: soFar.map(({ year, publicTenths, professionalTenths, missing }) => ({
      year,
      ...hours({ public: publicTenths, professional: professionalTenths }),
      missing: hours(missing),
    })),
    opinions: (task.opinions ?? []).map(({ question = null, given = null, ...opinion }) => ({
      ...opinion,
      question,
      given,
    })),
    mayTakeBack: mayTakeBack(record, task, actor),
    waiting: waitingFor(record, task, actor),
    request: {
      ...view,
      notices: [
        ...shown.map(({ text }) => text),
        ...[...view.passedOver, ...view.acting].map(({ text }) => text),
      ],
    },
  }
}
