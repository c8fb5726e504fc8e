import * as z from 'zod'
import { workflowNames } from '../../workflows/contract.ts'
import { watchers } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import { Paging, Problem, pageOf, prose } from '../platform/shapes.ts'
import { executionStatuses } from './execution-status.ts'

const Workflow = z.enum(workflowNames)
const executionParams = z.object({
  workflow: Workflow,
  // What Step Functions takes for a name.
  name: z.string().regex(/^[\w.-]{1,80}$/),
})

const summary = {
  name: z.string(),
  workflow: Workflow,
  status: z.enum(executionStatuses),
  startedAt: z.string(),
  stoppedAt: z.string().nullable(),
  requestId: z
    .string()
    .nullable()
    .meta({ description: 'The request that it works for, where there is one.' }),
  redrives: z.number().int(),
}

export const ExecutionView = z.object(summary).meta({ id: 'Execution' })
export type ExecutionView = z.infer<typeof ExecutionView>

export const listExecutions = {
  id: 'list-executions',
  callers: watchers,
  summary: 'The executions of the workflows, for operators and auditors',
  description:
    'The latest first within a workflow; without `workflow`, one workflow after another. By `request`: those of all its lines and rounds. In the cloud an execution is listed for 90 days after its end.',
  query: Paging.extend({
    status: z.enum(executionStatuses).optional(),
    workflow: Workflow.optional(),
    request: z.string().min(1).max(80).optional(),
  }),
  reply: pageOf(ExecutionView),
  refuses: ['NOT_ALLOWED'],
} as const satisfies Operation

const counter = z
  .object({
    count: z.number().int(),
    more: z.boolean().meta({ description: 'There are more than counted.' }),
  })
  .meta({ id: 'ExecutionCounter' })

export const ExecutionCounters = z
  .object({
    running: counter,
    waiting: counter.meta({
      description:
        'Running executions for requests that began more than a minute ago: their own steps take seconds, so they wait for a desk or for a training.',
    }),
    failed: counter,
    timedOut: counter,
    aborted: counter,
    asOf: z.string(),
  })
  .meta({ id: 'ExecutionCounters' })
export type ExecutionCounters = z.infer<typeof ExecutionCounters>

export const countExecutions = {
  id: 'count-executions',
  callers: watchers,
  summary: 'How many executions run, wait for people, have failed or timed out',
  description:
    'Counted from lists, at most the latest thousand of a workflow and status. In the cloud an ended execution is counted for 90 days.',
  reply: ExecutionCounters,
  refuses: ['NOT_ALLOWED'],
} as const satisfies Operation

const failure = z
  .object({
    error: z.string().nullable(),
    message: z.string().nullable(),
    explanation: z.string().meta({ description: 'In plain words, and what to do.' }),
  })
  .meta({ id: 'ExecutionFailure' })

export const ExecutionDetailView = z
  .object({
    ...summary,
    states: z.array(z.string()).meta({
      description:
        'The states that it is in, or was in when it ended without success; of its last 1,000 events.',
    }),
    failure: failure.nullable(),
    retries: z
      .number()
      .int()
      .meta({ description: 'Attempts beyond the first of a task; of its last 1,000 events.' }),
    redrivable: z.boolean(),
    redriven: z.array(z.object({ at: z.string(), by: z.string(), byName: z.string(), reason: z.string() })),
    definition: z.record(z.string(), z.unknown()).meta({ description: 'The state machine in ASL.' }),
  })
  .meta({ id: 'ExecutionDetail' })
export type ExecutionDetailView = z.infer<typeof ExecutionDetailView>

export const readExecution = {
  id: 'read-execution',
  callers: watchers,
  summary: 'One execution: where it stands, why it failed, and its state machine',
  params: executionParams,
  reply: ExecutionDetailView,
  refuses: ['NOT_ALLOWED', 'NOT_FOUND'],
} as const satisfies Operation

export const ExecutionEventView = z
  .object({
    id: z.number().int(),
    at: z.string(),
    type: z.string(),
    state: z.string().nullable(),
    milliseconds: z.number().nullable().meta({ description: 'How long a state took that is left here.' }),
    error: z.string().nullable(),
    message: z.string().nullable(),
  })
  .meta({ id: 'ExecutionEvent' })
export type ExecutionEventView = z.infer<typeof ExecutionEventView>

export const listExecutionEvents = {
  id: 'list-execution-events',
  callers: watchers,
  summary: 'The history of an execution, oldest first, without what went in and out',
  description: 'States and their durations are told within a page.',
  params: executionParams,
  query: Paging.extend({ limit: z.coerce.number().int().min(1).max(1000).default(1000) }),
  reply: pageOf(ExecutionEventView),
  refuses: ['NOT_ALLOWED', 'NOT_FOUND'],
} as const satisfies Operation

export const redriveExecution = {
  id: 'redrive-execution',
  callers: { operator: ['region'] },
  summary: 'Let a failed execution go on from the state that failed (operators alone)',
  params: executionParams,
  body: z.object({ reason: prose(1000) }).meta({ id: 'RedriveReason' }),
  reply: z.object({ workflow: Workflow, name: z.string(), at: z.string() }),
  status: 202,
  refuses: ['NOT_ALLOWED', 'NOT_FOUND', 'NOT_REDRIVABLE'],
} as const satisfies Operation

const Named = executionParams

export const redriveExecutions = {
  id: 'redrive-executions',
  callers: { operator: ['region'] },
  summary: 'Let up to fifty failed executions go on, as after an outage (operators alone)',
  description:
    'Each stands for itself: what may not go on stays as it is and is answered with its problem. A repeat lets none go on twice.',
  body: z.object({ executions: z.array(Named).min(1).max(50), reason: prose(1000) }).meta({ id: 'Redrives' }),
  reply: z.object({
    redriven: z.number().int(),
    items: z.array(
      Named.extend({ problem: Problem.omit({ instance: true }).meta({ id: 'RedriveProblem' }).nullable() }),
    ),
  }),
  status: 202,
  refuses: ['NOT_ALLOWED', 'NOT_FOUND', 'NOT_REDRIVABLE'],
} as const satisfies Operation
