import type { RouteObject } from 'react-router'

export const auditorRoutes: RouteObject[] = [
  { path: '/audit', lazy: async () => ({ Component: (await import('./audit-page.tsx')).AuditPage }) },
]
