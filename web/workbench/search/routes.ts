import type { RouteObject } from 'react-router'
import { onlyFor } from '../parts/only-for.tsx'

export const searchRoutes: RouteObject[] = [
  onlyFor('office', [
    { path: '/search', lazy: async () => ({ Component: (await import('./search-page.tsx')).SearchPage }) },
  ]),
]
