import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { type CatalogRoute, catalog, routes } from '../functions/catalog.ts'
import { Api } from './constructs/api.ts'
import { type CodeOf, Functions } from './constructs/functions.ts'
import type { DataStack } from './data-stack.ts'
import type { Settings } from './settings.ts'

interface ApiProps extends StackProps {
  readonly settings: Settings
  readonly code: CodeOf
  readonly data: DataStack
  /** Without them, the catalog's routes. */
  readonly routes?: readonly CatalogRoute[] | undefined
}

/** What answers calls: the HTTP API, and the functions behind its routes. */
export class ApiStack extends Stack {
  readonly api: Api

  constructor(scope: Construct, id: string, { settings, code, data, ...rest }: ApiProps) {
    const { routes: served = routes, ...props } = rest
    super(scope, id, props)
    const functions = new Functions(this, 'Functions', {
      lambdas: catalog.filter(({ work }) => work.kind === 'routes'),
      code,
      data,
      settings,
    })
    this.api = new Api(this, 'Api', { functions: functions.all, routes: served, settings })
    new CfnOutput(this, 'ApiUrl', { value: this.api.api.apiEndpoint })
  }
}
