import { enrolmentsToDo } from '../classes/enrolments-to-do.ts'
import { complaintsToDo } from '../complaints/complaints-to-do.ts'
import { answersToDo, checksToDo } from '../inspections/inspections-to-do.ts'
import type { Actor } from '../organisations/account.ts'
import { addDays, timestamp, today } from '../platform/clock.ts'
import type { StaffId } from '../platform/ids.ts'
import type { MattersToDo } from '../platform/matter-to-do.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { eventually, type Table } from '../platform/table.ts'
import { questionsToDo } from '../questions/questions-to-do.ts'
import { requestsSubmittedBy } from '../requests/request-lists.ts'
import { taskId } from '../requests/task.ts'
import { type Certificate, certificatesOf, revisionOf } from '../staff/certificate.ts'
import { noticesGiven } from '../staff/watch.ts'
import type { NewsItem, Waiting } from './api.ts'
import { tasksAtMyDesks } from './my-desks.ts'
import { keepSeen, readSeen, type Seen } from './seen.ts'

/** Requests that are looked at. */
const LATEST_REQUESTS = 20
/** How far back whoever never looked is told, in days. */
const FIRST_LOOK_DAYS = 30

/** My requests about which someone else did something, each with what was done last. */
const requestNews = async (table: Table, actor: Actor): Promise<NewsItem[]> => {
  const { items } = await requestsSubmittedBy(table, actor, { limit: LATEST_REQUESTS })
  return items.flatMap(({ id, type, title, acts }) => {
    const last = acts.findLast((act) => act.actor !== actor.id && act.for?.id !== actor.id)
    return last ? [{ kind: 'request' as const, id, type, title, at: last.at, act: last.act }] : []
  })
}

/** A certificate's last change, or its issue: the day, and what tells it from the one before. */
const changeOf = (certificate: Certificate) => {
  const { content, history } = certificate
  return {
    number: content.number,
    day: history.at(-1)?.on ?? content.issuedOn,
    key: `${content.number}@${revisionOf(certificate)}`,
  }
}

/** My certificates that I have not seen as they are now; those of the day on which I looked are told apart. */
const certificateNews = async (table: Table, staffId: StaffId, seen: Seen): Promise<NewsItem[]> => {
  const seenOn = seen.until.slice(0, 10)
  return (await certificatesOf(table, staffId))
    .map(changeOf)
    .filter(({ day, key }) => day > seenOn || (day === seenOn && !seen.certificates.includes(key)))
    .map(({ number, day }) => ({ kind: 'certificate' as const, id: number, at: day }))
}

const dueNews = async (table: Table, staffId: StaffId): Promise<NewsItem[]> =>
  (await noticesGiven(table, staffId)).map(({ obligation, notice, by, givenAt }) => ({
    kind: 'notice' as const,
    id: `${obligation}#${by}#${notice}`,
    obligation,
    by,
    at: givenAt,
  }))

type Kind = Waiting['matter']

/** What waits for somebody outside requests, of each kind. */
const mattersToDo = async (host: Pick<RecordsHost, 'table' | 'clock'>, actor: Actor) => {
  const [complaint, question, check, answer, enrolment] = await Promise.all([
    complaintsToDo(host)(actor),
    questionsToDo(host)(actor),
    checksToDo(host)(actor),
    answersToDo(host)(actor),
    enrolmentsToDo(host)(actor),
  ])
  const kinds: (readonly [Kind, MattersToDo])[] = [
    ['complaint', complaint],
    ['question', question],
    ['check', check],
    ['answer', answer],
    ['enrolment', enrolment],
  ]
  return kinds.filter(([, { items }]) => items.length > 0)
}

/** Those that came to somebody by another's act. */
const matterNews = (kinds: Awaited<ReturnType<typeof mattersToDo>>, actor: Actor): NewsItem[] =>
  kinds.flatMap(([matter, { items }]) =>
    items
      .filter(({ came }) => came.by !== actor.id)
      .map(({ id, came, dueOn }) => ({ kind: 'matter' as const, id, matter, dueOn, at: came.at })),
  )

/**
 * What is new for someone since they last looked, the latest first: a bounded number of reads, whatever lies at
 * their desks.
 */
export const readNews =
  ({ table: consistent, clock }: RecordsHost) =>
  async (actor: Actor) => {
    const table = eventually(consistent)
    const asOf = timestamp(clock)
    // What was just marked as seen must not come back: read as it is.
    const firstLook = `${addDays(today(clock), -FIRST_LOOK_DAYS)}T00:00:00.000+08:00`
    const seen = (await readSeen(consistent, actor.id)) ?? { until: firstLook, certificates: [] }
    const [desks, requests, certificates, dues, kinds] = await Promise.all([
      tasksAtMyDesks(table, actor, 'due last'),
      requestNews(table, actor),
      actor.staffId === undefined ? [] : certificateNews(table, actor.staffId, seen),
      actor.staffId === undefined ? [] : dueNews(table, actor.staffId),
      // Whom a complaint is kept from is decided by what holds now.
      mattersToDo({ table: consistent, clock }, actor),
    ])
    const tasks: NewsItem[] = desks.tasks.map(({ task, request }) => ({
      ...{ kind: 'task', id: taskId(task), type: task.type, stage: task.stage },
      ...{ title: request.title, dueOn: task.dueOn, at: task.openedAt },
    }))
    const items = [
      ...[...tasks, ...requests, ...dues, ...matterNews(kinds, actor)].filter(
        ({ at }) => at > seen.until && at <= asOf,
      ),
      ...certificates,
    ].sort((one, other) => (one.at < other.at ? 1 : -1))
    const day = today(clock)
    const waiting: Waiting[] = kinds.map(([matter, { items: open, more }]) => ({
      ...{ matter, count: open.length, more },
      late: open.filter(({ dueOn }) => dueOn < day).length,
    }))
    return { asOf, count: items.length, more: desks.more, items, waiting }
  }

/** Someone has seen what was new up to a moment; never beyond now. */
export const markSeen =
  ({ table, clock }: RecordsHost) =>
  async (asOf: string, actor: Actor): Promise<string> => {
    const now = clock.now()
    const until = timestamp({ now: () => Math.min(now, Date.parse(asOf)) })
    const own = actor.staffId === undefined ? [] : await certificatesOf(table, actor.staffId)
    const ofTheDay = own.map(changeOf).filter(({ day }) => day === until.slice(0, 10))
    await keepSeen(table, actor.id, { until, certificates: ofTheDay.map(({ key }) => key) })
    return (await readSeen(table, actor.id))?.until ?? until
  }
