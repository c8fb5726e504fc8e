import * as z from 'zod'
import { StaffId } from '../platform/ids.ts'
import { keys, lookups } from '../platform/keys.ts'
import { always, type Item } from '../platform/table.ts'
import type { Step } from '../platform/walk.ts'
import { shardOf } from '../staff/person.ts'

/**
 * From form 1 to form 2. In form 1 a request stored its whole timeline and, for a class, all participants; a
 * task stored no act. The step makes each participant an item and leaves the timeline in the request. It
 * leaves tasks as they are: their decisions have no `nth`, so the request stores those acts.
 *
 * It uses names of these two forms alone, so that later changes of a request do not change it.
 */

const Roster = z.object({
  id: z.string(),
  type: z.literal('class_roster'),
  status: z.string(),
  submittedAt: z.string(),
  bodyHash: z.string(),
  lines: z.array(z.object({ from: z.string(), makeUpFor: z.number().optional() })),
  participants: z.array(z.looseObject({ staffId: StaffId })),
})
type Roster = z.infer<typeof Roster>

const openMark = ({ id, lines }: Roster, staffId: StaffId) => {
  const years = lines.map(({ from, makeUpFor }) => makeUpFor ?? Number(from.slice(0, 4)))
  return {
    open: lookups.openClaims(shardOf(staffId)),
    openOrder: `${staffId}#${[...new Set(years)].join(',')}#${id}`,
  }
}

const participantItems = (roster: Roster): Item[] =>
  roster.participants.map((participant, row) => ({
    ...keys.participation(roster.id, participant.staffId),
    ...participant,
    schema: 2,
    filing: roster.bodyHash.slice(0, 16),
    row,
    found: lookups.claimsOf(participant.staffId),
    foundOrder: `${roster.submittedAt}#${roster.id}`,
    ...(['in_review', 'on_hold', 'returned'].includes(roster.status)
      ? openMark(roster, participant.staffId)
      : {}),
  }))

const requests: Step = {
  from: 1,
  kind: ({ pk, sk }) => sk === 'REQUEST' && String(pk).startsWith('REQUEST#'),
  rewrite(item) {
    const { id: _, participants, ...kept } = item
    const roster = Roster.safeParse(item)
    if (!roster.success) return { item: { ...kept, schema: 2 } }
    return {
      item: { ...kept, schema: 2, participantCount: roster.data.participants.length },
      before: participantItems(roster.data).map((put) => ({ put, when: always })),
    }
  },
}

const tasks: Step = {
  from: 1,
  kind: ({ pk, sk }) => String(sk).startsWith('TASK#') && String(pk).startsWith('REQUEST#'),
  rewrite: (item) => ({ item: { ...item, schema: 2 } }),
}

export const toForm2: readonly Step[] = [requests, tasks]
