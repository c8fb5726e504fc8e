import { listSeatsFor } from '../organisations/change-seat.ts'
import { listSeats } from '../organisations/organisations-api.ts'
import { http } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(listSeats, async ({ params, actor }) => {
  const seats = await listSeatsFor(table(), params.id, actor)
  return seats.ok ? ok(seats.value) : seats
})
