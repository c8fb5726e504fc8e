import { http } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { listProviders } from '../registers/api.ts'
import { listProviders as act } from '../registers/keep-providers.ts'

export const handler = http(listProviders, async ({ query }) =>
  ok({ items: await act(table(), query.on), cursor: null }),
)
