import { SettleInput } from '../../workflows/settle/contract.ts'
import { findDue } from '../acts/due-obligations.ts'
import { step } from '../kit/step.ts'
import { stepDeps } from '../kit/step-deps.ts'

export const handler = step(SettleInput, ({ staffId }) => findDue(stepDeps())(staffId))
