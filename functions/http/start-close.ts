import { isRegion } from '../organisations/region.ts'
import { http } from '../organisations/session.ts'
import { clock } from '../platform/clock.ts'
import { refuse } from '../platform/refusals.ts'
import { accepted } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { workflows } from '../platform/workflows.ts'
import { startClose } from '../year/api.ts'
import { startClose as act } from '../year/close-start.ts'

export const handler = http(startClose, async ({ params, actor }) => {
  if (!(await isRegion(table(), actor))) return refuse('NOT_ALLOWED', { article: '32' })
  const started = await act({ table: table(), workflows: workflows(), clock: clock() })(
    'close',
    params.year,
    actor.id,
  )
  return started.ok ? accepted(started.value) : started
})
