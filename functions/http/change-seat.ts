import { changeSeat as act } from '../acts/change-seat.ts'
import { changeSeat } from '../api/organisations.ts'
import { clock } from '../kit/clock.ts'
import { http } from '../kit/http.ts'
import { ok } from '../kit/reply.ts'
import { table } from '../store/table.ts'

export const handler = http(changeSeat, async ({ params, body, actor }) => {
  const seats = await act({ table: table(), clock: clock() })(params.id, body, actor)
  return seats.ok ? ok(seats.value) : seats
})
