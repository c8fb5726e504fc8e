import { open } from '../organisations/session.ts'
import { clock, timestamp } from '../platform/clock.ts'
import { ok } from '../platform/reply.ts'
import { health } from '../public/api.ts'

export const handler = open(health, () => ok({ status: 'ok', time: timestamp(clock()) }))
