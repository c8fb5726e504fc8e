import { assess } from '../../rules/assess.ts'
import { parseFacts } from '../../rules/facts.ts'
import { presentAssessment } from '../../rules/present.ts'
import { systemClock, today } from '../platform/clock.ts'
import { serveOpen } from '../platform/http.ts'
import { refuse, succeed } from '../platform/refusals.ts'
import { calculator } from './functions.ts'

export const handler = serveOpen(calculator, () => ({ clock: systemClock }), {
  'POST /assessments': ({ host, body, language }) => {
    const parsed = parseFacts(body, today(host.clock))
    return parsed.ok
      ? succeed(presentAssessment(assess(parsed.facts), language))
      : refuse('INPUT_INVALID', { errors: parsed.errors })
  },
})
