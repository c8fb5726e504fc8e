import { Duration } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  CfnStage,
  CorsHttpMethod,
  HttpApi,
  HttpIntegrationType,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteIntegration,
  type HttpRouteIntegrationConfig,
  HttpRouteKey,
  HttpStage,
  IntegrationCredentials,
  LogGroupLogDestination,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { type IRole, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { CatalogRoute } from '../../functions/catalog.ts'
import { FEED_SCOPE } from '../../functions/platform/lambda.ts'
import { removalOf, type Settings, staysFor } from '../settings.ts'
import type { CatalogFunction } from './catalog-function.ts'

/** Calls a second, and at once. */
const EVERYONE = { rateLimit: 500, burstLimit: 1000 }
/** For each open route: whoever floods one leaves the others, and those signed in, their share. */
const OPEN_ROUTE = { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 }
/** For each route of programs, each of whose calls may carry a thousand rows: 200,000 rows a day are 200 calls. */
const CLIENT_ROUTE = { ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20 }

/** The key of the route for calls that no other route takes. */
export const UNKNOWN_ROUTE = '$default'

/** What is logged of a call. Paths hold ids and queries hold names, so the route stands for both. */
const LOGGED = {
  requestId: '$context.requestId',
  at: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  functionStatus: '$context.integrationStatus',
  refusedBecause: '$context.authorizer.error',
  error: '$context.error.messageString',
}

/**
 * A route's function, called by a role of the API's: a permission for each function would be one more
 * resource each.
 */
class FunctionIntegration extends HttpRouteIntegration {
  readonly #config: HttpRouteIntegrationConfig

  constructor(id: string, arn: string, role: IRole) {
    super(id)
    this.#config = {
      type: HttpIntegrationType.AWS_PROXY,
      uri: arn,
      payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
      credentials: IntegrationCredentials.fromRole(role),
    }
  }

  bind(): HttpRouteIntegrationConfig {
    return this.#config
  }
}

class IntegrationMissingError extends Error {
  override name = 'IntegrationMissingError'
}

/** The most functions of one role, whose policies hold at most 10,240 characters. */
const FUNCTIONS_A_ROLE = 60

interface ApiProps {
  readonly functions: readonly CatalogFunction[]
  readonly routes: readonly CatalogRoute[]
  readonly settings: Settings
}

/** The API's address, and the routes of the catalog under `/api`: open ones for anyone, all others with a token. */
export class Api extends Construct {
  readonly api: HttpApi

  constructor(scope: Construct, id: string, { functions, routes, settings }: ApiProps) {
    super(scope, id)
    const { publicUrl } = settings
    this.api = new HttpApi(this, 'Api', {
      apiName: settings.name,
      createDefaultStage: false,
      ...(publicUrl === undefined
        ? {}
        : {
            corsPreflight: {
              allowOrigins: [new URL(publicUrl).origin],
              allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST],
              allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'accept-language'],
              maxAge: Duration.hours(1),
            },
          }),
    })
    const authorizer = new HttpJwtAuthorizer('Session', settings.oidcIssuer, {
      jwtAudience: [settings.oidcAudience],
    })
    const open = new HttpNoneAuthorizer()
    const keep = staysFor(settings)
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: EVERYONE,
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLog', {
            retention: keep ? RetentionDays.ONE_YEAR : RetentionDays.ONE_WEEK,
            removalPolicy: removalOf(keep),
          }),
        ),
        format: AccessLogFormat.custom(JSON.stringify(LOGGED)),
      },
    })
    const throttled: Record<string, typeof OPEN_ROUTE> = {}
    const throttle = (key: string, added: readonly HttpRoute[], limit: typeof OPEN_ROUTE) => {
      throttled[key] = limit
      // A stage can only have settings of routes that exist.
      stage.node.addDependency(...added)
    }
    const roleOf = this.callers(functions)
    const integrations = new Map(
      functions.flatMap(({ entry, live }) => {
        const role = roleOf.get(entry.name)
        return role === undefined ? [] : [[entry.name, new FunctionIntegration(entry.name, live.ref, role)]]
      }),
    )
    for (const { key, method, path, access, lambda } of routes) {
      const integration = integrations.get(lambda.name)
      if (integration === undefined) throw new IntegrationMissingError(`No function serves ${key}.`)
      const added = this.api.addRoutes({
        path,
        methods: [HttpMethod[method]],
        integration,
        authorizer: access === 'open' ? open : authorizer,
        ...(access === 'client' ? { authorizationScopes: [FEED_SCOPE] } : {}),
      })
      if (access !== 'session') throttle(key, added, access === 'open' ? OPEN_ROUTE : CLIENT_ROUTE)
    }
    // Without this route API Gateway answers {"message":"Not Found"}, which is no problem document and has no
    // language.
    for (const { entry } of functions.filter(({ entry }) => entry.answersUnknown)) {
      const integration = integrations.get(entry.name)
      if (integration === undefined) throw new IntegrationMissingError(`No function is called ${entry.name}.`)
      const unknown = [
        new HttpRoute(this, 'Unknown', {
          httpApi: this.api,
          routeKey: HttpRouteKey.DEFAULT,
          integration,
          authorizer: open,
        }),
      ]
      throttle(UNKNOWN_ROUTE, unknown, OPEN_ROUTE)
    }
    const inner = stage.node.defaultChild
    if (inner instanceof CfnStage) inner.routeSettings = throttled
  }

  /** The role under which each route's function is called, by the function's name. */
  private callers(functions: readonly CatalogFunction[]): ReadonlyMap<string, IRole> {
    const roles = new Map<string, IRole>()
    for (let start = 0; start < functions.length; start += FUNCTIONS_A_ROLE) {
      const called = functions.slice(start, start + FUNCTIONS_A_ROLE)
      const role = new Role(this, `Caller${start / FUNCTIONS_A_ROLE}`, {
        assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
        inlinePolicies: {
          call: new PolicyDocument({
            statements: [
              new PolicyStatement({
                actions: ['lambda:InvokeFunction'],
                resources: called.map(({ live }) => live.ref),
              }),
            ],
          }),
        },
      })
      for (const { entry } of called) roles.set(entry.name, role)
    }
    return roles
  }
}
