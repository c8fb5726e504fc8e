import { YearCloseInput } from '../../workflows/year-close/contract.ts'
import { step } from '../platform/step.ts'
import { table } from '../platform/table.ts'
import { listShards } from '../year/close-freeze.ts'

export const handler = step(YearCloseInput, (input) => listShards({ table: table() })(input))
