import { functions as audit } from './audit/functions.ts'
import { functions as certificates } from './certificates/functions.ts'
import { functions as classes } from './classes/functions.ts'
import { functions as complaints } from './complaints/functions.ts'
import { functions as desks } from './desks/functions.ts'
import { functions as feeds } from './feeds/functions.ts'
import { functions as imports } from './imports/functions.ts'
import { functions as inspections } from './inspections/functions.ts'
import { functions as integrity } from './integrity/functions.ts'
import { functions as ledger } from './ledger/functions.ts'
import { functions as notices } from './notices/functions.ts'
import { functions as onboarding } from './onboarding/functions.ts'
import { functions as operations } from './operations/functions.ts'
import { functions as organisations } from './organisations/functions.ts'
import { functions as outcomes } from './outcomes/functions.ts'
import { functions as papers } from './papers/functions.ts'
import { functions as persons } from './persons/functions.ts'
import type { Access } from './platform/callers.ts'
import type { Lambda, Method, RouteKey } from './platform/lambda.ts'
import type { Operation } from './platform/operation.ts'
import { functions as policies } from './policies/functions.ts'
import { functions as programmes } from './programmes/functions.ts'
import { functions as open } from './public/functions.ts'
import { functions as questions } from './questions/functions.ts'
import { functions as registers } from './registers/functions.ts'
import { functions as remedies } from './remedies/functions.ts'
import { functions as reorganisations } from './reorganisations/functions.ts'
import { functions as requests } from './requests/functions.ts'
import { functions as search } from './search/functions.ts'
import { functions as settlement } from './settlement/functions.ts'
import { functions as statistics } from './statistics/functions.ts'
import { functions as year } from './year/functions.ts'

/**
 * The one declaration that two hosts read: `infra` turns it into Lambda functions, routes, schedules and grants;
 * `local` serves it in one process. It joins what each capability declares in its `functions.ts`; what is not here
 * runs in neither. It declares and imports nothing that runs.
 */
export const catalog: readonly Lambda[] = [
  ...open,
  ...organisations,
  ...registers,
  ...requests,
  ...desks,
  ...certificates,
  ...year,
  ...settlement,
  ...persons,
  ...outcomes,
  ...ledger,
  ...programmes,
  ...classes,
  ...reorganisations,
  ...integrity,
  ...remedies,
  ...complaints,
  ...questions,
  ...inspections,
  ...policies,
  ...notices,
  ...papers,
  ...feeds,
  ...imports,
  ...statistics,
  ...operations,
  ...onboarding,
  ...search,
  ...audit,
]

/** A route of the API, with the Lambda that serves it. */
export interface CatalogRoute {
  /** As API Gateway knows it: `GET /api/requests/{id}`. */
  readonly key: string
  readonly method: Method
  /** `/api` included. */
  readonly path: string
  readonly access: Access
  readonly operation: Operation
  readonly lambda: Lambda
}

const isRouteKey = (key: string): key is RouteKey => /^(GET|POST) \//.test(key)

const routeOf = (key: RouteKey) => {
  const method = key.startsWith('GET') ? 'GET' : 'POST'
  const path = `/api${key.slice(method.length + 1)}`
  return { key: `${method} ${path}`, method, path } as const
}

/** Every route of the API. */
export const routes: readonly CatalogRoute[] = catalog.flatMap((lambda) => {
  const { work } = lambda
  if (work.kind !== 'routes') return []
  return Object.entries(work.routes).flatMap(([key, operation]) =>
    isRouteKey(key) ? [{ ...routeOf(key), access: work.access, operation, lambda }] : [],
  )
})

/** The Lambda that holds a step of a workflow. */
export const lambdaOfStep = (step: string): Lambda | undefined =>
  catalog.find(({ work }) => work.kind === 'steps' && step in work.steps)
