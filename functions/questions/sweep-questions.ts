import { today } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import { ASKERS_KEPT } from '../platform/keys.ts'
import { logger } from '../platform/logger.ts'
import { readIndex, type Table, write } from '../platform/table.ts'
import { changeQuestion, type Question, questionsAwaiting } from './question.ts'
import { startQuestion } from './start-question.ts'

const A_PAGE = 50

/** Answers the token of a question that an act left waiting; where nobody waits on it, starts another execution. */
const resume = async (host: DecidingHost, question: Question): Promise<void> => {
  const { token } = question
  if (token === undefined) return startQuestion(host, question)
  if ((await host.workflows.succeed(token, {})) === 'taken') return
  const { token: _, ...rest } = question
  const after = { ...rest, attempt: question.attempt + 1 }
  await write(host.table, changeQuestion(question, after, []))
  await startQuestion(host, after)
}

/** Deletes who asked where its time is over; question and answer stay. */
const deleteAskers = async (table: Table, day: string): Promise<void> => {
  const { items } = await readIndex(table, 'swept', ASKERS_KEPT, { limit: A_PAGE, upTo: day })
  for (const { pk, sk } of items)
    await write(table, [
      { remove: { pk: String(pk), sk: String(sk) }, when: { expression: 'attribute_exists(pk)' } },
    ])
}

/** Resumes questions that a crash left waiting, and forgets in time who asked. Safe to repeat. */
export const sweepQuestions = async (host: DecidingHost, graceMilliseconds: number): Promise<number> => {
  let resumed = 0
  const { items } = await questionsAwaiting(host.table, { limit: A_PAGE })
  for (const question of items) {
    if (Date.parse(question.awaiting ?? '') + graceMilliseconds > host.clock.now()) continue
    try {
      await resume(host, question)
      resumed += 1
    } catch (error) {
      // One that fails does not stop the others.
      logger.error('A question could not be resumed.', { questionId: question.id, error })
    }
  }
  await deleteAskers(host.table, today(host.clock))
  return resumed
}
