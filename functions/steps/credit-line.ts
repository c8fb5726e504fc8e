import * as z from 'zod'
import { requireRequest } from '../desks/open-task.ts'
import { creditLine } from '../outcomes/credit-line.ts'
import { creditRoster } from '../outcomes/credit-roster.ts'
import { step } from '../platform/step.ts'
import { stepDeps } from '../platform/step-deps.ts'

const Input = z.object({ requestId: z.string(), line: z.number() })

export const handler = step(Input, async (input) => {
  const deps = stepDeps()
  const { request } = await requireRequest(deps.table, input.requestId)
  return request.type === 'class_roster' ? creditRoster(deps)(request.id) : creditLine(deps)(input)
})
