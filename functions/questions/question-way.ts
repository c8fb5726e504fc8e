import type { MatterWay } from '../platform/matter-way.ts'
import { changeQuestion, isOver, type Question, questionsAwaiting, readQuestion } from './question.ts'

/** A question’s way through its workflow (Art. 8, 48). */
export const questionWay: MatterWay<Question> = {
  workflow: 'question',
  idName: 'questionId',
  read: readQuestion,
  isOver,
  change: (before, after) => changeQuestion(before, after, []),
  awaiting: questionsAwaiting,
}
