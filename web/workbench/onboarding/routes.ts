import type { RouteObject } from 'react-router'
import { onlyFor } from '../parts/only-for.tsx'

/** Whoever comes by a mail's link may have no account yet. */
export const invitationRoutes: RouteObject[] = [
  {
    path: '/invitations/:token',
    lazy: async () => ({ Component: (await import('./invitation-page.tsx')).InvitationPage }),
  },
]

export const onboardingRoutes: RouteObject[] = [
  onlyFor('office', [
    {
      path: '/accounts',
      lazy: async () => ({ Component: (await import('./accounts-page.tsx')).AccountsPage }),
    },
    {
      path: '/accounts/new',
      lazy: async () => ({ Component: (await import('./new-account-page.tsx')).NewAccountPage }),
    },
    {
      path: '/accounts/import',
      lazy: async () => ({ Component: (await import('../imports/seats-import-page.tsx')).SeatsImportPage }),
    },
  ]),
  {
    path: '/accounts/:id',
    lazy: async () => ({ Component: (await import('./account-page.tsx')).AccountPage }),
  },
  {
    path: '/account',
    lazy: async () => ({ Component: (await import('./own-account-page.tsx')).OwnAccountPage }),
  },
  {
    path: '/addresses/:token',
    lazy: async () => ({ Component: (await import('./address-page.tsx')).AddressPage }),
  },
  onlyFor('regionOrAuditor', [
    {
      path: '/checklist',
      lazy: async () => ({ Component: (await import('./checklist-page.tsx')).ChecklistPage }),
    },
  ]),
]
