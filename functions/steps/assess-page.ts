import { ShardInput } from '../../workflows/year-close/contract.ts'
import { clock } from '../platform/clock.ts'
import { step } from '../platform/step.ts'
import { table } from '../platform/table.ts'
import { workflows } from '../platform/workflows.ts'
import { assessPage } from '../year/close-page.ts'

export const handler = step(ShardInput, (input) =>
  assessPage({ table: table(), workflows: workflows(), clock: clock() })(input),
)
