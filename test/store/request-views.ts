import { listDone, listTodo } from '../../functions/desks/list-tasks.ts'
import { readHistory } from '../../functions/ledger/read-entries.ts'
import { readLedger } from '../../functions/ledger/read-ledger.ts'
import type { Actor } from '../../functions/organisations/account.ts'
import { SHARDS } from '../../functions/platform/keys.ts'
import type { Table } from '../../functions/platform/table.ts'
import { findRequest } from '../../functions/requests/find-request.ts'
import { listRequests } from '../../functions/requests/list-requests.ts'
import { claimsOf } from '../../functions/requests/request-lists.ts'
import { summarise, viewRequest } from '../../functions/requests/view-request.ts'
import { openClaimsBetween, openRequests } from '../../functions/year/close-open-claims.ts'

interface Asked {
  readonly actors: readonly Actor[]
  readonly staff: readonly string[]
  readonly requests: readonly string[]
  readonly now: number
}

const ALL = { limit: 100 }

/**
 * Everything that people and the year's close read of requests, through the acts that serve it: what must be the
 * same whatever form the items have.
 */
export const requestViews = async (table: Table, { actors, staff, requests, now }: Asked) => {
  const clock = { now: () => now }
  const registrar = actors.find(({ roles }) => roles.some(({ role }) => role === 'institution'))
  const views: Record<string, unknown> = {}
  for (const id of requests) {
    const reader = actors.find(({ roles }) => roles.some(({ role }) => role === 'authority')) ?? actors[0]
    const found = reader && (await findRequest(table, id, reader))
    views[`request ${id}`] = found?.ok ? await viewRequest(table, found.value, 'zh') : found
  }
  for (const actor of actors) {
    views[`to do ${actor.id}`] = (await listTodo({ table, clock }, actor, 'zh', ALL)).items
    views[`late ${actor.id}`] = (await listTodo({ table, clock }, actor, 'zh', { ...ALL, late: true })).items
    views[`done ${actor.id}`] = (await listDone({ table, clock }, actor, 'zh', ALL)).items
    views[`submitted ${actor.id}`] = (await listRequests(table, actor, ALL)).items
  }
  for (const id of staff) {
    const reader = actors.find(({ staffId }) => staffId === id) ?? registrar
    if (reader === undefined) continue
    views[`ledger ${id}`] = await readLedger({ table, clock })(id, { year: 2026 }, reader, 'zh')
    views[`entries ${id}`] = await readHistory(table)(id, reader)
    views[`claims ${id}`] = (await claimsOf(table, id, ALL)).items.map(summarise)
  }
  for (const year of [2025, 2026]) {
    const open: unknown[] = []
    for (let shard = 0; shard < SHARDS; shard += 1) {
      const claims = await openClaimsBetween(table, shard, year, ['', '~'])
      const still = await openRequests(table, claims, year)
      open.push(...claims, ...still.map(({ id, status }) => `${id} ${status}`))
    }
    views[`open ${year}`] = open
  }
  // As a page shows them: what is not said is not there.
  const said: Record<string, unknown> = JSON.parse(JSON.stringify(views))
  return said
}
