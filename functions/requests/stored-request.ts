import { AWAITING, keys, lists } from '../platform/keys.ts'
import { RecordBrokenError } from '../platform/ledger-broken.ts'
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
import { soundItems, versionsOf } from './sound-request.ts'
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
  const { id, acts: _, seen: __, awaitingSince, lines, notices, ...rest } = request
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
  sealed: true,
  seen: {},
  when: isNew,
})

/**
 * The head of a request: it is written with every act but the opening of a desk and that desk's own plain decision, which
 * whatever comes next vouches for. So of two items that an act wrote neither can be put back alone.
 */
export const moveHead = ({ id, seen = {} }: Request): Write => {
  const key = keys.requestHead(id)
  const version = seen[key.sk] ?? 0
  return {
    put: { ...key, version: version + 1 },
    sealed: true,
    seen,
    when: version === 0 ? isNew : atVersion(version),
  }
}

/**
 * When an act of the request itself last left its workflow work to do; without a new act the list entry
 * stays.
 */
const awaitingSince = (before: Request, after: Request): string | undefined => {
  const act = after.acts[before.acts.length]
  return act !== undefined && after.lines.some(({ awaiting }) => awaiting) ? act.at : before.awaitingSince
}

/** Replaces a request; fails where it was written since it was read. */
export const advanceRequest = (before: Request, after: Request): Write[] => [
  {
    put: toItem({
      ...after,
      status: statusOf(after),
      version: before.version + 1,
      awaitingSince: awaitingSince(before, after),
    }),
    sealed: true,
    seen: before.seen ?? {},
    when: atVersion(before.version),
  },
  moveHead(before),
]

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
 * line; `assemble` derives the rest. So a decision is one small conditional write, and of two acts at one desk
 * only one succeeds. What decides nothing moves the head as well: nothing need come after it.
 */
export const advanceAtDesk = (before: AtDesk, after: AtDesk): Write[] => {
  const { acts } = before.request
  const ended = after.request.lines.some(
    ({ status }, index) => status !== before.request.lines[index]?.status,
  )
  const since = after.request.acts[acts.length]?.at ?? before.request.awaitingSince
  const task = advanceTask(before.task, withAct(before.request, after))
  if (ended)
    return [task, ...advanceRequest({ ...before.request, awaitingSince: since }, { ...after.request, acts })]
  return after.task.status === 'decided' ? [task] : [task, moveHead(before.request)]
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

const itemsOf = async (table: Table, id: string): Promise<readonly Item[]> => {
  const consistent = table.reads !== 'eventual'
  return (await readRange(table, keys.request(id).pk, HEAD_AND_TASKS, { consistent })).items
}

/** The record that a request's items give. */
const recordFrom = async (
  table: Table,
  items: readonly Item[],
  people: readonly string[] | undefined,
): Promise<RequestRecord | undefined> => {
  const own = items.find(({ sk }) => sk === 'REQUEST')
  if (own === undefined) return undefined
  const seen = versionsOf(items)
  const tasks = items
    .filter(({ sk }) => String(sk).startsWith('TASK#'))
    .map((item) => ({ ...taskFrom(item), seen }))
  const request = assemble({ ...requestFrom(own), seen }, tasks)
  return { request: await withParticipants(table, request, people), tasks }
}

/**
 * A request with its tasks, whose items are what was sealed, where the caller holds the seal: whoever acts on it does. Of
 * a roster's participants those of `people` alone, where they are given.
 * @throws RecordBrokenError
 */
export const readRequest = async (
  table: Table,
  id: string,
  people?: readonly string[],
): Promise<RequestRecord | undefined> =>
  recordFrom(table, await soundItems(table, id, (at) => itemsOf(at, id)), people)

/** The same with what is wrong with it, for whoever only shows it: undefined where it can't be read at all. */
export const lookAtRequest = async (
  table: Table,
  id: string,
  people?: readonly string[],
): Promise<{ readonly record: RequestRecord | undefined; readonly fault: RecordBrokenError | undefined }> => {
  try {
    return { record: await readRequest(table, id, people), fault: undefined }
  } catch (error) {
    if (!(error instanceof RecordBrokenError)) throw error
    try {
      return { record: await recordFrom(table, await itemsOf(table, id), people), fault: error }
    } catch {
      // What was put there in its place need not be a request at all.
      return { record: undefined, fault: error }
    }
  }
}

/** Requests that are read at once. */
const WIDTH = 16

/**
 * Those of the given requests that exist, in the ids' order, each once, for lists; of rosters the participants in
 * `people`. One that is not what was sealed is among them, and stops whoever opens it.
 */
export const readRequests = async (
  table: Table,
  ids: readonly string[],
  people: readonly string[] = [],
): Promise<RequestRecord[]> =>
  (await mapConcurrently(new Set(ids), WIDTH, (id) => lookAtRequest(table, id, people))).flatMap(
    ({ record }) => record ?? [],
  )
