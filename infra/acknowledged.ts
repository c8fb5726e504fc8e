import { CfnElement, CfnResource, Token, Validations } from 'aws-cdk-lib'
import { CfnRoute } from 'aws-cdk-lib/aws-apigatewayv2'
import { CfnPolicy, CfnRole } from 'aws-cdk-lib/aws-iam'
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager'
import { CfnQueue } from 'aws-cdk-lib/aws-sqs'
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { catalog } from '../functions/catalog.ts'
import type { PlatformStack } from './platform-stack.ts'
import type { Settings } from './settings.ts'

/** A finding of cdk-nag that stays: on which resources alone, and why. */
interface Acknowledged {
  readonly rule: string
  readonly on: (resource: CfnResource) => boolean
  readonly reason: string
}

const openRoutes = catalog.flatMap(({ trigger }) =>
  trigger.kind === 'route' && trigger.access === 'open' ? [`${trigger.method} /api${trigger.path}`] : [],
)

const pathInStack = (resource: CfnResource): string =>
  resource.node.path.slice(resource.stack.node.path.length + 1)

/** The rule names a resource by its logical id. */
const objectsId = (stack: PlatformStack): string => {
  const bucket = stack.objects.bucket.node.defaultChild
  return CfnElement.isCfnElement(bucket) ? stack.getLogicalId(bucket) : ''
}

/** The rule names a region where the stack is bound to one. */
const regionOf = ({ region }: PlatformStack): string =>
  Token.isUnresolved(region) ? '<AWS::Region>' : region

const acknowledgements = (stack: PlatformStack, { tracing }: Settings): readonly Acknowledged[] => [
  {
    rule: 'AwsSolutions-APIG4',
    on: (resource) => resource instanceof CfnRoute && openRoutes.includes(resource.routeKey),
    reason:
      'The catalog declares this route open: it tells nothing of a person, or just what a certificate shows to whoever holds its code, and has its own throttle.',
  },
  {
    rule: 'AwsSolutions-SMG4',
    on: (resource) => resource instanceof CfnSecret,
    reason:
      'The password belongs to a mail server outside of AWS, which no rotation function can change. The operator replaces it.',
  },
  {
    rule: `AwsSolutions-IAM5[Resource::<${objectsId(stack)}.Arn>/*]`,
    on: (resource) => resource instanceof CfnRole,
    reason:
      'Proofs and certificates are objects under random ids, so a grant reaches the objects of this one bucket, and only to get or only to put.',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::*]',
    on: (resource) => resource instanceof CfnPolicy && /^Workflow\w+\/Role\//.test(pathInStack(resource)),
    reason:
      'Log delivery of a state machine (logs:CreateLogDelivery and its kind) can be allowed for all resources only.',
  },
  // As Step Functions documents it: a Map's children are executions under names that it makes up itself.
  ...[':*', '/*'].map((children) => ({
    rule: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:${regionOf(stack)}:<AWS::AccountId>:execution:${stack.stackName}-year-close${children}]`,
    on: (resource: CfnResource) => resource instanceof CfnRole,
    reason:
      'A distributed Map watches and stops the executions that it started: those of its own machine, and no others.',
  })),
  {
    rule: 'AwsSolutions-SQS3',
    on: (resource) => resource instanceof CfnQueue,
    reason: 'This queue is the dead-letter queue: of the schedules and of the jobs that they start.',
  },
  ...(tracing === 'on'
    ? [
        {
          rule: 'AwsSolutions-IAM5[Resource::*]',
          on: (resource: CfnResource) => resource instanceof CfnPolicy,
          reason: 'X-Ray takes segments for all resources only.',
        },
      ]
    : [
        {
          rule: 'AwsSolutions-SF2',
          on: (resource: CfnResource) => resource instanceof CfnStateMachine,
          reason:
            'Tracing is opt-in (-c tracing=on): China has no X-Ray for Lambda, and the history of an execution tells the same.',
        },
      ]),
]

/** Acknowledges each known finding where it is, with its reason, and nothing besides. */
export const acknowledgeFindings = (stack: PlatformStack, settings: Settings): void => {
  const resources = stack.node.findAll().filter((construct) => CfnResource.isCfnResource(construct))
  for (const { rule, on, reason } of acknowledgements(stack, settings))
    for (const resource of resources)
      if (on(resource)) Validations.of(resource).acknowledge({ id: rule, reason })
}
