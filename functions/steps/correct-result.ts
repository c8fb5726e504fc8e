import { ResultInput } from '../../workflows/settle/contract.ts'
import { correctResult } from '../acts/close-correct.ts'
import { clock } from '../kit/clock.ts'
import { step } from '../kit/step.ts'
import { table } from '../store/table.ts'

export const handler = step(ResultInput, (input) => correctResult({ table: table(), clock: clock() })(input))
