import { MetricUnit } from '@aws-lambda-powertools/metrics'
import type { WorkflowName } from '../../workflows/contract.ts'
import { type Clock, endOfDay, today } from './clock.ts'
import type { DecidingHost } from './deciding-host.ts'
import { logger } from './logger.ts'
import { metrics } from './metrics.ts'
import { retryOnConflict } from './retry-on-conflict.ts'
import { type Page, type PageRequest, type Table, type Write, write } from './table.ts'
import type { Workflows } from './workflows.ts'
import { addWorkingDays } from './working-days.ts'

/** What people have before them outside requests (a complaint, a question, an inspection), as its execution knows it. */
export interface WaitingMatter {
  readonly id: string
  /** How often an execution was started. */
  readonly attempt: number
  /** Since when the workflow has work to do: to begin, or to hear of an act. */
  readonly awaiting?: string | undefined
  /** What its execution waits on. */
  readonly token?: string | undefined
}

/** How a kind of matter goes through its workflow: the table says where it stands, the execution only waits. */
export interface MatterWay<M extends WaitingMatter> {
  readonly workflow: WorkflowName
  /** What its id is called in the workflow's inputs and in logs. */
  readonly idName: string
  /** What its executions are called where that must not be its id. */
  executionName?(id: string): string
  read(table: Table, id: string): Promise<M | undefined>
  isOver(matter: M): boolean
  /** The writes by which it is from now on what `after` says, as long as it is `before` still. */
  change(before: M, after: M): Write[]
  /** Those whose workflow has work to do, the longest waiting first. */
  awaiting(table: Table, page: PageRequest): Promise<Pick<Page, 'cursor'> & { readonly items: readonly M[] }>
}

class MatterMissingError extends Error {
  override name = 'MatterMissingError'
}

/** @throws MatterMissingError */
export const requireMatter = async <M extends WaitingMatter>(
  way: MatterWay<M>,
  table: Table,
  id: string,
): Promise<M> => {
  const matter = await way.read(table, id)
  if (matter === undefined) throw new MatterMissingError(`There is no ${way.workflow} ${id}.`)
  return matter
}

/** Starts a matter's way; where it can't begin now, the reconciler starts it. */
export const startMatter = async <M extends WaitingMatter>(
  { workflow, idName, executionName = (id) => id }: MatterWay<M>,
  { workflows }: { readonly workflows: Workflows },
  { id, attempt }: Pick<M, 'id' | 'attempt'>,
): Promise<void> => {
  const input = { [idName]: id }
  try {
    const name = executionName(id)
    await workflows.start(workflow, attempt === 1 ? name : `${name}-a${attempt}`, input)
  } catch (error) {
    logger.error('A matter could not begin; the reconciler will start it.', { ...input, error })
  }
}

/** Lets the execution go on after an act; where that fails, the reconciler does it. */
export const resumeMatter = async <M extends WaitingMatter>(
  { idName }: MatterWay<M>,
  { workflows }: { readonly workflows: Workflows },
  { id, token }: Pick<M, 'id' | 'token'>,
): Promise<void> => {
  if (token === undefined) return
  try {
    await workflows.succeed(token, {})
  } catch (error) {
    logger.error('A matter could not go on; the reconciler will resume it.', { [idName]: id, error })
  }
}

/** As it stands; once it is over, nothing waits for its execution any more. */
export const standingMatter = <M extends WaitingMatter>(
  way: MatterWay<M>,
  table: Table,
  id: string,
): Promise<M> =>
  retryOnConflict(async () => {
    const found = await requireMatter(way, table, id)
    if (!way.isOver(found) || found.awaiting === undefined) return found
    const over = { ...found, awaiting: undefined, token: undefined }
    await write(table, way.change(found, over))
    return over
  })

/**
 * Keeps the token of an execution that waits for people, and answers the matter. Where it has gone on meanwhile
 * (`waits`), the token is answered at once, and there is nothing to tell anyone: undefined.
 */
export const keepToken = async <M extends WaitingMatter>(
  way: MatterWay<M>,
  { table, workflows }: Pick<DecidingHost, 'table' | 'workflows'>,
  { id, token }: { readonly id: string; readonly token: string },
  waits: (matter: M) => boolean,
): Promise<M | undefined> => {
  const matter = await retryOnConflict(async () => {
    const found = await requireMatter(way, table, id)
    if (!waits(found)) return undefined
    const after = { ...found, awaiting: undefined, token }
    await write(table, way.change(found, after))
    return after
  })
  if (matter === undefined) await workflows.succeed(token, {})
  return matter
}

/** A matter that lies at a desk and, once it is overdue, before the one above it, too. */
interface AtDesks extends WaitingMatter {
  readonly desk: { readonly id: string }
  readonly dueOn: string
  readonly above?: { readonly id: string; readonly name: string } | undefined
}

/** What a kind of matter does once its day has passed. */
export interface Lateness<M extends AtDesks> {
  /** Whether it is still waited for. */
  waits(matter: M): boolean
  /** The desk that sees it from then on; undefined: none stands above. */
  above(matter: M): Promise<{ readonly id: string; readonly name: string } | undefined>
  /** Puts on record that it is overdue, and that the one above sees it. */
  change(before: M, after: M): Write[]
  /** Writes to a desk; `event` is part of the message's id. */
  tell(matter: M, deskId: string, occasion: 'late' | 'above', event: string): Promise<void>
  /** What operators are alarmed with where no desk stands above. */
  readonly nobody: string
}

/** A due date has passed: on record once, the desk is reminded, and the one above sees it from now on. */
export const matterLate = async <M extends AtDesks>(
  way: MatterWay<M>,
  { table, clock }: Pick<DecidingHost, 'table' | 'clock'>,
  id: string,
  { waits, above: findAbove, change, tell, nobody }: Lateness<M>,
): Promise<void> => {
  const day = today(clock)
  const late = await retryOnConflict(async () => {
    const found = await requireMatter(way, table, id)
    if (!waits(found) || found.dueOn >= day) return undefined
    if (found.above !== undefined) return found
    const above = await findAbove(found)
    if (above === undefined) return found
    const after = { ...found, above: { id: above.id, name: above.name } }
    await write(table, change(found, after))
    return after
  })
  if (late === undefined) return
  await tell(late, late.desk.id, 'late', `late-${day}`)
  if (late.above === undefined) alarmOfMatter(way, nobody, late)
  else await tell(late, late.above.id, 'above', `above-${day}`)
}

const A_PAGE = 50

/**
 * Lets a matter go on that an act left waiting: its token is answered; where nobody waits on it any more, another
 * execution is started, which asks the table where the matter stands.
 */
const goOn = async <M extends WaitingMatter>(
  way: MatterWay<M>,
  host: DecidingHost,
  matter: M,
): Promise<void> => {
  const { token } = matter
  if (token === undefined) return startMatter(way, host, matter)
  if ((await host.workflows.succeed(token, {})) === 'taken') return
  const after = { ...matter, token: undefined, attempt: matter.attempt + 1 }
  await write(host.table, way.change(matter, after))
  await startMatter(way, host, after)
}

/** How long a sweep works before it leaves the rest to the next, in milliseconds by the machine's clock. */
const PATIENCE = 30_000

/**
 * Lets those go on that a crash left waiting for longer than `graceMilliseconds`, the longest waiting first, as far as
 * there is time; however many fail, the others are reached. Answers how many went on. Safe to repeat.
 */
export const sweepMatters = async <M extends WaitingMatter>(
  way: MatterWay<M>,
  host: DecidingHost,
  graceMilliseconds: number,
  patience: number = PATIENCE,
): Promise<number> => {
  const deadline = performance.now() + patience
  let resumed = 0
  let cursor: string | undefined
  do {
    const page = await way.awaiting(host.table, { limit: A_PAGE, cursor })
    for (const matter of page.items) {
      if (performance.now() > deadline) return resumed
      if (Date.parse(matter.awaiting ?? '') + graceMilliseconds > host.clock.now()) continue
      try {
        await goOn(way, host, matter)
        resumed += 1
      } catch (error) {
        // One that fails does not stop the others.
        logger.error('A matter could not be resumed.', { [way.idName]: matter.id, error })
      }
    }
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return resumed
}

/** Working days between two reminders of what is overdue. */
const REMINDED_EVERY = 5

/** Whether a reminder of what is overdue since a day is due: the first at once, each further one in its time. */
export const isReminderDue = (
  { dueOn, remindedOn }: { readonly dueOn: string; readonly remindedOn?: string | undefined },
  day: string,
): boolean =>
  dueOn < day &&
  (remindedOn === undefined || remindedOn <= dueOn || addWorkingDays(remindedOn, REMINDED_EVERY) < day)

/** Seconds until the end of a due date; once that has passed, until the next reminder. */
export const secondsUntilDue = (dueOn: string | undefined, clock: Clock): number => {
  const day = today(clock)
  const until = dueOn !== undefined && dueOn >= day ? dueOn : addWorkingDays(day, REMINDED_EVERY)
  return Math.max(1, Math.ceil((endOfDay(until) - clock.now()) / 1000))
}

/** Puts on record when a desk was reminded: the next reminder comes in its time, however often it is looked. */
export const keepReminded = <M extends WaitingMatter & { readonly remindedOn?: string | undefined }>(
  way: MatterWay<M>,
  table: Table,
  id: string,
  day: string,
): Promise<void> =>
  retryOnConflict(async () => {
    const found = await requireMatter(way, table, id)
    await write(table, way.change(found, { ...found, remindedOn: day }))
  })

/** What operators must hear of: a matter for which nobody can act. By the id alone. */
export const alarmOfMatter = <M extends WaitingMatter>(
  { idName }: MatterWay<M>,
  message: string,
  { id }: Pick<M, 'id'>,
): void => {
  logger.error(message, { [idName]: id })
  metrics.addMetric('MattersWaiting', MetricUnit.Count, 1)
}
