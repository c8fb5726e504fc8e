import type { RouteObject } from 'react-router'

export const yearRoutes: RouteObject[] = []
