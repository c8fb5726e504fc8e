import type { RouteObject } from 'react-router'
import { onlyFor } from '../parts/only-for.tsx'

export const auditorRoutes: RouteObject[] = [
  onlyFor('regionOrAuditor', [
    { path: '/audit', lazy: async () => ({ Component: (await import('./audit-page.tsx')).AuditPage }) },
  ]),
  onlyFor('auditor', [
    {
      path: '/audit/readings',
      lazy: async () => ({ Component: (await import('./readings-page.tsx')).ReadingsPage }),
    },
  ]),
]
