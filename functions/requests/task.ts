import * as z from 'zod'
import { type AccountId, OrganisationId, RequestId } from '../platform/ids.ts'
import { AWAITING, keys, lists, lookups } from '../platform/keys.ts'
import {
  atVersion,
  type Item,
  isNew,
  type PageRequest,
  readIndex,
  readIndexPage,
  type Table,
  type Write,
} from '../platform/table.ts'
import {
  Decision,
  RequestType,
  Role,
  Scope,
  Stage,
  TaskStatus,
  WhyActing,
  WhyNobody,
} from '../platform/terms.ts'
import { Act } from './act.ts'
import { inForm, REQUEST_FORM } from './form.ts'

/** An opinion that a colleague was asked for (加签); it decides nothing. */
export const Opinion = z.object({
  of: z.object({ id: z.string(), name: z.string() }),
  by: z.object({ id: z.string(), name: z.string() }),
  at: z.string(),
  question: z.string().optional(),
  given: z.object({ at: z.string(), text: z.string() }).optional(),
})
export type Opinion = z.infer<typeof Opinion>

/**
 * What one desk has to decide. It belongs to a role at an organisation, never to a name: who may decide is
 * resolved when they decide. The tokens of the executions that wait for it never leave the server.
 */
export const Task = z.object({
  requestId: RequestId,
  /** `{round}.{stage}`, or `{round}.{line}.{stage}` where one line alone is decided. */
  place: z.string(),
  type: RequestType,
  stage: Stage,
  line: z.number().int().optional(),
  round: z.number().int(),
  organisationId: OrganisationId,
  role: Role,
  openedAt: z.string(),
  dueOn: z.string(),
  status: TaskStatus,
  /** Whom a colleague at the desk has handed the task to (转办); it binds while they sit there. */
  assignee: z.object({ id: z.string(), name: z.string() }).optional(),
  decided: z
    .object({
      at: z.string(),
      by: z.string(),
      byName: z.string(),
      for: z.object({ id: z.string(), name: z.string() }).optional(),
      decision: Decision,
      reason: z.string().optional(),
      /** The fields that a return marked. */
      marked: z.array(z.string()).optional(),
      /** What the desk granted in words of its own: hours in tenths, or the scope of a discretionary recognition. */
      grantedTenths: z.number().int().optional(),
      grantedScope: Scope.optional(),
      /** The act's place in the timeline; undefined where the request itself holds the act. */
      nth: z.number().int().optional(),
    })
    .optional(),
  /** Line → task token. */
  tokens: z.record(z.string(), z.string()),
  /** How often the desk was told that it is late: once a reminder, from then on an escalation. */
  lateNotices: z.number().int(),
  remindedOn: z.string().optional(),
  /** What the desks before have granted of its line, in tenths of an hour. */
  grantedSoFar: z.number().int().optional(),
  /** Acts at the desk that decided nothing: reminders, escalations, reassignments. */
  notes: z.array(Act).optional(),
  /** Accounts that acted at another desk of its line, or for whom somebody did: they act at no second one (Art. 38). */
  actedBefore: z.array(z.string()).optional(),
  /** Accounts of its desks that are the same person's as one that acted before: they act at it neither. */
  alsoActed: z.array(z.string()).optional(),
  /** Desks right before it that were passed over: their checks are part of this decision. */
  covers: z.array(z.object({ stage: Stage, organisationId: OrganisationId, why: WhyNobody })).optional(),
  /** Nobody might act at the desk: the line went on without it. */
  passed: z.object({ at: z.string(), why: WhyNobody }).optional(),
  /** The desk of the route, where `organisationId` and `role` are those of the authority that acts in its place. */
  insteadOf: z.object({ organisationId: OrganisationId, role: Role, why: WhyActing }).optional(),
  /** The authority on whose dashboard it stands since it was late for the second time. */
  overdueUnder: z.string().optional(),
  /** Opinions of colleagues, in the order in which they were asked. */
  opinions: z.array(Opinion).optional(),
  /** How often the desk took its decision back, and when it did so last. */
  takenBack: z.object({ times: z.number().int(), at: z.string() }).optional(),
  /** Of a task that the version before made due anew with each reminder: the day on which it was first due. */
  listedOn: z.string().optional(),
  version: z.number().int(),
  /** The versions of all items of its request, by sort key, as they were read, or when it was last written. */
  seen: z.record(z.string(), z.number()).optional(),
})
export type Task = z.infer<typeof Task>

/** The name of a task outside: the request and the task's place in it. */
export const taskId = (task: Pick<Task, 'requestId' | 'place'>): string => `${task.requestId}.${task.place}`

/** The place of a desk's task within a request: the institution decides on all lines at once, the others on one. */
export const taskPlace = (round: number, stage: Task['stage'], line: number): string =>
  stage === 'institution' ? `${round}.${stage}` : `${round}.${line}.${stage}`

/** Takes a task's name apart; undefined where it can't be one. */
export const parseTaskId = (id: string): { requestId: RequestId; place: string } | undefined => {
  const [requestId, ...place] = id.split('.')
  return requestId !== undefined && requestId !== '' && place.length > 0
    ? { requestId, place: place.join('.') }
    : undefined
}

const listedAs = (task: Task) => {
  switch (task.status) {
    case 'open':
      return {
        listed: lists.desk(task.organisationId, task.role),
        // Ordered by the due date, which never changes: to move an index entry costs two writes.
        listedOrder: `${task.dueOn}#${taskId(task)}`,
        ...(task.overdueUnder === undefined
          ? {}
          : {
              found: lookups.overdueUnder(task.overdueUnder),
              foundOrder: `${task.dueOn}#${taskId(task)}`,
            }),
        // Its lines have no execution until a new one is started.
        ...(task.takenBack === undefined ? {} : { swept: AWAITING, sweptOrder: task.takenBack.at }),
      }
    case 'passed':
      return task.passed === undefined ? {} : { swept: AWAITING, sweptOrder: task.passed.at }
    case 'decided':
      return {
        listed: lists.decidedBy(task.decided?.by ?? ''),
        listedOrder: `${task.decided?.at ?? ''}#${taskId(task)}`,
        ...(task.decided?.nth === undefined ? {} : { swept: AWAITING, sweptOrder: task.decided.at }),
      }
    case 'withdrawn':
    case 'taken_back':
      return {}
  }
}

const toItem = ({ seen: _, ...task }: Task) => ({
  ...keys.task(task.requestId, task.place),
  schema: REQUEST_FORM,
  ...task,
  ...listedAs(task),
})

/** What a task is written as: sealed, with the versions of what its writer saw of the request. */
const sealed = ({ seen = {} }: Task) => ({ sealed: true, seen }) as const

export const taskFrom = (item: Item): Task => {
  const { listedOn, ...task } = Task.parse(inForm(item, REQUEST_FORM))
  return listedOn === undefined ? task : { ...task, dueOn: listedOn }
}

export const newTask = (task: Task): Write => ({ put: toItem(task), ...sealed(task), when: isNew })

/** Replaces a task; fails where it was written since it was read. */
export const advanceTask = (before: Task, after: Task): Write => ({
  put: toItem({ ...after, version: before.version + 1 }),
  ...sealed(before),
  when: atVersion(before.version),
})

/** Opens a desk's task anew, in the place of one that closed when the desk before took its decision back. */
export const reopenTask = (before: Task, after: Task): Write => ({
  put: toItem({ ...after, version: before.version + 1 }),
  ...sealed(before),
  when: atVersion(before.version),
})

const tasksIn = async (table: Table, list: string, page: PageRequest) => {
  const { items, cursor } = await readIndex(table, 'listed', list, page)
  return { items: items.map(taskFrom), cursor }
}

/** A desk's open tasks by due date; with `dueBy`, only those due by that day. */
export const openTasksOf = (
  table: Table,
  organisationId: OrganisationId,
  role: Role,
  { dueBy, ...page }: PageRequest & { readonly dueBy?: string | undefined },
) =>
  tasksIn(table, lists.desk(organisationId, role), {
    ...page,
    ...(dueBy === undefined ? {} : { upTo: `${dueBy}~` }),
  })

/** A desk's open tasks that are due on one day, in the order of its list. */
export const openTasksDueOn = (
  table: Table,
  { organisationId, role, dueOn }: Pick<Task, 'organisationId' | 'role' | 'dueOn'>,
  page: PageRequest,
) => tasksIn(table, lists.desk(organisationId, role), { ...page, beginning: `${dueOn}#` })

/** How many open tasks due on one day a desk has; counted up to `most`, in one read of keys alone. */
export const countTasksDueOn = async (
  table: Table,
  { organisationId, role, dueOn }: Pick<Task, 'organisationId' | 'role' | 'dueOn'>,
  most: number,
): Promise<number> => {
  const page = { limit: most, beginning: `${dueOn}#` }
  return (await readIndexPage(table, 'listed', lists.desk(organisationId, role), page)).keys.length
}

export const tasksDecidedBy = (table: Table, accountId: AccountId, page: PageRequest) =>
  tasksIn(table, lists.decidedBy(accountId), { ...page, descending: true })

/** The tasks that are late for the second time and may be taken over by an authority, the oldest first. */
export const overdueTasksUnder = async (table: Table, organisationId: OrganisationId, page: PageRequest) => {
  const { items, cursor } = await readIndex(table, 'found', lookups.overdueUnder(organisationId), page)
  return { items: items.map(taskFrom), cursor }
}
