import { isRegion } from '../organisations/region.ts'
import { http } from '../organisations/session.ts'
import { clock } from '../platform/clock.ts'
import { refuse } from '../platform/refusals.ts'
import { accepted } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { workflows } from '../platform/workflows.ts'
import { redriveClose } from '../year/api.ts'
import { redriveClose as act } from '../year/close-start.ts'

export const handler = http(redriveClose, async ({ params, query, actor }) => {
  if (!(await isRegion(table(), actor))) return refuse('NOT_ALLOWED', { article: '32' })
  const redriven = await act({ table: table(), workflows: workflows(), clock: clock() })(
    query.of,
    params.year,
    actor.id,
  )
  return redriven.ok ? accepted(redriven.value) : redriven
})
