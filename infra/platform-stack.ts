import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import type { Code } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { catalog, lambdaOfStep } from '../functions/catalog.ts'
import type { Lambda } from '../functions/platform/lambda.ts'
import { workflowContracts } from '../workflows/all.ts'
import { workflowNames } from '../workflows/contract.ts'
import { Alarms } from './constructs/alarms.ts'
import { Api } from './constructs/api.ts'
import { CatalogFunction } from './constructs/catalog-function.ts'
import { DataTable } from './constructs/data-table.ts'
import { MailSecret } from './constructs/mail-secret.ts'
import { ObjectBucket } from './constructs/object-bucket.ts'
import { Schedules } from './constructs/schedules.ts'
import { SigningKey } from './constructs/signing-key.ts'
import { machineArn, Workflow } from './constructs/workflow.ts'
import { give, type Resources } from './grants.ts'
import type { Settings } from './settings.ts'

/** Where the code of a function comes from: its bundle, or a stand-in where only the template matters. */
export type CodeOf = (entry: Lambda) => Code

interface PlatformProps extends StackProps {
  readonly settings: Settings
  readonly code: CodeOf
}

class FunctionMissing extends Error {
  override name = 'FunctionMissing'
}

/** `year-close` → `YearClose`. */
const pascal = (name: string): string =>
  name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The whole platform: what the catalog declares, what it is granted, and what watches over it. */
export class PlatformStack extends Stack {
  readonly functions: readonly CatalogFunction[]
  readonly objects: ObjectBucket
  readonly apiUrl: string

  constructor(scope: Construct, id: string, { settings, code, ...props }: PlatformProps) {
    super(scope, id, props)
    const keep = settings.environment === 'production'
    const tracing = settings.tracing === 'on'

    const api = new Api(this, 'Api', settings)
    this.apiUrl = api.api.apiEndpoint
    const publicUrl = settings.publicUrl ?? api.api.apiEndpoint
    this.objects = new ObjectBucket(this, 'Objects', { keep, origin: publicUrl })
    const resources: Resources = {
      data: new DataTable(this, 'Data', { keep }),
      objects: this.objects,
      mail: new MailSecret(this, 'Mail', { keep }),
      signing: new SigningKey(this, 'Signing', { keep }),
      identityClaim: settings.identityClaim,
      machines: new Map(workflowNames.map((name) => [name, machineArn(this, name)])),
    }
    const logGroup = new LogGroup(this, 'FunctionLog', {
      retention: keep ? RetentionDays.ONE_YEAR : RetentionDays.ONE_WEEK,
      removalPolicy: keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    })
    this.functions = catalog.map((entry) => {
      const given = entry.grants.map((grant) => give(grant, resources))
      return new CatalogFunction(this, pascal(entry.name), {
        entry,
        code: code(entry),
        given,
        publicUrl,
        logGroup,
        tracing,
      })
    })
    const functionFor = (step: string) => {
      const found = this.functions.find(({ entry }) => entry.name === lambdaOfStep(step)?.name)
      if (found === undefined) throw new FunctionMissing(`The catalog has no step ${step}.`)
      return found.function
    }
    const workflows = Object.values(workflowContracts).map(
      (contract) =>
        new Workflow(this, `Workflow${pascal(contract.name)}`, { contract, functionFor, keep, tracing }),
    )
    api.serve(this.functions, settings)
    const { failed } = new Schedules(this, 'Schedules', { functions: this.functions })
    const alarms = new Alarms(this, 'Alarms', { workflows, failed, api: api.api, mail: settings.alarmMail })

    this.output('ApiUrl', api.api.apiEndpoint)
    this.output('TableName', resources.data.table.tableName)
    this.output('BucketName', this.objects.bucket.bucketName)
    this.output('MailSecret', resources.mail.secret.secretArn)
    this.output('SigningKey', resources.signing.key.keyArn)
    this.output('AlarmTopic', alarms.topic.topicArn)
    for (const { contract, machine } of workflows)
      this.output(`Machine${pascal(contract.name)}`, machine.stateMachineArn)
  }

  private output(id: string, value: string): void {
    new CfnOutput(this, id, { value })
  }
}
