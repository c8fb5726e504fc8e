import { startClose as act } from '../acts/close-start.ts'
import { isRegion } from '../acts/region.ts'
import { startRehearsal } from '../api/years.ts'
import { clock } from '../kit/clock.ts'
import { http } from '../kit/http.ts'
import { refuse } from '../kit/refusals.ts'
import { accepted } from '../kit/reply.ts'
import { workflows } from '../kit/workflows.ts'
import { table } from '../store/table.ts'

export const handler = http(startRehearsal, async ({ params, actor }) => {
  if (!(await isRegion(table(), actor))) return refuse('NOT_ALLOWED', { article: '32' })
  const started = await act({ table: table(), workflows: workflows(), clock: clock() })(
    'rehearsal',
    params.year,
    actor.id,
  )
  return started.ok ? accepted(started.value) : started
})
