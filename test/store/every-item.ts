import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { Item, Table } from '../../functions/platform/table.ts'

/** Everything that a table holds, by its keys. */
export const everyItem = async (table: Table): Promise<Item[]> => {
  const items: Item[] = []
  let from: Item | undefined
  do {
    const page = await table.client.send(new ScanCommand({ TableName: table.name, ExclusiveStartKey: from }))
    items.push(...(page.Items ?? []))
    from = page.LastEvaluatedKey
  } while (from)
  return items.sort((one, other) => `${one.pk}${one.sk}`.localeCompare(`${other.pk}${other.sk}`))
}
