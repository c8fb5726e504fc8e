import { YearCloseInput } from '../../workflows/year-close/contract.ts'
import { listShards } from '../acts/close-freeze.ts'
import { step } from '../platform/step.ts'
import { table } from '../platform/table.ts'

export const handler = step(YearCloseInput, (input) => listShards({ table: table() })(input))
