import { Duration, Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  HttpMethods,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { removalOf } from '../settings.ts'

/** No version of an object is deleted sooner, but by whoever was given that right for the purpose: as long as a backup is kept. */
const LOCK = ObjectLockRetention.governance(Duration.days(35))

/** Proofs and certificates. Nothing is public; an upload needs an address signed for it. */
export class ObjectBucket extends Construct {
  readonly bucket: Bucket

  /** `origin`: the pages' origin, from which browsers may upload; undefined: none may. */
  constructor(scope: Construct, id: string, { keep, origin }: { keep: boolean; origin: string | undefined }) {
    super(scope, id)
    const common = {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy: removalOf(keep),
    } as const
    const accessLogs = new Bucket(this, 'AccessLogs', {
      ...common,
      lifecycleRules: [{ expiration: Duration.days(180) }],
    })
    this.bucket = new Bucket(this, 'Bucket', {
      ...common,
      versioned: true,
      ...(keep ? { objectLockEnabled: true, objectLockDefaultRetention: LOCK } : {}),
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
        // An overwritten object can be restored for a year.
        { noncurrentVersionExpiration: Duration.days(365) },
      ],
      ...(origin === undefined
        ? {}
        : {
            cors: [
              {
                allowedMethods: [HttpMethods.PUT],
                allowedOrigins: [origin],
                allowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
                maxAge: 3600,
              },
            ],
          }),
    })
    this.logInto(accessLogs)
  }

  /** By the log bucket's policy; the older way, by an access control list, is closed on both buckets. */
  private logInto(accessLogs: Bucket): void {
    accessLogs.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [accessLogs.arnForObjects('*')],
        conditions: {
          ArnLike: { 'aws:SourceArn': this.bucket.bucketArn },
          StringEquals: { 'aws:SourceAccount': Stack.of(this).account },
        },
      }),
    )
    const inner = this.bucket.node.defaultChild
    if (inner instanceof CfnBucket)
      inner.loggingConfiguration = { destinationBucketName: accessLogs.bucketName }
  }
}
