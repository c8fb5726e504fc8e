import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { removalOf } from '../settings.ts'

/**
 * A key that items are sealed with, apart from the table: made once, and never turned over by itself, for a new key
 * would find every sealed item broken. It outlives the stack.
 */
export class SealSecret extends Construct {
  readonly secret: Secret

  constructor(scope: Construct, id: string, { keep, description }: { keep: boolean; description: string }) {
    super(scope, id)
    this.secret = new Secret(this, 'Secret', {
      description,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: removalOf(keep),
    })
  }
}
