import type { RouteObject } from 'react-router'

export const inspectionRoutes: RouteObject[] = [
  {
    path: '/inspections',
    lazy: async () => ({ Component: (await import('./inspections-page.tsx')).InspectionsPage }),
  },
  {
    path: '/inspections/draws/new',
    lazy: async () => ({ Component: (await import('./new-draw-page.tsx')).NewDrawPage }),
  },
  {
    path: '/inspections/draws/:id',
    lazy: async () => ({ Component: (await import('./draw-page.tsx')).DrawPage }),
  },
  {
    path: '/inspections/orders/new',
    lazy: async () => ({ Component: (await import('./new-order-page.tsx')).NewOrderPage }),
  },
  {
    path: '/inspections/violations/new',
    lazy: async () => ({ Component: (await import('./new-violation-page.tsx')).NewViolationPage }),
  },
  {
    path: '/inspections/matters/:id',
    lazy: async () => ({ Component: (await import('./matter-page.tsx')).MatterPage }),
  },
]
