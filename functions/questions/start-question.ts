import { logger } from '../platform/logger.ts'
import type { Workflows } from '../platform/workflows.ts'
import type { Question } from './question.ts'

type Started = Pick<Question, 'id' | 'attempt'>

/** Starts a question's way; where it can't begin now, the reconciler starts it. */
export const startQuestion = async (
  { workflows }: { readonly workflows: Workflows },
  { id, attempt }: Started,
): Promise<void> => {
  try {
    await workflows.start('question', attempt === 1 ? id : `${id}-a${attempt}`, { questionId: id })
  } catch (error) {
    logger.error('A question could not begin; the reconciler will start it.', { questionId: id, error })
  }
}

/** Lets the execution go on after an act; where that fails, the reconciler does it. */
export const resumeQuestion = async (
  { workflows }: { readonly workflows: Workflows },
  { id, token }: Pick<Question, 'id' | 'token'>,
): Promise<void> => {
  if (token === undefined) return
  try {
    await workflows.succeed(token, {})
  } catch (error) {
    logger.error('A question could not go on; the reconciler will resume it.', { questionId: id, error })
  }
}
