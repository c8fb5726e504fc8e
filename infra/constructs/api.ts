import { Duration } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  CfnStage,
  CorsHttpMethod,
  HttpApi,
  HttpAuthorizer,
  HttpAuthorizerType,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { type IRole, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { CatalogRoute } from '../../functions/catalog.ts'
import { FEED_SCOPE } from '../../functions/platform/lambda.ts'
import { removalOf, type Settings, staysFor } from '../settings.ts'
import type { CatalogFunction } from './catalog-function.ts'
import { integrationsFor } from './function-integration.ts'

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

/** The most functions of one role, whose policies hold at most 10,240 characters. */
const FUNCTIONS_A_ROLE = 60

interface ApiProps {
  readonly functions: readonly CatalogFunction[]
  /** Without a session of a person's. */
  readonly routes: readonly CatalogRoute[]
  readonly settings: Settings
}

/** The API's address, who is let in, and the routes that need no session of a person's: those for anyone, and for programs. */
export class Api extends Construct {
  readonly api: HttpApi
  /** Lets in whoever bears a token of the issuer. */
  readonly session: HttpAuthorizer
  /** The role under which each route's function is called, by the function's name. */
  readonly callers: ReadonlyMap<string, IRole>

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
    this.session = new HttpAuthorizer(this.api, 'Session', {
      httpApi: this.api,
      type: HttpAuthorizerType.JWT,
      identitySource: ['$request.header.Authorization'],
      jwtIssuer: settings.oidcIssuer,
      jwtAudience: [settings.oidcAudience],
    })
    const program = HttpAuthorizer.fromHttpAuthorizerAttributes(this, 'Program', {
      authorizerId: this.session.authorizerId,
      authorizerType: 'JWT',
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
    this.callers = this.rolesFor(functions)
    const integrationOf = integrationsFor(functions, this.callers)
    for (const { key, method, path, access, lambda } of routes) {
      const added = this.api.addRoutes({
        path,
        methods: [HttpMethod[method]],
        integration: integrationOf(lambda),
        ...(access === 'open'
          ? { authorizer: open }
          : { authorizer: program, authorizationScopes: [FEED_SCOPE] }),
      })
      throttle(key, added, access === 'open' ? OPEN_ROUTE : CLIENT_ROUTE)
    }
    // Without this route API Gateway answers {"message":"Not Found"}, which is no problem document and has no
    // language.
    for (const { entry } of functions.filter(({ entry }) => entry.answersUnknown)) {
      const unknown = [
        new HttpRoute(this, 'Unknown', {
          httpApi: this.api,
          routeKey: HttpRouteKey.DEFAULT,
          integration: integrationOf(entry),
          authorizer: open,
        }),
      ]
      throttle(UNKNOWN_ROUTE, unknown, OPEN_ROUTE)
    }
    const inner = stage.node.defaultChild
    if (inner instanceof CfnStage) inner.routeSettings = throttled
  }

  private rolesFor(functions: readonly CatalogFunction[]): ReadonlyMap<string, IRole> {
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
