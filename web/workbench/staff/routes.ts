import type { RouteObject } from 'react-router'

export const staffRoutes: RouteObject[] = [
  { path: '/my', lazy: async () => ({ Component: (await import('./home-page.tsx')).HomePage }) },
]
