import { health } from '../api/public.ts'
import { open } from '../organisations/session.ts'
import { clock, timestamp } from '../platform/clock.ts'
import { ok } from '../platform/reply.ts'

export const handler = open(health, () => ok({ status: 'ok', time: timestamp(clock()) }))
