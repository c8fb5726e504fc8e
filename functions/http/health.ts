import { health } from '../api/public.ts'
import { open } from '../kit/http.ts'
import { clock, timestamp } from '../platform/clock.ts'
import { ok } from '../platform/reply.ts'

export const handler = open(health, () => ok({ status: 'ok', time: timestamp(clock()) }))
