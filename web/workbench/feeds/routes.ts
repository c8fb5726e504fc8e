import type { RouteObject } from 'react-router'

export const feedsRoutes: RouteObject[] = [
  {
    path: '/feeds/held',
    lazy: async () => ({ Component: (await import('./held-page.tsx')).HeldPage }),
  },
]
