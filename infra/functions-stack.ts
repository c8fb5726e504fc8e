import { Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { catalog } from '../functions/catalog.ts'
import type { CatalogFunction } from './constructs/catalog-function.ts'
import { type CodeOf, Functions } from './constructs/functions.ts'
import type { DataStack } from './data-stack.ts'
import type { Settings } from './settings.ts'

interface FunctionsStackProps extends StackProps {
  readonly settings: Settings
  readonly code: CodeOf
  readonly data: DataStack
}

/** The functions behind the routes. Apart from the API, whose routes and theirs would fill one template. */
export class FunctionsStack extends Stack {
  readonly all: readonly CatalogFunction[]

  constructor(scope: Construct, id: string, { settings, code, data, ...props }: FunctionsStackProps) {
    super(scope, id, props)
    const { all } = new Functions(this, 'Functions', {
      lambdas: catalog.filter(({ work }) => work.kind === 'routes'),
      code,
      data,
      originKey: data.originKey?.value,
      settings,
    })
    this.all = all
  }
}
