import { listRequests as list } from '../acts/list-requests.ts'
import { listRequests } from '../api/requests.ts'
import { http } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(listRequests, async ({ query, actor }) => ok(await list(table(), actor, query)))
