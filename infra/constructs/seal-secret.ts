import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { removalOf } from '../settings.ts'

/**
 * The key that persons' standings are sealed with, apart from the table: made once, and never turned over by itself,
 * for a new key would find every standing broken. It outlives the stack.
 */
export class SealSecret extends Construct {
  readonly secret: Secret

  constructor(scope: Construct, id: string, { keep }: { keep: boolean }) {
    super(scope, id)
    this.secret = new Secret(this, 'Secret', {
      description: 'The key that the ledgers are sealed with: never change or delete it',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: removalOf(keep),
    })
  }
}
