import { LateQuestion, OpenQuestion, QuestionInput } from '../../workflows/question/contract.ts'
import { type Lambda, writes } from '../platform/lambda.ts'
import {
  actOnQuestion,
  askQuestion,
  askWithAccount,
  followQuestion,
  listAnswers,
  listOwnQuestions,
  listQuestions,
  readAnswer,
  readQuestion,
} from './api.ts'

/** What anyone may do: ask, follow, read what was published. */
export const questionsOpen = {
  name: 'questions-open',
  entry: 'functions/questions/open.ts',
  work: {
    kind: 'routes',
    access: 'open',
    routes: {
      'POST /questions': askQuestion,
      'POST /questions/{code}/view': followQuestion,
      'GET /answers': listAnswers,
      'GET /answers/{id}': readAnswer,
    },
  },
  grants: [...writes, 'complaint:seal', 'workflow:question'],
} as const satisfies Lambda

/** What someone asks with their account, and what desks do. */
export const questionDesk = {
  name: 'question-desk',
  entry: 'functions/questions/desk.ts',
  work: {
    kind: 'routes',
    access: 'session',
    routes: {
      'GET /questions': listQuestions,
      'GET /questions/own': listOwnQuestions,
      'GET /questions/{id}': readQuestion,
      'POST /questions/own': askWithAccount,
      'POST /questions/{id}/acts': actOnQuestion,
    },
  },
  grants: [...writes, 'complaint:seal', 'workflow:question', 'tokens:answer', 'mail:send'],
} as const satisfies Lambda

/** Says where a question stands, keeps its token, writes to the desks. */
export const questionSteps = {
  name: 'question-steps',
  entry: 'functions/questions/steps.ts',
  work: {
    kind: 'steps',
    steps: {
      'question-stands': QuestionInput,
      'open-question': OpenQuestion,
      'question-late': LateQuestion,
    },
  },
  grants: [...writes, 'mail:send', 'tokens:answer'],
} as const satisfies Lambda

export const functions: readonly Lambda[] = [questionsOpen, questionDesk, questionSteps]
