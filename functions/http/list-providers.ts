import { listProviders as act } from '../acts/keep-providers.ts'
import { listProviders } from '../api/registers.ts'
import { http } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(listProviders, async ({ query }) =>
  ok({ items: await act(table(), query.on), cursor: null }),
)
