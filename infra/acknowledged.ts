import { CfnElement, CfnResource, Stack, Token, Validations } from 'aws-cdk-lib'
import { CfnRoute } from 'aws-cdk-lib/aws-apigatewayv2'
import { CfnDistribution } from 'aws-cdk-lib/aws-cloudfront'
import { CfnPolicy, CfnRole } from 'aws-cdk-lib/aws-iam'
import { CfnBucket } from 'aws-cdk-lib/aws-s3'
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager'
import { CfnQueue } from 'aws-cdk-lib/aws-sqs'
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import type { IConstruct } from 'constructs'
import * as z from 'zod'
import { catalog, routes } from '../functions/catalog.ts'
import { workflowContracts } from '../workflows/all.ts'
import { type WorkflowContract, workflowNames } from '../workflows/contract.ts'
import type { ApiStack } from './api-stack.ts'
import { UNKNOWN_ROUTE } from './constructs/api.ts'
import { BACKUP_POLICIES } from './constructs/backup.ts'
import type { DataStack } from './data-stack.ts'
import type { FunctionsStack } from './functions-stack.ts'
import { pascal } from './pascal.ts'
import type { Settings } from './settings.ts'
import type { WebSiteStack } from './web-site-stack.ts'
import type { WorkflowsStack } from './workflows-stack.ts'

/** A cdk-nag finding that stays: the rule, the resources it stays on, and the reason. */
interface Acknowledged {
  readonly rule: string
  readonly on: (resource: CfnResource) => boolean
  readonly reason: string
}

/** The stacks that have findings which stay. */
interface Acknowledging {
  readonly data: DataStack
  readonly workflows: WorkflowsStack
  readonly functions: FunctionsStack
  readonly api: ApiStack
}

const openRoutes = [UNKNOWN_ROUTE, ...routes.filter(({ access }) => access === 'open').map(({ key }) => key)]

const pathInStack = (resource: CfnResource): string =>
  resource.node.path.slice(resource.stack.node.path.length + 1)

/** The rule names a resource by its logical id. */
const logicalId = (construct: IConstruct): string => {
  const inner = construct.node.defaultChild
  return CfnElement.isCfnElement(inner) ? Stack.of(construct).getLogicalId(inner) : ''
}

const Import = z.object({ 'Fn::ImportValue': z.string() })

/** The name under which the rule names another stack's export. */
const exportOf = (stack: Stack, value: string): string =>
  Import.parse(stack.resolve(stack.exportValue(value)))['Fn::ImportValue']

/** The name under which the rule names a stack's region. */
const regionOf = ({ region }: Stack): string => (Token.isUnresolved(region) ? '<AWS::Region>' : region)

const isDistributed = ({ distributed }: WorkflowContract): boolean => distributed === true

/** The machines that start executions of themselves. */
const distributed = workflowNames.filter((name) => isDistributed(workflowContracts[name]))

const watchers = catalog
  .filter(({ grants }) => grants.some((grant) => grant.startsWith('executions:')))
  .map(({ name }) => pascal(name))

/** Whether a role belongs to a function that may look after executions. */
const watchesExecutions = (resource: CfnResource): boolean =>
  watchers.some((name) => pathInStack(resource).startsWith(`Functions/${name}/`))

/** For stacks whose functions store proofs and certificates in the bucket that the data stack exports. */
const objectsOf = (data: DataStack): Acknowledged => ({
  rule: `AwsSolutions-IAM5[Resource::${exportOf(data, data.objects.bucket.bucketArn)}/*]`,
  on: (resource) => resource instanceof CfnRole,
  reason:
    'Proofs and certificates are objects under random ids, so a grant reaches the objects of this one bucket, and only to get or only to put.',
})

const X_RAY: Acknowledged = {
  rule: 'AwsSolutions-IAM5[Resource::*]',
  on: (resource) => resource instanceof CfnPolicy || resource instanceof CfnRole,
  reason: 'X-Ray takes segments for all resources only.',
}

const ofData: readonly Acknowledged[] = [
  ...BACKUP_POLICIES.map((name) => ({
    rule: `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${name}]`,
    on: (resource: CfnResource) => resource instanceof CfnRole && pathInStack(resource).startsWith('Backup/'),
    reason:
      'AWS keeps what its backup service needs for a table and a bucket in these policies; the role is that service’s alone.',
  })),
  {
    rule: 'AwsSolutions-SMG4',
    on: (resource) => resource instanceof CfnSecret,
    reason:
      'The password belongs to a mail server outside of AWS, which no rotation function can change. The operator replaces it.',
  },
]

const ofWorkflows = (
  { data, workflows }: Acknowledging,
  { name: platform, tracing }: Settings,
): readonly Acknowledged[] => [
  objectsOf(data),
  {
    rule: 'AwsSolutions-IAM5[Resource::*]',
    on: (resource) => resource instanceof CfnPolicy && /^Workflow\w+\/Role\//.test(pathInStack(resource)),
    reason:
      'Log delivery of a state machine (logs:CreateLogDelivery and its kind) can be allowed for all resources only.',
  },
  // As Step Functions documents it: a Map's children are executions under names that it makes up itself.
  ...distributed
    .flatMap((name) => [`${name}:*`, `${name}/*`])
    .map((children) => ({
      rule: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:${regionOf(workflows)}:<AWS::AccountId>:execution:${platform}-${children}]`,
      on: (resource: CfnResource) => resource instanceof CfnRole,
      reason:
        'A distributed Map watches and stops the executions that it started: those of its own machine, and no others.',
    })),
  ...workflowNames.map((name) => ({
    rule: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:${regionOf(workflows)}:<AWS::AccountId>:execution:${platform}-${name}:*]`,
    on: (resource: CfnResource) => resource instanceof CfnRole && watchesExecutions(resource),
    reason: 'The reconciler looks after every execution of the platform’s own machines, whatever its name.',
  })),
  {
    rule: 'AwsSolutions-SQS3',
    on: (resource) => resource instanceof CfnQueue,
    reason: 'This queue is the dead-letter queue: of the schedules and of the jobs that they start.',
  },
  tracing === 'on'
    ? X_RAY
    : {
        rule: 'AwsSolutions-SF2',
        on: (resource) => resource instanceof CfnStateMachine,
        reason:
          'Tracing is opt-in (-c tracing=on): China has no X-Ray for Lambda, and the history of an execution tells the same.',
      },
]

const ofApi: readonly Acknowledged[] = [
  {
    rule: 'AwsSolutions-APIG4',
    on: (resource) => resource instanceof CfnRoute && openRoutes.includes(resource.routeKey),
    reason:
      'The catalog declares this route open, or it takes what no route does and answers 404: it tells nothing of a person, or just what a certificate shows to whoever holds its code, and has its own throttle.',
  },
]

const ofFunctions = (
  { data, functions }: Acknowledging,
  { name: platform, tracing }: Settings,
): readonly Acknowledged[] => [
  objectsOf(data),
  ...workflowNames.map((name) => ({
    rule: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:${regionOf(functions)}:<AWS::AccountId>:execution:${platform}-${name}:*]`,
    on: (resource: CfnResource) => resource instanceof CfnRole && watchesExecutions(resource),
    reason: 'Operators look after every execution of the platform’s own machines, whatever its name.',
  })),
  ...(tracing === 'on' ? [X_RAY] : []),
]

const acknowledge = (stack: Stack, findings: readonly Acknowledged[]): void => {
  const resources = stack.node.findAll().filter((construct) => CfnResource.isCfnResource(construct))
  for (const { rule, on, reason } of findings)
    for (const resource of resources)
      if (on(resource)) Validations.of(resource).acknowledge({ id: rule, reason })
}

/** Acknowledges each known finding where it is, with its reason, and nothing besides. */
export const acknowledgeFindings = (stacks: Acknowledging, settings: Settings): void => {
  acknowledge(stacks.data, ofData)
  acknowledge(stacks.workflows, ofWorkflows(stacks, settings))
  acknowledge(stacks.functions, ofFunctions(stacks, settings))
  acknowledge(stacks.api, ofApi)
}

/** CDK's own function that copies the built pages into their bucket while a deployment runs. */
const copies = (resource: CfnResource): boolean =>
  pathInStack(resource).startsWith('Custom::CDKBucketDeployment')

const COPYING =
  'The function that CDK brings to copy the pages runs while a deployment runs, and reaches the assets of CDK and the bucket of the pages, where nothing is kept but what was built.'

/** The same for the stack of the pages. */
export const acknowledgeWebSite = (stack: WebSiteStack): void =>
  acknowledge(stack, [
    ...[
      'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
      ...['s3:GetObject*', 's3:GetBucket*', 's3:List*', 's3:DeleteObject*', 's3:Abort*'].map(
        (action) => `IAM5[Action::${action}]`,
      ),
      `IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-${regionOf(stack)}/*]`,
      `IAM5[Resource::<${logicalId(stack.pages)}.Arn>/*]`,
      'IAM5[Resource::*]',
      'L1',
    ].map((rule) => ({ rule: `AwsSolutions-${rule}`, on: copies, reason: COPYING })),
    {
      rule: 'AwsSolutions-S1',
      on: (resource) => resource instanceof CfnBucket,
      reason:
        'The pages are read through CloudFront alone, whose log says who asked; the other bucket is that log.',
    },
    {
      rule: 'AwsSolutions-CFR1',
      on: (resource) => resource instanceof CfnDistribution,
      reason: 'Anyone may verify a certificate, from wherever they are.',
    },
    {
      rule: 'AwsSolutions-CFR2',
      on: (resource) => resource instanceof CfnDistribution,
      reason:
        'The pages are files; behind /api the stage throttles every route and takes a token for all but the open ones.',
    },
  ])
