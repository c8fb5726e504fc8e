import type { RouteObject } from 'react-router'
import { onlyFor } from '../parts/only-for.tsx'

export const integrityRoutes: RouteObject[] = [
  onlyFor('regionOrAuditor', [
    {
      path: '/ledgers/broken',
      lazy: async () => ({ Component: (await import('./broken-ledgers-page.tsx')).BrokenLedgersPage }),
    },
  ]),
  onlyFor('region', [
    {
      path: '/persons/:id/restoration',
      lazy: async () => ({ Component: (await import('./restoration-page.tsx')).RestorationPage }),
    },
  ]),
]
