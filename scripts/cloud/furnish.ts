import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { secretSeal } from '../../functions/platform/secret-seal.ts'
import { documentTable } from '../../functions/platform/table.ts'
import { seedDemo } from '../../local/demo/seed.ts'
import type { Deployed } from './deploy.ts'
import type { Ground } from './ground.ts'

/** An operator's work after the first deployment: the mail server's settings, and the first records. */
export const furnish = async ({ sdk }: Ground, deployed: Deployed, smtpPort: number): Promise<void> => {
  const settings = { host: '127.0.0.1', port: smtpPort, from: 'training-platform@example.test' }
  await new SecretsManagerClient(sdk).send(
    new PutSecretValueCommand({ SecretId: deployed.mailSecret, SecretString: JSON.stringify(settings) }),
  )
  await seedDemo({
    ...documentTable(new DynamoDBClient(sdk), deployed.tableName),
    seals: secretSeal(new SecretsManagerClient(sdk), deployed.sealSecret),
  })
}
