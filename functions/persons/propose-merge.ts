import type { Actor } from '../organisations/account.ts'
import { timestamp, today } from '../platform/clock.ts'
import type { StaffId } from '../platform/ids.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { findBoth, Merge, markOf, mergeItem, openRequestsOf, putMerge } from './merge.ts'
import type { MergeBody, MergeView } from './merge-api.ts'
import { isReadable, merged, viewBoth } from './view-merge.ts'

type Refused = 'MERGE_BREAKS_LEDGER' | 'MERGE_IMPOSSIBLE' | 'MERGE_REQUESTS_OPEN' | 'NOT_FOUND' | 'OWN_RECORD'

/** Proposes that two records are one person's; a later proposal takes the place of one that nobody has confirmed. */
export const proposeMerge =
  (host: RecordsHost) =>
  (
    into: StaffId,
    { from, leaveOut, reason }: MergeBody,
    actor: Actor,
  ): Promise<Outcome<MergeView, Refused>> =>
    retryOnConflict(async () => {
      const found = await findBoth(host.table, into, from, actor)
      if (!found.ok) return found
      const item = await mergeItem(host.table, into)
      // What was confirmed is finished first.
      if (item !== undefined && Merge.parse(item).status === 'under_way') return refuse('MERGE_IMPOSSIBLE')
      const open = await openRequestsOf(host.table, from)
      if (open > 0) return refuse('MERGE_REQUESTS_OPEN', { details: { open } })
      const at = timestamp(host.clock)
      const after = merged(found.value, leaveOut, { at, by: actor.id })
      if (!isReadable(after, today(host.clock))) return refuse('MERGE_BREAKS_LEDGER')
      const merge: Merge = {
        ...{ into, from, leaveOut, reason, at },
        by: actor.id,
        seen: markOf(found.value),
        status: 'proposed',
      }
      await write(host.table, [putMerge(merge, item)])
      return succeed(await viewBoth(host, found.value, merge, actor))
    })
