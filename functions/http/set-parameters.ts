import { setParameters as act, viewParameters } from '../acts/set-parameters.ts'
import { setParameters } from '../api/registers.ts'
import { http } from '../organisations/session.ts'
import { clock, today } from '../platform/clock.ts'
import { created } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { isYearClosed } from '../store/year.ts'

export const handler = http(setParameters, async ({ body, actor, language }) => {
  const isClosed = (year: number) => isYearClosed(table(), year)
  const set = await act({ table: table(), clock: clock(), isClosed })(body, actor)
  return set.ok ? created(await viewParameters(table(), today(clock()), language)) : set
})
