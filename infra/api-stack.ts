import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import type { CatalogRoute } from '../functions/catalog.ts'
import { Api } from './constructs/api.ts'
import type { FunctionsStack } from './functions-stack.ts'
import type { Settings } from './settings.ts'

interface ApiProps extends StackProps {
  readonly settings: Settings
  readonly functions: FunctionsStack
  /** Those that need no session of a person's. */
  readonly routes: readonly CatalogRoute[]
}

/** What answers calls: the HTTP API, and the routes for anyone and for programs. */
export class ApiStack extends Stack {
  readonly api: Api

  constructor(scope: Construct, id: string, { settings, functions, routes, ...props }: ApiProps) {
    super(scope, id, props)
    this.api = new Api(this, 'Api', { functions: functions.all, routes, settings })
    new CfnOutput(this, 'ApiUrl', { value: this.api.api.apiEndpoint })
  }
}
