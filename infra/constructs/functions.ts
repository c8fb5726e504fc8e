import { Stack } from 'aws-cdk-lib'
import type { Code } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { Lambda } from '../../functions/platform/lambda.ts'
import { workflowNames } from '../../workflows/contract.ts'
import { give, type Resources } from '../grants.ts'
import { pascal } from '../pascal.ts'
import { removalOf, type Settings, staysFor } from '../settings.ts'
import { CatalogFunction } from './catalog-function.ts'
import { machineArn } from './workflow.ts'

/** A function's code: its bundle, or a stand-in where only the template matters. */
export type CodeOf = (entry: Lambda) => Code

/** The address of links where no `publicUrl` is set: the API has no pages to lead to. */
const NOWHERE = 'https://platform.invalid'

interface FunctionsProps {
  readonly lambdas: readonly Lambda[]
  readonly code: CodeOf
  readonly data: Omit<Resources, 'machines' | 'identityClaim' | 'pastSigningKeys'>
  /** Where the API answers only to calls that came through the pages' distribution: what that one sends with them. */
  readonly originKey?: string | undefined
  readonly settings: Settings
}

/** A stack's part of the catalog: its functions, each with its grants, and the log that they share. */
export class Functions extends Construct {
  readonly all: readonly CatalogFunction[]

  constructor(scope: Construct, id: string, { lambdas, code, data, originKey, settings }: FunctionsProps) {
    super(scope, id)
    const keep = staysFor(settings)
    const stack = Stack.of(this)
    const { data: table, objects, mail, signing, seal, complaints } = data
    const machines = new Map(workflowNames.map((name) => [name, machineArn(stack, settings, name)]))
    const resources: Resources = {
      data: table,
      objects,
      mail,
      signing,
      seal,
      complaints,
      identityClaim: settings.identityClaim,
      pastSigningKeys: settings.pastSigningKeys,
      machines,
    }
    const logGroup = new LogGroup(this, 'Log', {
      retention: keep ? RetentionDays.ONE_YEAR : RetentionDays.ONE_WEEK,
      removalPolicy: removalOf(keep),
    })
    this.all = lambdas.map(
      (entry) =>
        new CatalogFunction(this, pascal(entry.name), {
          entry,
          code: code(entry),
          given: entry.grants.map((grant) => give(grant, resources)),
          publicUrl: settings.publicUrl ?? NOWHERE,
          originKey,
          settings,
          logGroup,
        }),
    )
  }
}
