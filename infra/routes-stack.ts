import { Stack, type StackProps } from 'aws-cdk-lib'
import { HttpApi, HttpAuthorizer, HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2'
import type { Construct } from 'constructs'
import type { CatalogRoute } from '../functions/catalog.ts'
import type { ApiStack } from './api-stack.ts'
import { integrationsFor } from './constructs/function-integration.ts'
import type { FunctionsStack } from './functions-stack.ts'

interface RoutesProps extends StackProps {
  readonly api: ApiStack
  readonly functions: FunctionsStack
  readonly routes: readonly CatalogRoute[]
}

/** Routes of the API for those signed in. Each is a resource, so they stand in stacks of their own: reads, and acts. */
export class RoutesStack extends Stack {
  constructor(scope: Construct, id: string, { api: of, functions, routes, ...props }: RoutesProps) {
    super(scope, id, props)
    const { api, session, callers } = of.api
    const httpApi = HttpApi.fromHttpApiAttributes(this, 'Api', { httpApiId: api.apiId })
    const authorizer = HttpAuthorizer.fromHttpAuthorizerAttributes(this, 'Session', {
      authorizerId: session.authorizerId,
      authorizerType: 'JWT',
    })
    const integrationOf = integrationsFor(functions.all, callers)
    for (const { key, method, path, lambda } of routes)
      new HttpRoute(this, key.replaceAll('/', '-'), {
        httpApi,
        routeKey: HttpRouteKey.with(path, HttpMethod[method]),
        integration: integrationOf(lambda),
        authorizer,
      })
  }
}
