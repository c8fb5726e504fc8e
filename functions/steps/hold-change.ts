import { HoldChange } from '../../workflows/post-change/contract.ts'
import { holdChange } from '../outcomes/held-changes.ts'
import { clock } from '../platform/clock.ts'
import { step } from '../platform/step.ts'
import { table } from '../platform/table.ts'
import { workflows } from '../platform/workflows.ts'

export const handler = step(HoldChange, (input) =>
  holdChange({ table: table(), workflows: workflows(), clock: clock() })(input),
)
