import { changeProvider as act } from '../acts/keep-providers.ts'
import { changeProvider } from '../api/registers.ts'
import { clock } from '../kit/clock.ts'
import { http } from '../kit/http.ts'
import { ok } from '../kit/reply.ts'
import { table } from '../store/table.ts'

export const handler = http(changeProvider, async ({ params, body, actor }) => {
  const provider = await act({ table: table(), clock: clock() })(params.id, body, actor)
  return provider.ok ? ok(provider.value) : provider
})
