import { http } from '../organisations/session.ts'
import { clock, today } from '../platform/clock.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { readParameters } from '../registers/api.ts'
import { viewParameters } from '../registers/set-parameters.ts'

export const handler = http(readParameters, async ({ language }) =>
  ok(await viewParameters(table(), today(clock()), language)),
)
