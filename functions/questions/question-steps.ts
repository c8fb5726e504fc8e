import { MetricUnit } from '@aws-lambda-powertools/metrics'
import type {
  LateQuestion,
  OpenQuestion,
  QuestionInput,
  QuestionStage,
  QuestionStands,
} from '../../workflows/question/contract.ts'
import { readComplaintSettings } from '../complaints/settings.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { endOfDay, timestamp, today } from '../platform/clock.ts'
import { toMail } from '../platform/letter.ts'
import { logger } from '../platform/logger.ts'
import { metrics } from '../platform/metrics.ts'
import { postMail } from '../platform/post-mail.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { addWorkingDays } from '../platform/working-days.ts'
import { officeAbove, seatedAt } from './at-desk.ts'
import { changeQuestion, isOver, type Question, readQuestion } from './question.ts'
import { type QuestionOccasion, questionLetter } from './question-letters.ts'

class QuestionMissingError extends Error {
  override name = 'QuestionMissingError'
}

const requireQuestion = async (table: Table, id: string): Promise<Question> => {
  const question = await readQuestion(table, id)
  if (question === undefined) throw new QuestionMissingError(`There is no question ${id}.`)
  return question
}

const stageOf = (question: Question): QuestionStage => (isOver(question) ? 'over' : 'received')

/** Working days between two reminders of an overdue question. */
const REMINDED_EVERY = 5

/** Where a question stands, and the seconds until its due date; overdue, until the next reminder. */
export const questionStands =
  ({ table, clock }: Pick<ActingHost, 'table' | 'clock'>) =>
  async ({ questionId }: QuestionInput): Promise<QuestionStands> => {
    const question = await retryOnConflict(async () => {
      const found = await requireQuestion(table, questionId)
      if (!isOver(found) || found.awaiting === undefined) return found
      const { awaiting: _, token: __, ...over } = found
      await write(table, changeQuestion(found, over, []))
      return over
    })
    const day = today(clock)
    const until = question.dueOn >= day ? question.dueOn : addWorkingDays(day, REMINDED_EVERY)
    return {
      stage: stageOf(question),
      patienceSeconds: Math.max(1, Math.ceil((endOfDay(until) - clock.now()) / 1000)),
    }
  }

/** What operators must hear of; by the id alone. */
const alarm = (message: string, { id }: Question): void => {
  logger.error(message, { questionId: id })
  metrics.addMetric('MattersWaiting', MetricUnit.Count, 1)
}

const tell = async (
  host: ActingHost,
  question: Question,
  deskId: string,
  occasion: QuestionOccasion,
  event: string,
): Promise<void> => {
  const desk = await readOrganisation(host.table, deskId)
  if (desk === undefined) return
  const seated = await seatedAt(host.table, desk)
  if (seated.length === 0) alarm('Nobody sits at the desk of a question.', question)
  const letter = questionLetter(occasion, question, host.publicUrl)
  const to = seated.map(({ email }) => email)
  await postMail(host, toMail(letter, `question-${question.id}-${event}`, to))
}

/**
 * Keeps the token of the execution that waits for a desk, and writes to the desk. Where the question has gone on
 * meanwhile, the token is answered at once.
 */
export const openQuestion =
  (host: ActingHost) =>
  async ({ questionId, stage, token }: OpenQuestion): Promise<void> => {
    const { table, workflows } = host
    const question = await retryOnConflict(async () => {
      const found = await requireQuestion(table, questionId)
      if (stageOf(found) !== stage) return undefined
      const { awaiting: _, ...rest } = found
      const after = { ...rest, token }
      await write(table, changeQuestion(found, after, []))
      return after
    })
    if (question === undefined) await workflows.succeed(token, {})
    else if (question.dueOn >= today(host.clock))
      await tell(host, question, question.desk.id, 'open', `open-${question.desk.id}`)
  }

/** A due date has passed: on record once, the desk is reminded, and the one above sees it from now on. */
export const questionLate =
  (host: ActingHost) =>
  async ({ questionId, stage }: LateQuestion): Promise<void> => {
    const { table, clock } = host
    const day = today(clock)
    const late = await retryOnConflict(async () => {
      const found = await requireQuestion(table, questionId)
      if (stageOf(found) !== stage || found.dueOn >= day) return undefined
      if (found.above !== undefined) return found
      const [desk, settings] = await Promise.all([
        readOrganisation(table, found.desk.id),
        readComplaintSettings(table),
      ])
      const above =
        desk === undefined || settings === undefined
          ? undefined
          : await officeAbove(table, desk, settings.regionId)
      if (above === undefined) return found
      const after = { ...found, above: { id: above.id, name: above.name } }
      const entry = { at: timestamp(clock), by: 'system', byName: '', act: 'overdue' as const, text: '' }
      await write(table, changeQuestion(found, after, [entry]))
      return after
    })
    if (late === undefined) return
    await tell(host, late, late.desk.id, 'late', `late-${day}`)
    if (late.above === undefined) alarm('A question is overdue, and no desk stands above.', late)
    else await tell(host, late, late.above.id, 'above', `above-${day}`)
  }
