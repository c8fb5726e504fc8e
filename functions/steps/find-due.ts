import { SettleInput } from '../../workflows/settle/contract.ts'
import { findDue } from '../acts/find-due.ts'
import { clock } from '../platform/clock.ts'
import { step } from '../platform/step.ts'
import { table } from '../platform/table.ts'

export const handler = step(SettleInput, ({ staffId }) =>
  findDue({ table: table(), clock: clock() })(staffId),
)
