import { http } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { listRequests } from '../requests/api.ts'
import { listRequests as list } from '../requests/list-requests.ts'

export const handler = http(listRequests, async ({ query, actor }) => ok(await list(table(), actor, query)))
