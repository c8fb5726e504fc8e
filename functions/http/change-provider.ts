import { http } from '../organisations/session.ts'
import { clock } from '../platform/clock.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { changeProvider } from '../registers/api.ts'
import { changeProvider as act } from '../registers/keep-providers.ts'

export const handler = http(changeProvider, async ({ params, body, actor }) => {
  const provider = await act({ table: table(), clock: clock() })(params.id, body, actor)
  return provider.ok ? ok(provider.value) : provider
})
