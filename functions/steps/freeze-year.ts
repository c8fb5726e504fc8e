import { YearCloseInput } from '../../workflows/year-close/contract.ts'
import { clock } from '../platform/clock.ts'
import { step } from '../platform/step.ts'
import { table } from '../platform/table.ts'
import { freezeYear } from '../year/close-freeze.ts'

export const handler = step(YearCloseInput, (input) => freezeYear({ table: table(), clock: clock() })(input))
