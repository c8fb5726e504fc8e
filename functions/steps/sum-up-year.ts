import { YearCloseInput } from '../../workflows/year-close/contract.ts'
import { step } from '../platform/step.ts'
import { table } from '../platform/table.ts'
import { sumUpYear } from '../year/close-sum.ts'

export const handler = step(YearCloseInput, (input) => sumUpYear({ table: table() })(input))
