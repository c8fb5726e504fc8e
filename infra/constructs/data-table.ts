import { AttributeType, BillingMode, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { Construct } from 'constructs'
import { removalOf } from '../settings.ts'

/** The indexes of `functions/platform/keys.ts`, of keys alone; a test holds the two together. */
export const indexNames = ['listed', 'found', 'swept', 'open'] as const

const text = (name: string) => ({ name, type: AttributeType.STRING })

/** Reads cost the close a tenth of its writes (`npm run close:simulate`); no table has less than 12,000. */
const warm = (writes: number) => ({ writeUnitsPerSecond: writes, readUnitsPerSecond: 12_000 })

/** The one table: staff first, four sparse indexes, every moment of the last 35 days restorable. */
export class DataTable extends Construct {
  readonly table: Table
  readonly indexArns: readonly string[]

  constructor(
    scope: Construct,
    id: string,
    {
      keep,
      protect,
      warmWrites,
    }: { readonly keep: boolean; readonly protect: boolean; readonly warmWrites: number | undefined },
  ) {
    super(scope, id)
    this.table = new Table(this, 'Table', {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: protect,
      ...(warmWrites === undefined ? {} : { warmThroughput: warm(warmWrites) }),
      removalPolicy: removalOf(keep),
    })
    for (const indexName of indexNames)
      this.table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: text(indexName),
        sortKey: text(`${indexName}Order`),
        projectionType: ProjectionType.KEYS_ONLY,
      })
    this.indexArns = indexNames.map((name) => `${this.table.tableArn}/index/${name}`)
  }
}
