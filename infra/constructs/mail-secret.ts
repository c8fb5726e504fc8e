import { SecretValue } from 'aws-cdk-lib'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { removalOf } from '../settings.ts'

/** No mail server: an operator replaces it. Until then mails are kept. */
const PLACEHOLDER = { host: 'mail.invalid', port: '465', from: 'training-platform@mail.invalid' }

/** The mail server's settings; their shape is `SmtpSettings` in `functions/platform/smtp-settings.ts`. An operator fills them in. */
export class MailSecret extends Construct {
  readonly secret: Secret

  constructor(scope: Construct, id: string, { keep }: { keep: boolean }) {
    super(scope, id)
    this.secret = new Secret(this, 'Secret', {
      description: 'SMTP: {"host","port","secure","from","user","password"}',
      secretStringValue: SecretValue.unsafePlainText(JSON.stringify(PLACEHOLDER)),
      removalPolicy: removalOf(keep),
    })
  }
}
