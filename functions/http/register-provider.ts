import { registerProvider as act } from '../acts/keep-providers.ts'
import { registerProvider } from '../api/registers.ts'
import { clock } from '../kit/clock.ts'
import { http } from '../kit/http.ts'
import { created } from '../kit/reply.ts'
import { table } from '../store/table.ts'

export const handler = http(registerProvider, async ({ body, actor }) => {
  const provider = await act({ table: table(), clock: clock() })(body, actor)
  return provider.ok ? created(provider.value) : provider
})
