import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'

/**
 * The key by which functions know a call that came by the pages' address. Nothing is kept under it: a new one is drawn by
 * deleting it, and both sides take it with the next deployment.
 */
export class OriginKey extends Construct {
  readonly secret: Secret

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.secret = new Secret(this, 'Secret', {
      description: 'What the pages’ distribution sends with each call of the API',
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
    })
  }

  /** A reference that CloudFormation resolves while it deploys: the template holds no key. */
  get value(): string {
    return this.secret.secretValue.unsafeUnwrap()
  }
}
