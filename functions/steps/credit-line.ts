import { LineStep } from '../../workflows/request-line.ts'
import { requireRequest } from '../desks/open-task.ts'
import { creditLine } from '../outcomes/credit-line.ts'
import { creditRoster } from '../outcomes/credit-roster.ts'
import { step } from '../platform/step.ts'
import { stepDeps } from '../platform/step-deps.ts'

export const handler = step(LineStep, async (input) => {
  const deps = stepDeps()
  const { request } = await requireRequest(deps.table, input.requestId)
  return request.type === 'class_roster' ? creditRoster(deps)(request.id) : creditLine(deps)(input)
})
