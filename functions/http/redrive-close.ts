import { redriveClose as act } from '../acts/close-start.ts'
import { isRegion } from '../acts/region.ts'
import { redriveClose } from '../api/years.ts'
import { clock } from '../kit/clock.ts'
import { http } from '../kit/http.ts'
import { refuse } from '../kit/refusals.ts'
import { accepted } from '../kit/reply.ts'
import { workflows } from '../kit/workflows.ts'
import { table } from '../store/table.ts'

export const handler = http(redriveClose, async ({ params, query, actor }) => {
  if (!(await isRegion(table(), actor))) return refuse('NOT_ALLOWED', { article: '32' })
  const redriven = await act({ table: table(), workflows: workflows(), clock: clock() })(
    query.of,
    params.year,
    actor.id,
  )
  return redriven.ok ? accepted(redriven.value) : redriven
})
