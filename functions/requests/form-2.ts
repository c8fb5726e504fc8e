import * as z from 'zod'
import { keys, lookups } from '../platform/keys.ts'
import type { Item } from '../platform/table.ts'
import type { Step } from '../platform/walk.ts'
import { shardOf } from '../staff/person.ts'

/**
 * From form 1 to 2. A request held its whole timeline and, where it is a class, all its participants; a task held no
 * act of its own. What stands in a request's timeline stays there, in its place; participants become items. A task
 * stays as it is: that its decision has no place in the timeline says that the request holds the act.
 *
 * Written in the terms of the two forms alone, so that later changes of a request leave it as it is.
 */

const Roster = z.object({
  id: z.string(),
  type: z.literal('class_roster'),
  status: z.string(),
  submittedAt: z.string(),
  bodyHash: z.string(),
  lines: z.array(z.object({ from: z.string(), makeUpFor: z.number().optional() })),
  participants: z.array(z.looseObject({ staffId: z.string() })),
})
type Roster = z.infer<typeof Roster>

const openMark = ({ id, lines }: Roster, staffId: string) => {
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

const always = { expression: 'attribute_exists(pk) OR attribute_not_exists(pk)' }

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
