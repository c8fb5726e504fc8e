import { YearCloseInput } from '../../workflows/year-close/contract.ts'
import { sumUpYear } from '../acts/close-sum.ts'
import { step } from '../platform/step.ts'
import { table } from '../platform/table.ts'

export const handler = step(YearCloseInput, (input) => sumUpYear({ table: table() })(input))
