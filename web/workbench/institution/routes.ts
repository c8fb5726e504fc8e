import type { RouteObject } from 'react-router'
import { onlyFor } from '../parts/only-for.tsx'

export const institutionRoutes: RouteObject[] = [
  onlyFor('office', [
    { path: '/persons', lazy: async () => ({ Component: (await import('./persons-page.tsx')).PersonsPage }) },
    {
      path: '/persons/new',
      lazy: async () => ({ Component: (await import('./new-person-page.tsx')).NewPersonPage }),
    },
    { path: '/imports', lazy: async () => ({ Component: (await import('./imports-page.tsx')).ImportsPage }) },
  ]),
  { path: '/progress', lazy: async () => ({ Component: (await import('./short-page.tsx')).ShortPage }) },
  { path: '/persons/:id', lazy: async () => ({ Component: (await import('./person-page.tsx')).PersonPage }) },
  {
    path: '/persons/:id/change',
    lazy: async () => ({ Component: (await import('./change-person-page.tsx')).ChangePersonPage }),
  },
  {
    path: '/persons/:id/move',
    lazy: async () => ({ Component: (await import('./move-person-page.tsx')).MovePersonPage }),
  },
  {
    path: '/persons/:id/take-over',
    lazy: async () => ({ Component: (await import('./take-over-page.tsx')).TakeOverPage }),
  },
  {
    path: '/persons/:id/merge',
    lazy: async () => ({ Component: (await import('./merge-page.tsx')).MergePage }),
  },
  {
    path: '/persons/:id/trainings',
    lazy: async () => ({
      Component: (await import('../person/training-archive-page.tsx')).TrainingArchivePage,
    }),
  },
]
