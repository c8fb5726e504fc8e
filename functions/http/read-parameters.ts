import { viewParameters } from '../acts/set-parameters.ts'
import { readParameters } from '../api/registers.ts'
import { clock, today } from '../kit/clock.ts'
import { http } from '../kit/http.ts'
import { ok } from '../kit/reply.ts'
import { table } from '../store/table.ts'

export const handler = http(readParameters, async ({ language }) =>
  ok(await viewParameters(table(), today(clock()), language)),
)
