import type { RouteObject } from 'react-router'

export const staffRoutes: RouteObject[] = [
  { path: '/my', lazy: async () => ({ Component: (await import('./home-page.tsx')).HomePage }) },
  { path: '/looks', lazy: async () => ({ Component: (await import('./looks-page.tsx')).LooksPage }) },
  { path: '/news', lazy: async () => ({ Component: (await import('./news-page.tsx')).NewsPage }) },
  { path: '/ledger', lazy: async () => ({ Component: (await import('./ledger-page.tsx')).LedgerPage }) },
  {
    path: '/certificates',
    lazy: async () => ({ Component: (await import('./certificates-page.tsx')).CertificatesPage }),
  },
  {
    path: '/certificate/:number',
    lazy: async () => ({ Component: (await import('./certificate-page.tsx')).CertificatePage }),
  },
]
