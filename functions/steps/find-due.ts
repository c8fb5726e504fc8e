import { SettleInput } from '../../workflows/settle/contract.ts'
import { findDue } from '../acts/find-due.ts'
import { clock } from '../kit/clock.ts'
import { step } from '../kit/step.ts'
import { table } from '../store/table.ts'

export const handler = step(SettleInput, ({ staffId }) =>
  findDue({ table: table(), clock: clock() })(staffId),
)
