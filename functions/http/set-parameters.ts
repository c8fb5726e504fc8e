import { http } from '../organisations/session.ts'
import { clock, today } from '../platform/clock.ts'
import { created } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { setParameters } from '../registers/api.ts'
import { setParameters as act, viewParameters } from '../registers/set-parameters.ts'
import { isYearClosed } from '../year/year.ts'

export const handler = http(setParameters, async ({ body, actor, language }) => {
  const isClosed = (year: number) => isYearClosed(table(), year)
  const set = await act({ table: table(), clock: clock(), isClosed })(body, actor)
  return set.ok ? created(await viewParameters(table(), today(clock()), language)) : set
})
