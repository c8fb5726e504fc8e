import { health } from '../api/public.ts'
import { clock, timestamp } from '../kit/clock.ts'
import { open } from '../kit/http.ts'
import { ok } from '../kit/reply.ts'

export const handler = open(health, () => ok({ status: 'ok', time: timestamp(clock()) }))
