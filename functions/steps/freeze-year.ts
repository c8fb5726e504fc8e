import { YearCloseInput } from '../../workflows/year-close/contract.ts'
import { freezeYear } from '../acts/close-freeze.ts'
import { clock } from '../kit/clock.ts'
import { step } from '../kit/step.ts'
import { table } from '../store/table.ts'

export const handler = step(YearCloseInput, (input) => freezeYear({ table: table(), clock: clock() })(input))
