import { changeSeat as act } from '../organisations/change-seat.ts'
import { changeSeat } from '../organisations/organisations-api.ts'
import { http } from '../organisations/session.ts'
import { clock } from '../platform/clock.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(changeSeat, async ({ params, body, actor }) => {
  const seats = await act({ table: table(), clock: clock() })(params.id, body, actor)
  return seats.ok ? ok(seats.value) : seats
})
