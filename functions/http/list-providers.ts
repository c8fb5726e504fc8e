import { listProviders as act } from '../acts/keep-providers.ts'
import { listProviders } from '../api/registers.ts'
import { http } from '../kit/http.ts'
import { ok } from '../kit/reply.ts'
import { table } from '../store/table.ts'

export const handler = http(listProviders, async ({ query }) =>
  ok({ items: await act(table(), query.on), cursor: null }),
)
