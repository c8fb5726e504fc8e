import { listSeatsFor } from '../acts/change-seat.ts'
import { listSeats } from '../api/organisations.ts'
import { http } from '../kit/http.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(listSeats, async ({ params, actor }) => {
  const seats = await listSeatsFor(table(), params.id, actor)
  return seats.ok ? ok(seats.value) : seats
})
