import * as z from 'zod'
import { deskItself, personAndReaders, readers } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import { Hours, idParams, line, Paging, Problem, pageOf, proseOrNothing } from '../platform/shapes.ts'
import {
  Decision,
  RequestType,
  Role,
  Stage,
  Subject,
  TaskStatus,
  WhyActing,
  WhyNobody,
} from '../platform/terms.ts'
import { FlagCode, FlagView } from '../requests/flag.ts'
import { RequestView } from '../requests/request-shapes.ts'
import { ScopeBody } from '../requests/submissions.ts'

export const TaskView = z
  .object({
    id: z.string(),
    requestId: z.string(),
    type: RequestType,
    stage: Stage,
    /** The index of the line that is decided; null where the desk decides on the whole request. */
    line: z.number().int().nullable(),
    subject: Subject.nullable(),
    hours: z.number().nullable().meta({
      description: 'What is decided on, in hours: of the line, or of all that the desk has before it.',
    }),
    article: z.string().meta({ description: 'Of the implementation rules: by which the desk decides.' }),
    organisation: z.string(),
    title: z.string(),
    staffId: z.string().nullable(),
    openedAt: z.string(),
    dueOn: z.string(),
    workingDaysLeft: z.number().int().nullable().meta({
      description: 'Until it is due; negative when overdue. Null for a task that is no longer open.',
    }),
    late: z.boolean(),
    status: TaskStatus,
    acting: z
      .object({ organisation: z.string(), insteadOf: z.string(), role: Role, why: WhyActing })
      .nullable()
      .meta({
        description:
          'Where another desk acts than that of the route: which, in whose place, and why (Art. 38).',
      }),
    covers: z
      .array(z.object({ stage: Stage, organisation: z.string(), why: WhyNobody }))
      .meta({ description: 'Desks that were passed over: their checks are part of this decision.' }),
    mayDecide: z.boolean(),
    assignee: z
      .object({ id: z.string(), name: z.string() })
      .nullable()
      .meta({ description: 'The colleague to whom the task was handed.' }),
    decided: z
      .object({
        at: z.string(),
        by: z.string(),
        byName: z.string(),
        for: z.object({ id: z.string(), name: z.string() }).nullable(),
        decision: z.string(),
        reason: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Task' })
export type TaskView = z.infer<typeof TaskView>

export const ListedTask = TaskView.extend({
  staffName: z.string().nullable().meta({ description: 'Null for a class of several persons.' }),
  flags: z.array(FlagView).meta({
    description:
      'What was found when it was filed or corrected, and closed years; the task itself says what else holds now.',
  }),
}).meta({ id: 'ListedTask' })
export type ListedTask = z.infer<typeof ListedTask>

/** What a desk may ask for in its lists: ids and kinds, never a name. */
const Asked = Paging.extend({
  box: z.enum(['todo', 'done', 'overdue']).default('todo').meta({
    description: '`overdue`: below the caller’s authority, late for the second time; it may take them over.',
  }),
  type: RequestType.optional(),
  stage: Stage.optional(),
  institution: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'Only what this institution filed, or was filed for its people.' }),
  year: z.coerce
    .number()
    .int()
    .min(2000)
    .max(2100)
    .optional()
    .meta({ description: 'Only what counts for this year, or asks about it.' }),
  flag: z
    .enum(['any', 'none', ...FlagCode.options])
    .optional()
    .meta({ description: 'Only what has this flag, any, or none; of the tasks to do.' }),
  late: z
    .stringbool()
    .optional()
    .meta({ description: 'Only what is late, or only what is not; of the tasks to do.' }),
  sort: z.enum(['due', 'latest']).default('due').meta({
    description: '`latest`: what is due last, and so came last, first; of the tasks to do.',
  }),
})

export const listTasks = {
  id: 'list-tasks',
  callers: 'account',
  lent: true,
  summary: 'Tasks that the caller may decide now (todo), or has decided (done)',
  description:
    'To do: by due date at each desk, so that what is overdue stands first; who sits at several desks sees one after another. Done: the latest first.',
  query: Asked,
  reply: pageOf(ListedTask),
  refuses: [],
} as const satisfies Operation

export const searchTasks = {
  id: 'search-tasks',
  callers: 'account',
  lent: true,
  summary: 'The same lists, of tasks whose title, provider or person contains some words',
  description:
    'The words travel in the body, because they may be a name. A page looks through at most ten times as many tasks as it may hold, and may hold fewer or none; its cursor goes on.',
  query: Asked,
  body: z.object({ words: line(50) }).meta({ id: 'TaskSearch' }),
  reply: pageOf(ListedTask),
  refuses: [],
} as const satisfies Operation

export const WholeTask = TaskView.extend({
  request: RequestView,
  waiting: z.string().nullable().meta({
    description:
      'Of a task that is over: the same desk’s later one of this line, which the caller may decide now.',
  }),
  flags: z.array(FlagView).meta({
    description: 'What the desk should look at, and no rule refuses; `request.notices` repeats the texts.',
  }),
  hoursSoFar: z
    .array(
      z.object({
        year: z.number().int(),
        public: Hours,
        professional: Hours,
        missing: z.object({ public: Hours, professional: Hours }),
      }),
    )
    .meta({
      description: 'The person’s hours of each year that an open task concerns, as they count so far.',
    }),
  opinions: z
    .array(
      z.object({
        of: z.object({ id: z.string(), name: z.string() }),
        by: z.object({ id: z.string(), name: z.string() }),
        at: z.string(),
        question: z.string().nullable(),
        given: z.object({ at: z.string(), text: z.string() }).nullable(),
      }),
    )
    .meta({ description: 'Opinions that colleagues at the desk were asked for; they decide nothing.' }),
  mayTakeBack: z.boolean().meta({
    description: 'The caller made the decision, and the next desk has not acted yet.',
  }),
})

export type WholeTask = z.input<typeof WholeTask>

export const readTask = {
  id: 'read-task',
  callers: personAndReaders,
  lent: true,
  summary: 'One task with its request; reading changes nothing',
  params: idParams,
  reply: WholeTask,
  refuses: ['NOT_FOUND'],
} as const satisfies Operation

const Decide = z
  .object({
    decision: Decision,
    reason: proseOrNothing(1000).optional(),
    marked: z
      .array(z.string().regex(/^\/[A-Za-z]{1,30}(?:\/\d(?:\/[A-Za-z]{1,30})?)?$/))
      .max(30)
      .optional()
      .meta({
        description:
          'Of a return, the fields to be corrected: pointers into what was submitted, such as `/lines/0/from`.',
      }),
    grantedHours: Hours.positive().multipleOf(0.1).optional(),
    scope: ScopeBody.optional(),
  })
  .refine(({ decision, reason }) => decision === 'approve' || (reason !== undefined && reason !== ''), {
    path: ['reason'],
    params: { zh: '退回或不予认定时必须说明理由。', en: 'A reason is required to return or reject.' },
  })
  .meta({ id: 'Decision' })

export const decideTask = {
  id: 'decide-task',
  callers: deskItself,
  known: readers,
  lent: true,
  summary: 'Decide a task',
  params: idParams,
  body: Decide,
  reply: WholeTask,
  refuses: [
    'ACTED_BEFORE',
    'ALREADY_DECIDED',
    'GRANT_NOT_HALF_DAYS',
    'GRANT_TOO_HIGH',
    'NOT_ALLOWED',
    'NOT_FOUND',
    'OWN_REQUEST',
    'SCOPE_MISSING',
    'TASK_REASSIGNED',
    'TASK_WITHDRAWN',
    'WRONG_STATE',
  ],
} as const satisfies Operation

/** Up to fifty tasks, each once. */
const SeveralTasks = z
  .array(z.string().min(1).max(200))
  .min(1)
  .max(50)
  .refine((ids) => new Set(ids).size === ids.length, {
    params: { zh: '有重复的事项。', en: 'A task stands there twice.' },
  })

/** Why one of several tasks stays as it is. */
const TaskProblem = Problem.omit({ instance: true }).meta({ id: 'TaskProblem' }).nullable()

export const approveTasks = {
  id: 'approve-tasks',
  callers: deskItself,
  known: readers,
  lent: true,
  summary: 'Approve up to fifty tasks of one kind at once, each as it was claimed',
  description:
    'Each task stands for itself: what cannot be approved stays as it is and is answered with its problem. So is a task with flags (`TASK_FLAGGED`), unless `seen` names it: nobody approves unseen what they should look at. A repeat approves nothing twice.',
  body: z
    .object({
      tasks: SeveralTasks,
      seen: z
        .array(z.string().min(1).max(200))
        .max(50)
        .default([])
        .meta({ description: 'Those of them whose flags the caller has looked at.' }),
      reason: proseOrNothing(1000).optional(),
    })
    .meta({ id: 'Approvals' }),
  reply: z.object({
    approved: z.number().int(),
    items: z.array(
      z.object({
        id: z.string(),
        approved: z.boolean(),
        problem: TaskProblem,
      }),
    ),
  }),
  refuses: ['NOT_ALLOWED', 'TASKS_OF_SEVERAL_KINDS', 'TASK_FLAGGED'],
} as const satisfies Operation

export const returnTasks = {
  id: 'return-tasks',
  callers: deskItself,
  known: readers,
  lent: true,
  summary: 'Return up to fifty tasks for correction with one reason',
  description:
    'Each task stands for itself: what cannot be returned stays as it is and is answered with its problem. A repeat returns nothing twice.',
  body: z
    .object({
      tasks: SeveralTasks,
      reason: proseOrNothing(1000).refine((reason) => reason !== '', {
        params: { zh: '退回时必须说明理由。', en: 'A reason is required to return.' },
      }),
    })
    .meta({ id: 'Returns' }),
  reply: z.object({
    returned: z.number().int(),
    items: z.array(z.object({ id: z.string(), returned: z.boolean(), problem: TaskProblem })),
  }),
  refuses: ['NOT_ALLOWED'],
} as const satisfies Operation

export const remindTask = {
  id: 'remind-task',
  callers: { person: ['own'] },
  known: readers,
  summary: 'Remind a desk, once a day',
  params: idParams,
  reply: TaskView,
  refuses: ['NOT_ALLOWED', 'NOT_FOUND', 'REMINDED_TODAY', 'WRONG_STATE'],
} as const satisfies Operation

export const takeBackDecision = {
  id: 'take-back-decision',
  callers: deskItself,
  known: readers,
  lent: true,
  summary: 'Take one’s decision back, until the next desk has acted',
  description:
    'By whoever decided. The same task is open again and the next desk’s closes; what was decided and taken back stays on record. The last desk’s approval is not taken back: what it grants is entered at once, and corrected by an entry.',
  params: idParams,
  reply: WholeTask,
  refuses: [
    'ACTED_BEFORE',
    'DECIDED_BY_ANOTHER',
    'NOT_ALLOWED',
    'NOT_FOUND',
    'OWN_REQUEST',
    'TASK_REASSIGNED',
    'WRONG_STATE',
  ],
} as const satisfies Operation

export const opinionOnTask = {
  id: 'opinion-on-task',
  callers: deskItself,
  known: readers,
  summary: 'Ask a colleague at the same desk for an opinion, or give the one that was asked for',
  description:
    'Recorded, and told by mail; it decides nothing. Whoever was asked is not asked again before they answer.',
  params: idParams,
  status: 201,
  body: z
    .union([
      z.object({ to: z.string().min(1).max(100), question: proseOrNothing(500).optional() }),
      z.object({
        opinion: proseOrNothing(1000).refine((text) => text !== '', {
          params: { zh: '请写下意见。', en: 'Write the opinion.' },
        }),
      }),
    ])
    .meta({ id: 'Opinion' }),
  reply: WholeTask,
  refuses: [
    'ACTED_BEFORE',
    'ASSIGNEE_UNFIT',
    'NOT_ALLOWED',
    'NOT_FOUND',
    'OPINION_NOT_ASKED',
    'OWN_REQUEST',
    'TASK_REASSIGNED',
    'WRONG_STATE',
  ],
} as const satisfies Operation

export const takeOverTask = {
  id: 'take-over-task',
  callers: { authority: ['deeper'] },
  known: readers,
  summary: 'Act in the place of a desk that was late for the second time',
  description:
    'By the authority above the one that answers for the line; somebody who is no party and acted at no other desk of it. The task stays the same, `stage` stays the desk of the route.',
  params: idParams,
  reply: TaskView,
  status: 201,
  refuses: ['ACTED_BEFORE', 'NOT_ALLOWED', 'NOT_FOUND', 'OWN_REQUEST', 'TASK_REASSIGNED', 'WRONG_STATE'],
} as const satisfies Operation

export const reassignTask = {
  id: 'reassign-task',
  callers: deskItself,
  known: readers,
  lent: true,
  summary: 'Hand a task to a colleague at the same desk',
  params: idParams,
  body: z
    .object({ to: z.string().min(1).max(100), reason: proseOrNothing(500).optional() })
    .meta({ id: 'Reassignment' }),
  reply: TaskView,
  refuses: [
    'ACTED_BEFORE',
    'ASSIGNEE_UNFIT',
    'NOT_ALLOWED',
    'NOT_FOUND',
    'OWN_REQUEST',
    'TASK_REASSIGNED',
    'WRONG_STATE',
  ],
} as const satisfies Operation
