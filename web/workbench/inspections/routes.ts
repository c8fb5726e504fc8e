import type { RouteObject } from 'react-router'
import { onlyFor } from '../parts/only-for.tsx'

export const inspectionRoutes: RouteObject[] = [
  {
    path: '/inspections',
    lazy: async () => ({ Component: (await import('./inspections-page.tsx')).InspectionsPage }),
  },
  onlyFor('authority', [
    {
      path: '/inspections/draws/new',
      lazy: async () => ({ Component: (await import('./new-draw-page.tsx')).NewDrawPage }),
    },
    {
      path: '/inspections/orders/new',
      lazy: async () => ({ Component: (await import('./new-order-page.tsx')).NewOrderPage }),
    },
  ]),
  {
    path: '/inspections/draws/:id',
    lazy: async () => ({ Component: (await import('./draw-page.tsx')).DrawPage }),
  },
  onlyFor('department', [
    {
      path: '/inspections/violations/new',
      lazy: async () => ({ Component: (await import('./new-violation-page.tsx')).NewViolationPage }),
    },
  ]),
  {
    path: '/inspections/matters/:id',
    lazy: async () => ({ Component: (await import('./matter-page.tsx')).MatterPage }),
  },
]
