import {
  CreateTableCommand,
  DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import { indexes, orderOf } from '../functions/store/keys.ts'
import { documentTable, type Table } from '../functions/store/table.ts'

const attributes = ['pk', 'sk', ...indexes.flatMap((index) => [index, orderOf(index)])]

/** The table on a database of this machine, made when it is not there yet; the same keys as in the cloud. */
export const openTable = async (endpoint: string, name: string): Promise<Table> => {
  const client = new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  try {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        GlobalSecondaryIndexes: indexes.map((index) => ({
          IndexName: index,
          KeySchema: [
            { AttributeName: index, KeyType: 'HASH' },
            { AttributeName: orderOf(index), KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        })),
      }),
    )
    await waitUntilTableExists({ client, maxWaitTime: 30 }, { TableName: name })
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error
  }
  return documentTable(client, name)
}
