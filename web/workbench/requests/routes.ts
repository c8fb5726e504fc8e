import type { RouteObject } from 'react-router'

export const requestsRoutes: RouteObject[] = [
  {
    path: '/requests',
    lazy: async () => ({ Component: (await import('./requests-page.tsx')).RequestsPage }),
  },
  {
    path: '/requests/new/:type',
    lazy: async () => ({ Component: (await import('./new-request-page.tsx')).NewRequestPage }),
  },
  {
    path: '/request/:id',
    lazy: async () => ({ Component: (await import('./request-page.tsx')).RequestPage }),
  },
  {
    path: '/request/:id/edit',
    lazy: async () => ({ Component: (await import('./edit-request-page.tsx')).EditRequestPage }),
  },
]
