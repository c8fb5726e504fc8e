import { ResultInput } from '../../workflows/settle/contract.ts'
import { clock } from '../platform/clock.ts'
import { step } from '../platform/step.ts'
import { table } from '../platform/table.ts'
import { correctResult } from '../year/close-correct.ts'

export const handler = step(ResultInput, (input) => correctResult({ table: table(), clock: clock() })(input))
