import { ShardInput } from '../../workflows/year-close/contract.ts'
import { assessPage } from '../acts/close-page.ts'
import { clock } from '../kit/clock.ts'
import { step } from '../kit/step.ts'
import { workflows } from '../kit/workflows.ts'
import { table } from '../store/table.ts'

export const handler = step(ShardInput, (input) =>
  assessPage({ table: table(), workflows: workflows(), clock: clock() })(input),
)
