import { Duration } from 'aws-cdk-lib'
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import { removalOf } from '../settings.ts'

/** The key that certificates are signed with (ES256). It never leaves KMS, and outlives the stack: certificates name it for ever. */
export class SigningKey extends Construct {
  readonly key: Key

  constructor(scope: Construct, id: string, { keep }: { keep: boolean }) {
    super(scope, id)
    this.key = new Key(this, 'Key', {
      description: 'Signs training certificates (Art. 35)',
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      pendingWindow: Duration.days(30),
      removalPolicy: removalOf(keep),
    })
  }
}
