import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Grant } from '../functions/platform/lambda.ts'
import type { WorkflowName } from '../workflows/contract.ts'
import type { DataTable } from './constructs/data-table.ts'
import type { MailSecret } from './constructs/mail-secret.ts'
import type { ObjectBucket } from './constructs/object-bucket.ts'
import type { SealSecret } from './constructs/seal-secret.ts'
import type { SigningKey } from './constructs/signing-key.ts'

/** What can be granted. */
export interface Resources {
  readonly data: DataTable
  readonly objects: ObjectBucket
  readonly mail: MailSecret
  readonly signing: SigningKey
  readonly seal: SealSecret
  readonly complaints: SealSecret
  /** ARNs of the keys that signed before it: what they signed is still vouched for. */
  readonly pastSigningKeys: readonly string[]
  /** The claim of a login that finds its account, or `none`. */
  readonly identityClaim: string
  /** The machines' ARNs. They are put together from names, for machines in turn name functions. */
  readonly machines: ReadonlyMap<WorkflowName, string>
}

/**
 * A grant in AWS's terms: the role's statements, and the environment variables by which the code finds the
 * resource.
 */
export interface Given {
  readonly statements: readonly PolicyStatement[]
  readonly environment: Readonly<Record<string, string>>
}

type WorkflowGrant = Extract<Grant, `workflow:${string}`>
type ResourceGrant = Exclude<Grant, WorkflowGrant>

const allow = (actions: string[], resources: string[]) => new PolicyStatement({ actions, resources })

const tableName = ({ data }: Resources) => ({ TABLE_NAME: data.table.tableName })
const bucketName = ({ objects }: Resources) => ({ BUCKET_NAME: objects.bucket.bucketName })

/** As `machineVariable` in `functions/platform/workflows.ts`; a test holds the two together. */
const machineVariable = (workflow: string): string => `MACHINE_${workflow.toUpperCase().replaceAll('-', '_')}`

/** The executions of a machine, whatever their names. */
const anyOf = (machineArn: string): string => `${machineArn.replace(':stateMachine:', ':execution:')}:*`
const allMachines = ({ machines }: Resources) =>
  Object.fromEntries([...machines].map(([name, arn]) => [machineVariable(name), arn]))

const givers: Readonly<Record<ResourceGrant, (resources: Resources) => Given>> = {
  'table:read': (resources) => ({
    statements: [
      allow(
        ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
        [resources.data.table.tableArn, ...resources.data.indexArns],
      ),
    ],
    environment: tableName(resources),
  }),
  // Every write of the store is a put, a delete or a check; nothing updates in place.
  'table:write': (resources) => ({
    statements: [
      allow(
        ['dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'],
        [resources.data.table.tableArn],
      ),
    ],
    environment: tableName(resources),
  }),
  // Of keys alone, by a part of the table a night: whoever reads everything else names what it reads.
  'table:scan': (resources) => ({
    statements: [allow(['dynamodb:Scan'], [resources.data.table.tableArn])],
    environment: tableName(resources),
  }),
  'looks:write': (resources) => ({
    statements: [
      new PolicyStatement({
        actions: ['dynamodb:PutItem'],
        resources: [resources.data.table.tableArn],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['LOOKS#*'] } },
      }),
    ],
    environment: tableName(resources),
  }),
  'objects:read': (resources) => ({
    statements: [
      allow(['s3:GetObject'], [resources.objects.bucket.arnForObjects('*')]),
      // Without it S3 answers 403 and not 404 for a missing object, and the code can't tell the difference.
      allow(['s3:ListBucket'], [resources.objects.bucket.bucketArn]),
    ],
    environment: bucketName(resources),
  }),
  'objects:write': (resources) => ({
    statements: [allow(['s3:PutObject'], [resources.objects.bucket.arnForObjects('*')])],
    environment: bucketName(resources),
  }),
  // A token says which execution it resumes; IAM checks its machine (as CDK's grantTaskResponse does).
  'tokens:answer': ({ machines }) => ({
    statements: [allow(['states:SendTaskSuccess', 'states:SendTaskFailure'], [...machines.values()])],
    environment: {},
  }),
  'executions:read': (resources) => ({
    statements: [
      allow(['states:ListExecutions'], [...resources.machines.values()]),
      allow(
        ['states:DescribeExecution', 'states:GetExecutionHistory', 'states:DescribeStateMachineForExecution'],
        [...resources.machines.values()].map(anyOf),
      ),
    ],
    environment: allMachines(resources),
  }),
  'executions:redrive': (resources) => ({
    statements: [allow(['states:RedriveExecution'], [...resources.machines.values()].map(anyOf))],
    environment: allMachines(resources),
  }),
  'mail:send': ({ mail }) => ({
    statements: [allow(['secretsmanager:GetSecretValue'], [mail.secret.secretArn])],
    environment: { SMTP_SECRET: mail.secret.secretArn },
  }),
  'certificate:sign': ({ signing }) => ({
    statements: [allow(['kms:Sign', 'kms:GetPublicKey'], [signing.key.keyArn])],
    environment: { SIGNING_KEY: signing.key.keyArn },
  }),
  'ledger:seal': ({ seal }) => ({
    statements: [allow(['secretsmanager:GetSecretValue'], [seal.secret.secretArn])],
    environment: { SEAL_SECRET: seal.secret.secretArn },
  }),
  'complaint:seal': ({ complaints }) => ({
    statements: [allow(['secretsmanager:GetSecretValue'], [complaints.secret.secretArn])],
    environment: { COMPLAINT_SECRET: complaints.secret.secretArn },
  }),
  'certificate:verify': ({ signing, pastSigningKeys }) => ({
    statements: [allow(['kms:GetPublicKey'], [signing.key.keyArn, ...pastSigningKeys])],
    environment: {
      SIGNING_KEY: signing.key.keyArn,
      ...(pastSigningKeys.length > 0 && { PAST_SIGNING_KEYS: pastSigningKeys.join(',') }),
    },
  }),
  'identity:claim': ({ identityClaim }) => ({
    statements: [],
    environment: { IDENTITY_CLAIM: identityClaim },
  }),
}

const startsWorkflow = (grant: Grant): grant is WorkflowGrant => grant.startsWith('workflow:')

class GrantUnknownError extends Error {
  override name = 'GrantUnknownError'
}

const starting = (grant: WorkflowGrant, { machines }: Resources): Given => {
  const found = [...machines].find(([name]) => grant === `workflow:${name}`)
  if (found === undefined) throw new GrantUnknownError(`There is no state machine for the grant ${grant}.`)
  const [name, arn] = found
  return {
    statements: [allow(['states:StartExecution'], [arn])],
    environment: { [machineVariable(name)]: arn },
  }
}

/** Turns a grant of the catalog into the least that lets the function do it. */
export const give = (grant: Grant, resources: Resources): Given =>
  startsWorkflow(grant) ? starting(grant, resources) : givers[grant](resources)
