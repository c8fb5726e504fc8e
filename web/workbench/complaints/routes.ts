import type { RouteObject } from 'react-router'
import { onlyFor } from '../parts/only-for.tsx'

/** What anyone opens. */
export const openComplaintRoutes: RouteObject[] = [
  {
    path: '/complaints/new',
    lazy: async () => ({ Component: (await import('./new-complaint-page.tsx')).NewComplaintPage }),
  },
  {
    path: '/complaints/follow',
    lazy: async () => ({ Component: (await import('./follow-complaint-page.tsx')).FollowComplaintPage }),
  },
]

export const complaintRoutes: RouteObject[] = [
  {
    path: '/complaints/desk',
    lazy: async () => ({ Component: (await import('./complaints-page.tsx')).ComplaintsPage }),
  },
  {
    path: '/complaints/desk/:id',
    lazy: async () => ({ Component: (await import('./complaint-page.tsx')).ComplaintPage }),
  },
  {
    path: '/complaints/enter',
    lazy: async () => ({ Component: (await import('./enter-complaint-page.tsx')).EnterComplaintPage }),
  },
  onlyFor('region', [
    {
      path: '/complaints/settings',
      lazy: async () => ({ Component: (await import('./settings-page.tsx')).ComplaintSettingsPage }),
    },
  ]),
]
