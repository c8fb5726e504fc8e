import type { RouteObject } from 'react-router'
import { onlyFor } from '../parts/only-for.tsx'

export const operatorRoutes: RouteObject[] = [
  onlyFor('watcher', [
    {
      path: '/executions',
      lazy: async () => ({ Component: (await import('./executions-page.tsx')).ExecutionsPage }),
    },
    {
      path: '/executions/:workflow/:name',
      lazy: async () => ({ Component: (await import('./execution-page.tsx')).ExecutionPage }),
    },
    { path: '/mails', lazy: async () => ({ Component: (await import('./mails-page.tsx')).MailsPage }) },
  ]),
]
