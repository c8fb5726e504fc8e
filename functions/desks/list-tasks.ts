import type { Actor } from '../organisations/account.ts'
import { seatsOf } from '../organisations/visibility.ts'
import { today } from '../platform/clock.ts'
import { CursorInvalidError } from '../platform/cursor-invalid.ts'
import { fullPage } from '../platform/full-page.ts'
import type { OrganisationId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import type { Language } from '../platform/language.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { eventually, readAll, type Table } from '../platform/table.ts'
import type { Role } from '../platform/terms.ts'
import { type FlagCode, viewFlag } from '../requests/flag.ts'
import { closedYears } from '../requests/flags.ts'
import { personsOf } from '../requests/powers.ts'
import { type Request, yearsOf } from '../requests/request.ts'
import { requestsAtDesk } from '../requests/requests-at-desk.ts'
import { readRequests } from '../requests/stored-request.ts'
import { openTasksOf, overdueTasksUnder, type Task, tasksDecidedBy } from '../requests/task.ts'
import { nameKey } from '../staff/name-key.ts'
import { Person } from '../staff/person.ts'
import type { ListedTask } from './api.ts'
import { mayDecide, viewTask } from './view-task.ts'

type Listing = Pick<RecordsHost, 'table' | 'clock'>

interface Asked {
  readonly limit: number
  readonly cursor?: string | undefined
  readonly type?: Request['type'] | undefined
  readonly stage?: Task['stage'] | undefined
  readonly flag?: 'any' | 'none' | FlagCode | undefined
  readonly institution?: string | undefined
  /** The year that a request counts for, or asks about. */
  readonly year?: number | undefined
  /** `true`: only late tasks; `false`: only those in time. */
  readonly late?: boolean | undefined
  /** `latest`: what is due last first. */
  readonly sort?: 'due' | 'latest' | undefined
  /** What the title, the provider or the person's name contains. */
  readonly words?: string | undefined
}

const ofKind = (tasks: readonly Task[], { type, stage }: Pick<Asked, 'type' | 'stage'>): readonly Task[] =>
  tasks.filter(
    (task) => (type === undefined || task.type === type) && (stage === undefined || task.stage === stage),
  )

/** Whether a request comes from this institution and concerns this year, where they are asked for. */
const isAbout = (request: Request, { institution, year }: Pick<Asked, 'institution' | 'year'>): boolean =>
  (institution === undefined || request.institutionId === institution) &&
  (year === undefined || yearsOf(request).includes(year))

/** Tasks with their requests, of those that are about what is asked for. */
const withRequests = (tasks: readonly Task[], requests: ReadonlyMap<string, Request>, asked: Asked) =>
  tasks.flatMap((task) => {
    const request = requests.get(task.requestId)
    return request && isAbout(request, asked) ? [{ task, request }] : []
  })

/** Whether a task's title, provider or person contains what is asked for, however dots and spaces were typed. */
const contains = (request: Request, staffName: string | null, words: string | undefined): boolean => {
  if (words === undefined) return true
  const provider = 'provider' in request ? request.provider : undefined
  return [request.title, provider ?? '', staffName ?? ''].some((text) =>
    nameKey(text).includes(nameKey(words)),
  )
}

const hasFlag = ({ flags }: ListedTask, flag: Asked['flag']): boolean => {
  if (flag === undefined) return true
  if (flag === 'any' || flag === 'none') return flags.length > 0 === (flag === 'any')
  return flags.some(({ code }) => code === flag)
}

/** The requests of these tasks; of a class only the participants who are the actor or lend them powers. */
const requestsOf = async (
  table: Table,
  tasks: readonly Task[],
  actor: Actor,
): Promise<Map<string, Request>> => {
  const ids = tasks.map((task) => task.requestId)
  const records = await readRequests(eventually(table), ids, personsOf(actor))
  return new Map(records.map(({ request }) => [request.id, request]))
}

/** Tasks as a list shows them, with the names of the persons that they are about; of those that contain the words. */
const viewTasks = async (
  { table, clock }: Listing,
  tasks: readonly { readonly task: Task; readonly request: Request }[],
  actor: Actor,
  language: Language,
  { words }: Pick<Asked, 'words'>,
): Promise<ListedTask[]> => {
  const closedOf = closedYears(table)
  const ids = [...new Set(tasks.flatMap(({ request }) => request.staffId ?? []))]
  const names = new Map(
    (await readAll(eventually(table), ids.map(keys.person))).map((item) => {
      const { id, name } = Person.parse(item)
      return [id, name]
    }),
  )
  const found = tasks.flatMap(({ task, request }) => {
    const staffName = names.get(request.staffId ?? '') ?? null
    return contains(request, staffName, words) ? [{ task, request, staffName }] : []
  })
  return Promise.all(
    found.map(async ({ task, request, staffName }) => ({
      ...viewTask(request, task, actor, clock),
      staffName,
      flags: [...(request.notices ?? []), ...(task.status === 'open' ? await closedOf(request) : [])].map(
        (flag) => viewFlag(flag, language),
      ),
    })),
  )
}

/**
 * A cursor over several desks: which desk, and the place in its list. The desks follow one another; nearly
 * everyone has only one.
 */
const splitCursor = (cursor: string | undefined): { desk: number; inDesk: string | undefined } => {
  if (cursor === undefined) return { desk: 0, inDesk: undefined }
  const [whole, desk, inDesk = ''] = /^(\d{1,3})\.(.*)$/.exec(cursor) ?? []
  if (whole === undefined) throw new CursorInvalidError('The cursor belongs to no page of this list.')
  return { desk: Number(desk), inDesk: inDesk === '' ? undefined : inDesk }
}

/** The desks at which an actor sits or stands in for a colleague; each once. */
const desksOf = (actor: Actor): { organisationId: OrganisationId; role: Role }[] => {
  const desks = new Map<string, { organisationId: OrganisationId; role: Role }>()
  for (const { organisationId, role } of seatsOf(actor))
    if (role === 'institution' || role === 'department' || role === 'authority')
      desks.set(`${role} ${organisationId}`, { organisationId, role })
  return [...desks.values()]
}

/** The tasks that an actor may decide now, by due date, without those in their own matters. */
export const listTodo = async (
  host: Listing,
  actor: Actor,
  language: Language,
  asked: Asked,
): Promise<{ items: ListedTask[]; cursor: string | null }> => {
  const { table, clock } = host
  const { limit, cursor, late, flag } = asked
  const desks = desksOf(actor)
  const start = splitCursor(cursor)
  // A late task was due by today, so a later part of the desk's list need not be read.
  const dueBy = late === true ? today(clock) : undefined
  const items: ListedTask[] = []
  let { inDesk } = start
  for (let desk = start.desk; desk < desks.length; desk += 1) {
    const seat = desks[desk]
    if (seat === undefined) break
    const place = { limit: limit - items.length, cursor: inDesk }
    const found = await fullPage(place, async (part) => {
      const page = await openTasksOf(table, seat.organisationId, seat.role, {
        ...part,
        dueBy,
        descending: asked.sort === 'latest',
      })
      const tasks = ofKind(page.items, asked)
      const requests = await requestsAtDesk(eventually(table), tasks, personsOf(actor))
      const decidable = withRequests(tasks, requests, asked).filter(({ task, request }) =>
        mayDecide(request, task, actor),
      )
      const listed = await viewTasks(host, decidable, actor, language, asked)
      return {
        items: listed.filter((task) => (late === undefined || task.late === late) && hasFlag(task, flag)),
        cursor: page.cursor,
      }
    })
    items.push(...found.items)
    if (found.cursor !== null) return { items, cursor: `${desk}.${found.cursor}` }
    inDesk = undefined
    if (items.length >= limit && desk + 1 < desks.length) return { items, cursor: `${desk + 1}.` }
  }
  return { items, cursor: null }
}

/** What someone has decided, the latest first. */
export const listDone = async (
  host: Listing,
  actor: Actor,
  language: Language,
  asked: Asked,
): Promise<{ items: ListedTask[]; cursor: string | null }> =>
  fullPage(asked, async (part) => {
    const page = await tasksDecidedBy(host.table, actor.id, part)
    const tasks = ofKind(page.items, asked)
    const requests = await requestsOf(host.table, tasks, actor)
    const found = withRequests(tasks, requests, asked)
    return { items: await viewTasks(host, found, actor, language, asked), cursor: page.cursor }
  })

/** What is late for the second time below the authorities at which someone sits, the oldest first: they may take it over. */
export const listOverdue = async (
  host: Listing,
  actor: Actor,
  language: Language,
  asked: Asked,
): Promise<{ items: ListedTask[]; cursor: string | null }> => {
  const { limit, cursor } = asked
  const authorities = actor.roles.filter(({ role }) => role === 'authority')
  const { desk, inDesk } = splitCursor(cursor)
  const seat = authorities[desk]
  if (seat === undefined) return { items: [], cursor: null }
  const { items, cursor: next } = await fullPage({ limit, cursor: inDesk }, async (part) => {
    const page = await overdueTasksUnder(host.table, seat.organisationId, part)
    const tasks = ofKind(page.items, asked)
    const requests = await requestsOf(host.table, tasks, actor)
    const found = withRequests(tasks, requests, asked)
    return { items: await viewTasks(host, found, actor, language, asked), cursor: page.cursor }
  })
  if (next !== null) return { items, cursor: `${desk}.${next}` }
  return { items, cursor: desk + 1 < authorities.length ? `${desk + 1}.` : null }
}
