import type { RouteObject } from 'react-router'

export const classRoutes: RouteObject[] = [
  {
    path: '/classes',
    lazy: async () => ({ Component: (await import('./my-classes-page.tsx')).MyClassesPage }),
  },
  {
    path: '/classes/asked',
    lazy: async () => ({ Component: (await import('./asked-page.tsx')).AskedPage }),
  },
  {
    path: '/classes/:id',
    lazy: async () => ({ Component: (await import('./class-page.tsx')).ClassPage }),
  },
]
