import { AWAITING, keys, lists } from '../platform/keys.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { readRange } from '../platform/ranges.ts'
import { atVersion, type Item, isNew, type Table, type Write } from '../platform/table.ts'
import { assemble } from './assemble.ts'
import { peopleOf } from './batch-parts.ts'
import { storedFlag } from './flag.ts'
import { inForm, REQUEST_FORM } from './form.ts'
import { listedFor, openMark } from './listed-for.ts'
import { participantsOf } from './participants.ts'
import { Request, type RequestRecord, statusOf } from './request.ts'
import { advanceTask, type Task, taskFrom } from './task.ts'

/**
 * How a request is stored: an item of its own that is written when it is filed and when a line comes to an end, a
 * task for each desk with that desk's acts, and an item for each participant. Its entries in lists are written once,
 * at its filing.
 */

/**
 * The acts that the request's own item stores, each with `nth` only where it differs from its index. Of the
 * filing, the first act, only the submitter's name is stored: other fields hold the rest.
 */
const ownActs = ({ acts }: Request) => {
  const [filing, ...others] = acts
    .flatMap((act, index) => (act.atTask === undefined ? [{ ...act, nth: act.nth ?? index }] : []))
    .map(({ nth, ...act }, index) => (nth === index ? act : { ...act, nth }))
  return { submitterName: filing?.actorName, acts: others }
}

/** The acts that a request's item stores, the filing first. */
const actsIn = ({ submitterName, submittedAt, submittedBy, acts }: Item): unknown[] => {
  const stored: unknown[] = Array.isArray(acts) ? acts : []
  const filing = { at: submittedAt, actor: submittedBy, actorName: submitterName, act: 'submit' }
  return submitterName === undefined ? stored : [filing, ...stored]
}

const toItem = (request: Request): Item => {
  const { id, acts: _, awaitingSince, lines, notices, ...rest } = request
  return {
    ...keys.request(id),
    schema: REQUEST_FORM,
    ...rest,
    ...(notices === undefined ? {} : { notices: notices.map(storedFlag) }),
    // Tasks say which desk holds a line, and how often a decision on it was taken back.
    lines: lines.map((line) => ({ ...line, stage: undefined, takenBack: undefined })),
    ...ownActs(request),
    participants: undefined,
    ...(request.ownFiling || request.type === 'feed_batch'
      ? {}
      : { listed: lists.submittedBy(request.submittedBy), listedOrder: `${request.submittedAt}#${id}` }),
    ...(request.staffId === undefined ? {} : listedFor(request, request.staffId)),
    // Of a day's online hours the request itself stands among the open ones: the reconciler finds it there.
    ...(request.type === 'feed_batch' ? openMark(request, id) : {}),
    ...(awaitingSince === undefined ? {} : { swept: AWAITING, sweptOrder: awaitingSince }),
  }
}

/** The request's own item as it is, without what its tasks and participants add. */
export const requestFrom = (item: Item): Request =>
  Request.parse({
    ...inForm(item, REQUEST_FORM),
    id: requestIdOf({ pk: String(item.pk) }),
    acts: actsIn(item),
    participants: [],
    awaitingSince: typeof item.sweptOrder === 'string' ? item.sweptOrder.split('#')[0] : undefined,
  })

/** The request whose partition an item stands in. */
export const requestIdOf = ({ pk }: { readonly pk: string }): string => pk.slice('REQUEST#'.length)

export const newRequest = (request: Request): Write => ({
  put: toItem({ ...request, awaitingSince: request.submittedAt }),
  when: isNew,
})

/**
 * When an act of the request itself last left its workflow work to do; without a new act the list entry
 * stays.
 */
const awaitingSince = (before: Request, after: Request): string | undefined => {
  const act = after.acts[before.acts.length]
  return act !== undefined && after.lines.some(({ awaiting }) => awaiting) ? act.at : before.awaitingSince
}

/** Replaces a request; fails where it was written since it was read. */
export const advanceRequest = (before: Request, after: Request): Write => ({
  put: toItem({
    ...after,
    status: statusOf(after),
    version: before.version + 1,
    awaitingSince: awaitingSince(before, after),
  }),
  when: atVersion(before.version),
})

interface AtDesk {
  readonly request: Request
  readonly task: Task
}

/** The task with the act that was done at its desk, if one was. */
const withAct = (before: Request, after: AtDesk): Task => {
  const nth = before.acts.length
  const act = after.request.acts[nth]
  const { task } = after
  if (act === undefined) return task
  if (task.decided === undefined) return { ...task, notes: [...(task.notes ?? []), { ...act, nth }] }
  const { grantedTenths, grantedScope } = act
  return { ...task, decided: { ...task.decided, grantedTenths, grantedScope, nth } }
}

/**
 * The writes of a desk's act: the task with its act, and the request's own item only where the act ends a
 * line; `assemble` derives the rest. So an act is one small conditional write, and of two acts at one desk
 * only one succeeds.
 */
export const advanceAtDesk = (before: AtDesk, after: AtDesk): Write[] => {
  const { acts } = before.request
  const ended = after.request.lines.some(
    ({ status }, index) => status !== before.request.lines[index]?.status,
  )
  const since = after.request.acts[acts.length]?.at ?? before.request.awaitingSince
  return [
    advanceTask(before.task, withAct(before.request, after)),
    ...(ended
      ? [advanceRequest({ ...before.request, awaitingSince: since }, { ...after.request, acts })]
      : []),
  ]
}

/** Sort keys of a request's own item and its tasks; participants sort before them and are left out. */
const HEAD_AND_TASKS = { from: 'REQUEST', to: 'TASK#\u{10FFFF}' }

/** A request with its participants, where it is about many: of those in `people` alone, where they are given. */
const withParticipants = async (
  table: Table,
  request: Request,
  people: readonly string[] | undefined,
): Promise<Request> => {
  if (request.type === 'class_roster')
    return { ...request, participants: await participantsOf(table, request, people) }
  if (request.type === 'feed_batch')
    return { ...request, participants: await peopleOf(table, request, people) }
  return request
}

/** A request with its tasks; of a roster's participants those of `people` alone, where they are given. */
export const readRequest = async (
  table: Table,
  id: string,
  people?: readonly string[],
): Promise<RequestRecord | undefined> => {
  const consistent = table.reads !== 'eventual'
  const { items } = await readRange(table, keys.request(id).pk, HEAD_AND_TASKS, { consistent })
  const own = items.find(({ sk }) => sk === 'REQUEST')
  if (own === undefined) return undefined
  const tasks = items.filter(({ sk }) => String(sk).startsWith('TASK#')).map(taskFrom)
  const request = assemble(requestFrom(own), tasks)
  return { request: await withParticipants(table, request, people), tasks }
}

/** Requests that are read at once. */
const WIDTH = 16

/** Those of the given requests that exist, in the ids' order, each once; of rosters the participants in `people`. */
export const readRequests = async (
  table: Table,
  ids: readonly string[],
  people: readonly string[] = [],
): Promise<RequestRecord[]> =>
  (await mapConcurrently(new Set(ids), WIDTH, (id) => readRequest(table, id, people))).flatMap(
    (record) => record ?? [],
  )
