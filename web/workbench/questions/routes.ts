import type { RouteObject } from 'react-router'

/** What anyone opens. */
export const openQuestionRoutes: RouteObject[] = [
  {
    path: '/questions/new',
    lazy: async () => ({ Component: (await import('./new-question-page.tsx')).NewQuestionPage }),
  },
  {
    path: '/questions/follow',
    lazy: async () => ({ Component: (await import('./follow-question-page.tsx')).FollowQuestionPage }),
  },
  {
    path: '/answers',
    lazy: async () => ({ Component: (await import('./answers-page.tsx')).AnswersPage }),
  },
  {
    path: '/answers/:id',
    lazy: async () => ({ Component: (await import('./answer-page.tsx')).AnswerPage }),
  },
]

export const questionRoutes: RouteObject[] = [
  {
    path: '/questions/mine',
    lazy: async () => ({ Component: (await import('./own-questions-page.tsx')).OwnQuestionsPage }),
  },
  {
    path: '/questions/desk',
    lazy: async () => ({ Component: (await import('./questions-page.tsx')).QuestionsPage }),
  },
  {
    path: '/questions/desk/:id',
    lazy: async () => ({ Component: (await import('./question-page.tsx')).QuestionPage }),
  },
]
