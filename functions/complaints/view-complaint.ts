import * as z from 'zod'
import type { Actor } from '../organisations/account.ts'
import { today } from '../platform/clock.ts'
import { keys } from '../platform/keys.ts'
import { pagesOf } from '../platform/pages-of.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { readPartition, type Table } from '../platform/table.ts'
import type { ComplaintRow, ComplaintView } from './api.ts'
import { type AtDesk, complaintAtDesk, isHeadOf, seesComplaint } from './at-desk.ts'
import {
  type Complaint,
  type ComplaintEntry,
  entriesOfComplaint,
  isOver,
  readSealed,
  seenComplaintsOf,
} from './complaint.ts'
import { filesOfComplaint } from './complaint-file.ts'
import { mayBeMeantIn, tiesOf } from './kept-from.ts'
import { measuresOf } from './measures.ts'
import { auditName } from './readings.ts'

const rowOf = (complaint: Complaint, day: string): ComplaintRow => {
  const { id, code, channel, status, bodies, described, filedAt, dueOn, desk } = complaint
  return {
    ...{ id, code, channel, status, bodies, described, filedAt, dueOn, desk },
    overdue: !isOver(complaint) && dueOn < day,
  }
}

interface Asked {
  readonly box: 'at' | 'above'
  readonly limit: number
  readonly cursor?: string | undefined
}

/** The complaints at someone's desks, the ones due first, without those that are kept from them. */
export const listComplaints =
  ({ table, clock }: RecordsHost) =>
  async ({ box, limit, cursor }: Asked, actor: Actor) => {
    const day = today(clock)
    const ties = await tiesOf(table, actor)
    const desks = [...new Set(actor.roles.map(({ organisationId }) => organisationId))]
    const found = await pagesOf(desks, { limit, cursor }, (desk, asked) =>
      seenComplaintsOf(table, desk, box, asked, (one) => seesComplaint(actor, ties, one)),
    )
    return { items: found.items.map((one) => rowOf(one, day)), cursor: found.cursor }
  }

const Reading = z.object({
  at: z.string(),
  byName: z.string(),
  reason: z.string(),
  file: z.number().int().nullable().default(null),
})

/** The readings of who complained, the first one first. */
const readingsOf = async (table: Table, id: string) =>
  (await readPartition(table, keys.complaint(id).pk, 'READING#')).map((item) => Reading.parse(item))

const whatMay = ({ complaint, atDesk, inquires }: AtDesk, isHead: boolean) => ({
  act: !isOver(complaint) && atDesk && (complaint.status === 'received' || inquires),
  assign: !isOver(complaint) && atDesk && complaint.status !== 'received' && (inquires || isHead),
  readIdentity: inquires && complaint.named,
  readFiles: inquires,
  takeOver: !isOver(complaint) && !atDesk,
})

/** Who of the desk may be meant by what the complainant wrote, first or later, and sees it nevertheless: a hint alone. */
const maybeMeantIn = ({ complaint, seats }: AtDesk, entries: readonly ComplaintEntry[]) => {
  if (isOver(complaint)) return []
  const replies = entries.filter(({ by }) => by === 'complainant').map(({ text }) => text)
  const words = [complaint.text, complaint.described, ...complaint.persons, ...replies].join('\n')
  return seats.flatMap(({ account: { id, name }, ties }) => (mayBeMeantIn(words, ties) ? [{ id, name }] : []))
}

/** A complaint for whoever has it at their desk. */
export const viewComplaint =
  (host: RecordsHost) =>
  async (id: string, actor: Actor): Promise<Outcome<ComplaintView, 'NOT_FOUND'>> => {
    const found = await complaintAtDesk(host, id, actor)
    if (found === undefined) return refuse('NOT_FOUND')
    const { complaint, seated } = found
    const { persons, text, extended, inquirers, finding, closedOn, named } = complaint
    const [isHead, entries, readings, sealed, files, measures] = await Promise.all([
      isHeadOf(host, actor, found.desk),
      entriesOfComplaint(host.table, id),
      readingsOf(host.table, id),
      readSealed(host.table, id),
      filesOfComplaint(host.table, id),
      measuresOf(host.table, complaint, actor),
    ])
    const may = whatMay(found, isHead)
    // Whoever inquires, or is about to accept, names another one; the head may take it themselves.
    const isOther = (account: string) => account !== actor.id || (may.assign && !found.inquires)
    return succeed({
      ...rowOf(complaint, today(host.clock)),
      ...{ persons, text, extended, inquirers, readings, measures },
      finding: finding ?? null,
      closedOn: closedOn ?? null,
      auditName: auditName(id),
      identity: named ? (sealed === undefined ? 'deleted' : 'kept') : 'none',
      entries: entries.map(({ at, by, byName, act, text: said, shown }) => ({
        ...{ at, act, text: said, shown },
        by: by === 'complainant' || by === 'system' ? by : ('desk' as const),
        byName: byName === '' ? null : byName,
      })),
      files: files.map(({ number, type, size, at }) => ({ number, type, size, at })),
      colleagues: seated
        .filter(({ id: account }) => isOther(account))
        .map(({ id: account, name }) => ({ id: account, name })),
      maybeMeant: maybeMeantIn(found, entries),
      may: { ...may, readIdentity: may.readIdentity && sealed !== undefined },
    })
  }
