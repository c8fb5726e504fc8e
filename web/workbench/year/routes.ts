import type { RouteObject } from 'react-router'

export const yearRoutes: RouteObject[] = [
  { path: '/year/:year', lazy: async () => ({ Component: (await import('./year-page.tsx')).YearPage }) },
  {
    path: '/year/:year/results',
    lazy: async () => ({ Component: (await import('./results-page.tsx')).ResultsPage }),
  },
  {
    path: '/year/:year/rehearsal',
    lazy: async () => ({ Component: (await import('./rehearsal-page.tsx')).RehearsalPage }),
  },
  {
    path: '/year/:year/statistics',
    lazy: async () => ({ Component: (await import('../statistics/statistics-page.tsx')).StatisticsPage }),
  },
]
