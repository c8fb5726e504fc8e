import {
  HttpIntegrationType,
  HttpRouteIntegration,
  type HttpRouteIntegrationConfig,
  IntegrationCredentials,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2'
import type { IRole } from 'aws-cdk-lib/aws-iam'
import type { CatalogRoute } from '../../functions/catalog.ts'
import type { CatalogFunction } from './catalog-function.ts'

class IntegrationMissingError extends Error {
  override name = 'IntegrationMissingError'
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

/**
 * What leads from the routes of one stack to their functions: one integration a function, made where its first route is.
 *
 * @param roleOf the role under which each function is called, by the function's name.
 */
export const integrationsFor = (
  functions: readonly CatalogFunction[],
  roleOf: ReadonlyMap<string, IRole>,
): ((lambda: CatalogRoute['lambda']) => HttpRouteIntegration) => {
  const integrations = new Map<string, HttpRouteIntegration>()
  const functionOf = new Map(functions.map((one) => [one.entry.name, one]))
  return ({ name }) => {
    const known = integrations.get(name)
    if (known !== undefined) return known
    const called = functionOf.get(name)
    const role = roleOf.get(name)
    if (called === undefined || role === undefined)
      throw new IntegrationMissingError(`No function is called ${name}.`)
    const integration = new FunctionIntegration(name, called.live.ref, role)
    integrations.set(name, integration)
    return integration
  }
}
