import type {
  LateQuestion,
  OpenQuestion,
  QuestionInput,
  QuestionStage,
  QuestionStands,
} from '../../workflows/question/contract.ts'
import { readComplaintSettings } from '../complaints/settings.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import { seatedAt } from '../organisations/seated-at.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { timestamp, today } from '../platform/clock.ts'
import { toMail } from '../platform/letter.ts'
import {
  alarmOfMatter,
  isReminderDue,
  keepReminded,
  keepToken,
  matterLate,
  requireMatter,
  secondsUntilDue,
  standingMatter,
} from '../platform/matter-way.ts'
import { postMail } from '../platform/post-mail.ts'
import { officeAbove } from './at-desk.ts'
import { changeQuestion, isOver, type Question } from './question.ts'
import { type QuestionOccasion, questionLetter } from './question-letters.ts'
import { questionWay } from './question-way.ts'

const stageOf = (question: Question): QuestionStage => (isOver(question) ? 'over' : 'received')

/** Seconds until an office hears of what is overdue already as it comes: longer than a step that keeps a token takes. */
const SOON = 60

/** Where a question stands, and the seconds until its due date; overdue, until the next reminder, the first one soon. */
export const questionStands =
  ({ table, clock }: Pick<ActingHost, 'table' | 'clock'>) =>
  async ({ questionId }: QuestionInput): Promise<QuestionStands> => {
    const question = await standingMatter(questionWay, table, questionId)
    const isDue = isReminderDue(question, today(clock))
    return {
      stage: stageOf(question),
      patienceSeconds: isDue ? SOON : secondsUntilDue(question.dueOn, clock),
    }
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
  if (seated.length === 0) alarmOfMatter(questionWay, 'Nobody sits at the desk of a question.', question)
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
    const waiting = { id: questionId, token }
    const question = await keepToken(questionWay, host, waiting, (found) => stageOf(found) === stage)
    if (question !== undefined && question.dueOn >= today(host.clock))
      await tell(host, question, question.desk.id, 'open', `open-${question.desk.id}`)
  }

/** A due date has passed: on record once, the desk is reminded, and the one above sees it from now on. */
export const questionLate =
  (host: ActingHost) =>
  async ({ questionId, stage }: LateQuestion): Promise<void> => {
    const { table, clock } = host
    const day = today(clock)
    const question = await requireMatter(questionWay, table, questionId)
    if (stageOf(question) !== stage || !isReminderDue(question, day)) return
    await matterLate(questionWay, host, questionId, {
      waits: (found) => stageOf(found) === stage,
      above: async ({ desk: { id } }) => {
        const [desk, settings] = await Promise.all([
          readOrganisation(table, id),
          readComplaintSettings(table),
        ])
        return desk && settings && officeAbove(table, desk, settings.regionId)
      },
      change: (before, after) =>
        changeQuestion(before, after, [
          { at: timestamp(clock), by: 'system', byName: '', act: 'overdue', text: '' },
        ]),
      tell: (question, deskId, occasion, event) => tell(host, question, deskId, occasion, event),
      nobody: 'A question is overdue, and no desk stands above.',
    })
    await keepReminded(questionWay, table, questionId, day)
  }
