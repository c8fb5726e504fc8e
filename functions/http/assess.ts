import { assess as compute } from '../../rules/assess.ts'
import { parseFacts } from '../../rules/facts.ts'
import { presentAssessment } from '../../rules/present.ts'
import { editionsAsOf } from '../acts/edition-for.ts'
import { assess } from '../api/public.ts'
import { clock, today } from '../kit/clock.ts'
import { open } from '../kit/http.ts'
import { refuse } from '../kit/refusals.ts'
import { ok } from '../kit/reply.ts'
import { table } from '../store/table.ts'

export const handler = open(assess, async ({ body, language }) => {
  const now = today(clock())
  const editionOf = await editionsAsOf(table(), body.asOf ?? now, now)
  const edition = editionOf(body.year)
  const parsed = parseFacts(body, now, edition)
  return parsed.ok
    ? ok(presentAssessment(compute(parsed.facts, edition, editionOf), language))
    : refuse('INPUT_INVALID', { errors: parsed.errors })
})
