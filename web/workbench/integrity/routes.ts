import type { RouteObject } from 'react-router'

export const integrityRoutes: RouteObject[] = [
  {
    path: '/ledgers/broken',
    lazy: async () => ({ Component: (await import('./broken-ledgers-page.tsx')).BrokenLedgersPage }),
  },
  {
    path: '/persons/:id/restoration',
    lazy: async () => ({ Component: (await import('./restoration-page.tsx')).RestorationPage }),
  },
]
