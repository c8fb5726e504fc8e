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
    path: '/classes/untrained',
    lazy: async () => ({ Component: (await import('./untrained-page.tsx')).UntrainedPage }),
  },
  {
    path: '/classes/:id',
    lazy: async () => ({ Component: (await import('./class-page.tsx')).ClassPage }),
  },
  {
    path: '/classes/:id/attend',
    lazy: async () => ({ Component: (await import('./attend-page.tsx')).AttendPage }),
  },
  {
    path: '/classes/:id/sessions/:n/code',
    lazy: async () => ({ Component: (await import('./code-page.tsx')).CodePage }),
  },
  {
    path: '/classes/:id/sessions/:n/list',
    lazy: async () => ({ Component: (await import('./list-page.tsx')).ListPage }),
  },
]
