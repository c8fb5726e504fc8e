import { ResultInput } from '../../workflows/settle/contract.ts'
import { correctResult } from '../acts/close-correct.ts'
import { clock } from '../platform/clock.ts'
import { step } from '../platform/step.ts'
import { table } from '../platform/table.ts'

export const handler = step(ResultInput, (input) => correctResult({ table: table(), clock: clock() })(input))
