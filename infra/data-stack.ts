import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { Backup } from './constructs/backup.ts'
import { DataTable } from './constructs/data-table.ts'
import { MailSecret } from './constructs/mail-secret.ts'
import { ObjectBucket } from './constructs/object-bucket.ts'
import { OriginKey } from './constructs/origin-key.ts'
import { SealSecret } from './constructs/seal-secret.ts'
import { SigningKey } from './constructs/signing-key.ts'
import { isProtected, type Settings, staysFor } from './settings.ts'

interface DataProps extends StackProps {
  readonly settings: Settings
}

/** What lasts: records, proofs and certificates, the signing key, the mail server's settings. It needs no other stack. */
export class DataStack extends Stack {
  readonly data: DataTable
  readonly objects: ObjectBucket
  readonly mail: MailSecret
  readonly signing: SigningKey
  readonly seal: SealSecret
  readonly complaints: SealSecret
  /** Where the pages have a distribution of their own. */
  readonly originKey?: OriginKey

  constructor(scope: Construct, id: string, { settings, ...props }: DataProps) {
    super(scope, id, props)
    const keep = staysFor(settings)
    this.data = new DataTable(this, 'Data', {
      keep,
      protect: isProtected(settings),
      warmWrites: settings.warmWrites,
    })
    this.objects = new ObjectBucket(this, 'Objects', { keep, origin: settings.publicUrl })
    this.mail = new MailSecret(this, 'Mail', { keep })
    this.signing = new SigningKey(this, 'Signing', { keep })
    this.seal = new SealSecret(this, 'Seal', {
      keep,
      description: 'The key that the ledgers are sealed with: never change or delete it',
    })
    this.complaints = new SealSecret(this, 'Complaints', {
      keep,
      description: 'The key that complainants’ identities are sealed with: never change or delete it',
    })
    if (settings.webCertificate !== undefined) this.originKey = new OriginKey(this, 'OriginKey')
    if (keep)
      new Backup(this, 'Backup', {
        table: this.data.table,
        bucket: this.objects.bucket,
        copyTo: settings.backupCopyVault,
      })

    new CfnOutput(this, 'TableName', { value: this.data.table.tableName })
    new CfnOutput(this, 'BucketName', { value: this.objects.bucket.bucketName })
    new CfnOutput(this, 'MailSecret', { value: this.mail.secret.secretArn })
    new CfnOutput(this, 'SealSecret', { value: this.seal.secret.secretArn })
    new CfnOutput(this, 'ComplaintSecret', { value: this.complaints.secret.secretArn })
    new CfnOutput(this, 'SigningKey', { value: this.signing.key.keyArn })
  }
}
