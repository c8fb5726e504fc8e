import type { RouteObject } from 'react-router'

/** What everybody may read, without signing in. */
export const openLibraryRoutes: RouteObject[] = [
  {
    path: '/libraries',
    lazy: async () => ({ Component: (await import('./public-page.tsx')).LibrariesPage }),
  },
]

export const libraryRoutes: RouteObject[] = [
  {
    path: '/libraries/desk',
    lazy: async () => ({ Component: (await import('./desk-page.tsx')).LibraryDeskPage }),
  },
  {
    path: '/libraries/new/:kind',
    lazy: async () => ({ Component: (await import('./entry-form.tsx')).NewEntryPage }),
  },
  {
    path: '/libraries/entry/:id',
    lazy: async () => ({ Component: (await import('./entry-page.tsx')).LibraryEntryPage }),
  },
  {
    path: '/libraries/entry/:id/renewal',
    lazy: async () => ({ Component: (await import('./entry-form.tsx')).RenewEntryPage }),
  },
]
