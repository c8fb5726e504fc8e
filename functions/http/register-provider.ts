import { http } from '../organisations/session.ts'
import { clock } from '../platform/clock.ts'
import { created } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { registerProvider } from '../registers/api.ts'
import { registerProvider as act } from '../registers/keep-providers.ts'

export const handler = http(registerProvider, async ({ body, actor }) => {
  const provider = await act({ table: table(), clock: clock() })(body, actor)
  return provider.ok ? created(provider.value) : provider
})
