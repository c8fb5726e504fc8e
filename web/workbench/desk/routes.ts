import type { RouteObject } from 'react-router'

export const deskRoutes: RouteObject[] = [
  { path: '/tasks', lazy: async () => ({ Component: (await import('./tasks-page.tsx')).TasksPage }) },
  {
    path: '/delegations',
    lazy: async () => ({ Component: (await import('./delegations-page.tsx')).DelegationsPage }),
  },
]
