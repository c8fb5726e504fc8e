import { viewParameters } from '../acts/set-parameters.ts'
import { readParameters } from '../api/registers.ts'
import { http } from '../organisations/session.ts'
import { clock, today } from '../platform/clock.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(readParameters, async ({ language }) =>
  ok(await viewParameters(table(), today(clock()), language)),
)
