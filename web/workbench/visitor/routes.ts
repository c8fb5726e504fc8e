import type { RouteObject } from 'react-router'

export const visitorRoutes: RouteObject[] = [
  { path: '/', lazy: async () => ({ Component: (await import('./start-page.tsx')).StartPage }) },
  {
    path: '/calculator',
    lazy: async () => ({ Component: (await import('./calculator-page.tsx')).CalculatorPage }),
  },
  { path: '/docs', lazy: async () => ({ Component: (await import('./docs-page.tsx')).DocsPage }) },
  { path: '*', lazy: async () => ({ Component: (await import('./unknown-page.tsx')).UnknownPage }) },
]
