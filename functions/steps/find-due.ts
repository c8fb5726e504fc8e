import { SettleInput } from '../../workflows/settle/contract.ts'
import { clock } from '../platform/clock.ts'
import { step } from '../platform/step.ts'
import { table } from '../platform/table.ts'
import { findDue } from '../settlement/find-due.ts'

export const handler = step(SettleInput, ({ staffId }) =>
  findDue({ table: table(), clock: clock() })(staffId),
)
