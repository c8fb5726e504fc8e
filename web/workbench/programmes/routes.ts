import type { RouteObject } from 'react-router'

/** What everybody may read, without signing in. */
export const openProgrammeRoutes: RouteObject[] = [
  {
    path: '/programmes',
    lazy: async () => ({ Component: (await import('./public-page.tsx')).PublicProgrammesPage }),
  },
]

export const programmeRoutes: RouteObject[] = [
  {
    path: '/programmes/own',
    lazy: async () => ({ Component: (await import('./own-page.tsx')).OwnProgrammesPage }),
  },
  {
    path: '/programmes/new',
    lazy: async () => ({ Component: (await import('./filing-page.tsx')).NewFilingPage }),
  },
  {
    path: '/programmes/lecturers',
    lazy: async () => ({ Component: (await import('./lecturers-page.tsx')).LecturersPage }),
  },
  {
    path: '/programmes/figures',
    lazy: async () => ({ Component: (await import('./figures-page.tsx')).ProgrammeFiguresPage }),
  },
  {
    path: '/programmes/figures/:id',
    lazy: async () => ({ Component: (await import('./figures-page.tsx')).ProgrammeFiguresPage }),
  },
  {
    path: '/plans',
    lazy: async () => ({ Component: (await import('./plan-page.tsx')).OwnPlansPage }),
  },
  {
    path: '/plans/:id',
    lazy: async () => ({ Component: (await import('./plan-page.tsx')).PlanPage }),
  },
  {
    path: '/programme/:id',
    lazy: async () => ({ Component: (await import('./programme-page.tsx')).ProgrammePage }),
  },
  {
    path: '/programme/:id/correction',
    lazy: async () => ({ Component: (await import('./filing-page.tsx')).CorrectFilingPage }),
  },
]
