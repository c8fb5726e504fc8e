import { ShardInput } from '../../workflows/year-close/contract.ts'
import { assessPage } from '../acts/close-page.ts'
import { clock } from '../platform/clock.ts'
import { step } from '../platform/step.ts'
import { table } from '../platform/table.ts'
import { workflows } from '../platform/workflows.ts'

export const handler = step(ShardInput, (input) =>
  assessPage({ table: table(), workflows: workflows(), clock: clock() })(input),
)
