import { assess as compute } from '../../rules/assess.ts'
import { parseFacts } from '../../rules/facts.ts'
import { presentAssessment } from '../../rules/present.ts'
import { open } from '../organisations/session.ts'
import { clock, today } from '../platform/clock.ts'
import { refuse } from '../platform/refusals.ts'
import { ok } from '../platform/reply.ts'
import { assess } from '../public/api.ts'

export const handler = open(assess, ({ body, language }) => {
  const parsed = parseFacts(body, today(clock()))
  return parsed.ok
    ? ok(presentAssessment(compute(parsed.facts), language))
    : refuse('INPUT_INVALID', { errors: parsed.errors })
})
