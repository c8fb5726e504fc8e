import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { type CatalogRoute, routes } from '../functions/catalog.ts'
import { Api } from './constructs/api.ts'
import type { FunctionsStack } from './functions-stack.ts'
import type { Settings } from './settings.ts'

interface ApiProps extends StackProps {
  readonly settings: Settings
  readonly functions: FunctionsStack
  /** Without them, the catalog's routes. */
  readonly routes?: readonly CatalogRoute[] | undefined
}

/** What answers calls: the HTTP API, whose routes lead to the functions. */
export class ApiStack extends Stack {
  readonly api: Api

  constructor(scope: Construct, id: string, { settings, functions, ...rest }: ApiProps) {
    const { routes: served = routes, ...props } = rest
    super(scope, id, props)
    this.api = new Api(this, 'Api', { functions: functions.all, routes: served, settings })
    new CfnOutput(this, 'ApiUrl', { value: this.api.api.apiEndpoint })
  }
}
