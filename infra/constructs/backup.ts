import { Duration } from 'aws-cdk-lib'
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { Schedule } from 'aws-cdk-lib/aws-events'
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { removalOf } from '../settings.ts'

interface BackupProps {
  readonly table: Table
  readonly bucket: Bucket
  /** The ARN of a vault in a second region, where each night's copy goes, too. */
  readonly copyTo: string | undefined
}

/** Nobody shortens or ends them before, administrators included. */
const NIGHTS = Duration.days(35)
/** As long as a ledger may be asked about: a working life is longer, and the table itself stays. */
const MONTHS = Duration.days(7 * 365)

/** What AWS Backup needs for a table and a bucket, as AWS keeps it: there are no policies of another kind for it. */
export const BACKUP_POLICIES = [
  'service-role/AWSBackupServiceRolePolicyForBackup',
  'service-role/AWSBackupServiceRolePolicyForRestores',
  'AWSBackupServiceRolePolicyForS3Backup',
  'AWSBackupServiceRolePolicyForS3Restore',
] as const

/**
 * What brings the platform back where table and objects are lost together, or were changed by someone who may: copies
 * of both at the same hours in a vault that lets none be deleted before its time.
 */
export class Backup extends Construct {
  constructor(scope: Construct, id: string, { table, bucket, copyTo }: BackupProps) {
    super(scope, id)
    const vault = new BackupVault(this, 'Vault', {
      // Three days in which a wrong setting can be mended; afterwards the lock is for ever.
      lockConfiguration: { minRetention: NIGHTS, maxRetention: MONTHS, changeableFor: Duration.days(3) },
      removalPolicy: removalOf(true),
    })
    const plan = new BackupPlan(this, 'Plan', { backupVault: vault })
    const copyActions =
      copyTo === undefined
        ? {}
        : {
            copyActions: [
              {
                destinationBackupVault: BackupVault.fromBackupVaultArn(this, 'Elsewhere', copyTo),
                deleteAfter: NIGHTS,
              },
            ],
          }
    plan.addRule(
      new BackupPlanRule({
        ruleName: 'nightly',
        // 03:00 in Asia/Shanghai, after the ledgers were walked: the roots of the night are in the copy.
        scheduleExpression: Schedule.cron({ minute: '0', hour: '19' }),
        deleteAfter: NIGHTS,
        ...copyActions,
      }),
    )
    plan.addRule(
      new BackupPlanRule({
        ruleName: 'monthly',
        scheduleExpression: Schedule.cron({ minute: '0', hour: '19', day: '1' }),
        deleteAfter: MONTHS,
      }),
    )
    plan.addSelection('Lasting', {
      resources: [BackupResource.fromDynamoDbTable(table), BackupResource.fromArn(bucket.bucketArn)],
      role: new Role(this, 'Role', {
        assumedBy: new ServicePrincipal('backup.amazonaws.com'),
        managedPolicies: BACKUP_POLICIES.map((name) => ManagedPolicy.fromAwsManagedPolicyName(name)),
      }),
    })
  }
}
