import type { RouteObject } from 'react-router'
import { onlyFor } from '../parts/only-for.tsx'

export const feedsRoutes: RouteObject[] = [
  onlyFor('authority', [
    {
      path: '/feeds/held',
      lazy: async () => ({ Component: (await import('./held-page.tsx')).HeldPage }),
    },
  ]),
]
