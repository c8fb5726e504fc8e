import type { RouteObject } from 'react-router'
import { onlyFor } from '../parts/only-for.tsx'

/** What anyone opens. */
export const openPolicyRoutes: RouteObject[] = [
  {
    path: '/articles',
    lazy: async () => ({ Component: (await import('./articles-page.tsx')).ArticlesPage }),
  },
  {
    path: '/articles/:article',
    lazy: async () => ({ Component: (await import('./article-page.tsx')).ArticlePage }),
  },
  {
    path: '/policies',
    lazy: async () => ({ Component: (await import('./policies-page.tsx')).PoliciesPage }),
  },
  {
    path: '/policies/:id',
    lazy: async () => ({ Component: (await import('./policy-page.tsx')).PolicyPage }),
  },
]

export const policyRoutes: RouteObject[] = [
  onlyFor('authority', [
    {
      path: '/policies/new',
      lazy: async () => ({ Component: (await import('./new-policy-page.tsx')).NewPolicyPage }),
    },
  ]),
]
