import { timestamp } from '../platform/clock.ts'
import { sha256 } from '../platform/identifiers.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import type { FollowedComplaint } from './api.ts'
import {
  type Complaint,
  type ComplaintEntry,
  changeComplaint,
  complaintOfCode,
  entriesOfComplaint,
  isOver,
  readComplaint,
} from './complaint.ts'
import { filesOfComplaint } from './complaint-file.ts'
import { spelt } from './file-complaint.ts'
import { keyFits } from './secrecy.ts'

/** A complainant writes so often at most while the matter is open. */
const MOST_REPLIES = 50

/** The complaint of a code, for whoever has its key; a wrong key and an unknown code look alike. */
export const withKey = async (table: Table, code: string, key: string): Promise<Complaint | undefined> => {
  const found = await complaintOfCode(table, sha256(spelt(code)))
  const isTheirs = keyFits(found?.keyHash, spelt(key))
  return found !== undefined && isTheirs ? readComplaint(table, found.complaintId) : undefined
}

const authorOf = ({ by }: ComplaintEntry) =>
  by === 'complainant' || by === 'system' ? by : ('desk' as const)

/** That another desk has it now is told to the complainant as well; why, the two desks alone know. */
const isFollowed = ({ shown, act }: ComplaintEntry): boolean => shown || act === 'take_over'

/** A complaint as its complainant sees it. */
export const viewFollowed = async (table: Table, complaint: Complaint): Promise<FollowedComplaint> => {
  const { code, status, filedAt, desk, dueOn, extended, finding } = complaint
  const [entries, files] = await Promise.all([
    entriesOfComplaint(table, complaint.id),
    filesOfComplaint(table, complaint.id),
  ])
  const reported = entries.some(({ act }) => act === 'report')
  return {
    ...{ code, status, filedAt, extended },
    desk: desk.name,
    dueOn: isOver(complaint) ? null : dueOn,
    // What was found is told with the report, not before.
    finding: reported ? (finding ?? null) : null,
    entries: entries.filter(isFollowed).map((entry) => ({
      ...{ at: entry.at, by: authorOf(entry), act: entry.act },
      text: entry.shown ? entry.text : '',
    })),
    mayReply: !isOver(complaint),
    files: files.map(({ number, size, at }) => ({ number, size, at })),
  }
}

/** Where a complaint stands, for its complainant. */
export const followComplaint =
  ({ table }: Pick<RecordsHost, 'table'>) =>
  async (code: string, key: string): Promise<Outcome<FollowedComplaint, 'NOT_FOUND'>> => {
    const complaint = await withKey(table, code, key)
    return complaint === undefined ? refuse('NOT_FOUND') : succeed(await viewFollowed(table, complaint))
  }

/** The complainant writes to the desk. */
export const replyToComplaint =
  ({ table, clock }: RecordsHost) =>
  (
    code: string,
    { key, text }: { readonly key: string; readonly text: string },
  ): Promise<Outcome<FollowedComplaint, 'NOT_FOUND' | 'WRONG_STATE'>> =>
    retryOnConflict(async () => {
      const complaint = await withKey(table, code, key)
      if (complaint === undefined) return refuse('NOT_FOUND')
      const replies = (await entriesOfComplaint(table, complaint.id)).filter(({ act }) => act === 'reply')
      if (isOver(complaint) || replies.length >= MOST_REPLIES) return refuse('WRONG_STATE')
      const entry = {
        ...{ at: timestamp(clock), by: 'complainant', byName: '', act: 'reply' as const, text, shown: true },
      }
      await write(table, changeComplaint(complaint, complaint, [entry]))
      return succeed(await viewFollowed(table, { ...complaint, entries: complaint.entries + 1 }))
    })
