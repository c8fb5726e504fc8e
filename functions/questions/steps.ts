import { actingHost } from '../platform/acting-host.ts'
import { steps } from '../platform/step.ts'
import { questionSteps } from './functions.ts'
import { openQuestion, questionLate, questionStands } from './question-steps.ts'

export const handler = steps(questionSteps, actingHost, {
  'question-stands': (input, host) => questionStands(host)(input),
  'open-question': (input, host) => openQuestion(host)(input),
  'question-late': (input, host) => questionLate(host)(input),
})
