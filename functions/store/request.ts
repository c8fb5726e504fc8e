import * as z from 'zod'
import { AWAITING, keys, lists, lookups } from './keys.ts'
import {
  atVersion,
  isNew,
  type Page,
  type PageRequest,
  readIndex,
  readPartition,
  type Table,
  type Write,
} from './table.ts'
import { Task } from './task.ts'
import { LineStatus, RequestStatus, Stage, training } from './terms.ts'

/** One line of a claim: one training in one subject, with its own route and its own outcome. */
export const Line = z.object({
  ...training,
  /** Art. 37: practice, conferences, lectures and visits go to the personnel authority alone. */
  activity: z.boolean(),
  status: LineStatus,
  /** The round that this line runs in: a line that was decided keeps its round when another is resubmitted. */
  round: z.number().int(),
  /** The desk that holds the line now. */
  stage: Stage.optional(),
  /** Hours as claimed, in tenths. */
  claimedTenths: z.number().int(),
  /** Hours as granted, in tenths; set by the first desk that recognises. */
  grantedTenths: z.number().int().optional(),
  /** The workflow has something to do now (a desk to open, a credit to enter, a person to tell). */
  awaiting: z.boolean(),
})
export type Line = z.infer<typeof Line>

/** One entry of the timeline: who, when, for whom, what, why. */
export const Act = z.object({
  at: z.string(),
  actor: z.string(),
  actorName: z.string(),
  act: z.enum([
    'submit',
    'approve',
    'return',
    'reject',
    'withdraw',
    'resubmit',
    'remind',
    'escalate',
    'credit',
  ]),
  stage: Stage.optional(),
  line: z.number().int().optional(),
  reason: z.string().optional(),
  grantedTenths: z.number().int().optional(),
})
export type Act = z.infer<typeof Act>

export const Request = z.object({
  id: z.string(),
  type: z.literal('recognition'),
  staffId: z.string(),
  institutionId: z.string(),
  submittedBy: z.string(),
  submittedAt: z.string(),
  status: RequestStatus,
  round: z.number().int(),
  title: z.string(),
  provider: z.string().optional(),
  certificateNo: z.string().optional(),
  lines: z.array(Line),
  evidence: z.array(z.string()),
  /** The proofs that this claim holds (Art. 40). */
  fingerprints: z.array(z.string()),
  /** Of the body that was submitted, so that a repeat is told from a different use of the same key. */
  bodyHash: z.string(),
  acts: z.array(Act),
  version: z.number().int(),
})
export type Request = z.infer<typeof Request>

/** What the lines say together: a return wants an answer first; one line that passed makes the request pass. */
export const statusOf = (lines: readonly Line[]): RequestStatus => {
  const has = (status: LineStatus) => lines.some((line) => line.status === status)
  if (has('returned')) return 'returned'
  if (has('in_review')) return 'in_review'
  if (has('approved')) return 'approved'
  return has('rejected') ? 'rejected' : 'withdrawn'
}

const toItem = (request: Request) => ({
  ...keys.request(request.id),
  ...request,
  listed: lists.submittedBy(request.submittedBy),
  listedOrder: `${request.submittedAt}#${request.id}`,
  found: lookups.claimsOf(request.staffId),
  foundOrder: `${request.submittedAt}#${request.id}`,
  ...(request.lines.some((line) => line.awaiting)
    ? { swept: AWAITING, sweptOrder: `${request.acts.at(-1)?.at ?? request.submittedAt}#${request.id}` }
    : {}),
})

export const newRequest = (request: Request): Write => ({ put: toItem(request), when: isNew })

/** Replaces a request as it was read by what became of it. */
export const advanceRequest = (before: Request, after: Request): Write => ({
  put: toItem({ ...after, status: statusOf(after.lines), version: before.version + 1 }),
  when: atVersion(before.version),
})

/** A request with all its tasks, read at one moment from one partition. */
export interface RequestRecord {
  readonly request: Request
  readonly tasks: readonly Task[]
}

export const readRequest = async (table: Table, id: string): Promise<RequestRecord | undefined> => {
  let request: Request | undefined
  const tasks: Task[] = []
  for (const item of await readPartition(table, keys.request(id).pk)) {
    if (item.sk === 'REQUEST') request = Request.parse(item)
    else tasks.push(Task.parse(item))
  }
  return request && { request, tasks }
}

const requestsIn = (page: Page) => ({
  items: page.items.map((item) => Request.parse(item)),
  cursor: page.cursor,
})

export const requestsSubmittedBy = async (table: Table, accountId: string, page: PageRequest) =>
  requestsIn(await readIndex(table, 'listed', lists.submittedBy(accountId), { ...page, descending: true }))

export const claimsOf = async (table: Table, staffId: string, page: PageRequest) =>
  requestsIn(await readIndex(table, 'found', lookups.claimsOf(staffId), { ...page, descending: true }))

export const requestsAwaiting = async (table: Table, page: PageRequest) =>
  requestsIn(await readIndex(table, 'swept', AWAITING, page))
