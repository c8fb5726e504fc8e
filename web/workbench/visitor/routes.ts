import type { RouteObject } from 'react-router'

export const visitorRoutes: RouteObject[] = [
  { path: '/', lazy: async () => ({ Component: (await import('./start-page.tsx')).StartPage }) },
  { path: '*', lazy: async () => ({ Component: (await import('./unknown-page.tsx')).UnknownPage }) },
]
