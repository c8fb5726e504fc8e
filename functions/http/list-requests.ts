import { summarise } from '../acts/view-request.ts'
import { listRequests } from '../api/requests.ts'
import { http } from '../kit/http.ts'
import { ok } from '../kit/reply.ts'
import { requestsSubmittedBy } from '../store/request.ts'
import { table } from '../store/table.ts'

export const handler = http(listRequests, async ({ query, actor }) => {
  const { items, cursor } = await requestsSubmittedBy(table(), actor.id, query)
  return ok({ items: items.map(summarise), cursor })
})
