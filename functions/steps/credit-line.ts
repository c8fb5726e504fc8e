import * as z from 'zod'
import { creditLine } from '../acts/credit-line.ts'
import { creditRoster } from '../acts/credit-roster.ts'
import { requireRequest } from '../desks/open-task.ts'
import { step } from '../platform/step.ts'
import { stepDeps } from '../platform/step-deps.ts'

const Input = z.object({ requestId: z.string(), line: z.number() })

export const handler = step(Input, async (input) => {
  const deps = stepDeps()
  const { request } = await requireRequest(deps.table, input.requestId)
  return request.type === 'class_roster' ? creditRoster(deps)(request.id) : creditLine(deps)(input)
})
