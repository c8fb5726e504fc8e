import { registerProvider as act } from '../acts/keep-providers.ts'
import { registerProvider } from '../api/registers.ts'
import { http } from '../organisations/session.ts'
import { clock } from '../platform/clock.ts'
import { created } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(registerProvider, async ({ body, actor }) => {
  const provider = await act({ table: table(), clock: clock() })(body, actor)
  return provider.ok ? created(provider.value) : provider
})
