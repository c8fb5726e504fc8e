import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, BillingMode, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { Construct } from 'constructs'

/** The indexes of `functions/platform/keys.ts`, of keys alone; a test holds the two together. */
export const indexNames = ['listed', 'found', 'swept', 'open'] as const

const text = (name: string) => ({ name, type: AttributeType.STRING })

/** The one table: staff first, four sparse indexes, every moment of the last 35 days restorable. */
export class DataTable extends Construct {
  readonly table: Table
  readonly indexArns: readonly string[]

  constructor(scope: Construct, id: string, { keep }: { keep: boolean }) {
    super(scope, id)
    this.table = new Table(this, 'Table', {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: keep,
      removalPolicy: keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
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
