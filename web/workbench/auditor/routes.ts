import type { RouteObject } from 'react-router'

export const auditorRoutes: RouteObject[] = []
