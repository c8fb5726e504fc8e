import { DailyInput } from '../../workflows/daily/contract.ts'
import { notifyDue } from '../acts/notify-due.ts'
import { step } from '../kit/step.ts'
import { stepDeps } from '../kit/step-deps.ts'

export const handler = step(DailyInput, ({ day }) => notifyDue(stepDeps())(day))
