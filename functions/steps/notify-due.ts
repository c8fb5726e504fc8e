import { DailyInput } from '../../workflows/daily/contract.ts'
import { notifyDue } from '../notices/notify-due.ts'
import { step } from '../platform/step.ts'
import { stepDeps } from '../platform/step-deps.ts'

export const handler = step(DailyInput, ({ day }) => notifyDue(stepDeps())(day))
