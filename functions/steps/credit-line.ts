import { LineStep } from '../../workflows/request-line.ts'
import { creditLine } from '../acts/credit-line.ts'
import { creditRoster } from '../acts/credit-roster.ts'
import { requireRequest } from '../acts/open-task.ts'
import { step } from '../kit/step.ts'
import { stepDeps } from '../kit/step-deps.ts'

export const handler = step(LineStep, async (input) => {
  const deps = stepDeps()
  const { request } = await requireRequest(deps.table, input.requestId)
  return request.type === 'class_roster' ? creditRoster(deps)(request.id) : creditLine(deps)(input)
})
