import { assess as compute } from '../../rules/assess.ts'
import { parseFacts } from '../../rules/facts.ts'
import { presentAssessment } from '../../rules/present.ts'
import { open } from '../organisations/session.ts'
import { clock, today } from '../platform/clock.ts'
import { refuse } from '../platform/refusals.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { assess } from '../public/api.ts'
import { editionsAsOf } from '../registers/edition-for.ts'

export const handler = open(assess, async ({ body, language }) => {
  const now = today(clock())
  const editionOf = await editionsAsOf(table(), body.asOf ?? now, now)
  const edition = editionOf(body.year)
  const parsed = parseFacts(body, now, edition)
  return parsed.ok
    ? ok(presentAssessment(compute(parsed.facts, edition, editionOf), language))
    : refuse('INPUT_INVALID', { errors: parsed.errors })
})
