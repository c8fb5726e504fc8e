import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { documentTable } from '../../functions/platform/table.ts'
import { seedDemo } from '../../local/demo/seed.ts'
import type { Outputs } from './deploy.ts'
import type { Ground } from './ground.ts'

/** Does what an operator does after the first deployment: fills in the mail server, and the first records. */
export const furnish = async ({ sdk }: Ground, outputs: Outputs, smtpPort: number): Promise<void> => {
  const settings = { host: '127.0.0.1', port: smtpPort, from: 'training-platform@example.test' }
  await new SecretsManagerClient(sdk).send(
    new PutSecretValueCommand({ SecretId: outputs.MailSecret, SecretString: JSON.stringify(settings) }),
  )
  await seedDemo(documentTable(new DynamoDBClient(sdk), outputs.TableName))
}
