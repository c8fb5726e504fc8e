import { assess } from '../../rules/assess.ts'
import { parseFacts } from '../../rules/facts.ts'
import { presentAssessment } from '../../rules/present.ts'
import { today } from '../platform/clock.ts'
import { serveOpen } from '../platform/http.ts'
import { recordsHost } from '../platform/records-host.ts'
import { refuse, succeed } from '../platform/refusals.ts'
import { ratedEditionsAsOf } from '../registers/edition-for.ts'
import { calculator } from './functions.ts'

export const handler = serveOpen(calculator, recordsHost, {
  'POST /assessments': async ({ host: { table, clock }, body, language }) => {
    const now = today(clock)
    const editionOf = await ratedEditionsAsOf(table, body.asOf ?? now, now)
    const parsed = parseFacts(body, now, editionOf)
    return parsed.ok
      ? succeed(presentAssessment(assess(parsed.facts, editionOf), language))
      : refuse('INPUT_INVALID', { errors: parsed.errors })
  },
})
