import type { RequestId, StaffId } from '../platform/ids.ts'
import { lookups } from '../platform/keys.ts'
import { beginningWith, readIndexKeys } from '../platform/ranges.ts'
import { eventually, type Table } from '../platform/table.ts'
import type { Flag } from './flag.ts'
import type { Request, TrainingLine } from './request.ts'
import { readRequests, requestIdOf } from './stored-request.ts'
import { requestStatuses } from './words.ts'

/** What of a claim makes it look like another one of its person (Art. 40). */
interface Claimed {
  readonly title: string
  readonly provider?: string | undefined
  readonly lines: readonly Pick<TrainingLine, 'from' | 'to' | 'subject'>[]
  /** A class that was held and closed here has a title besides its courses'. */
  readonly ofClass?: { readonly title: string } | undefined
}

/** A training that is claimed twice, as far as anyone can tell from outside. */
export interface Twin {
  readonly request: Request
  /**
   * Word for word the same days and subject, of a class that was filed for its participants; of one that was closed
   * here, days of it.
   */
  readonly isClass: boolean
}

const plain = (text: string | undefined): string =>
  (text ?? '').normalize('NFKC').replace(/\s/g, '').toUpperCase()

const overlaps = (
  one: Pick<TrainingLine, 'from' | 'to'>,
  other: Pick<TrainingLine, 'from' | 'to'>,
): boolean => one.from <= other.to && other.from <= one.to

const isSame = (one: Claimed['lines'][number], other: Claimed['lines'][number]): boolean =>
  one.from === other.from && one.to === other.to && one.subject === other.subject

const titlesOf = ({ title, ofClass }: Claimed): string[] =>
  [title, ...(ofClass === undefined ? [] : [ofClass.title])].map(plain)

const isAlike = (one: Claimed, other: Claimed): boolean =>
  titlesOf(other).includes(plain(one.title)) ||
  (one.provider !== undefined && plain(one.provider) === plain(other.provider))

/**
 * The other claims of a person, on their way or credited, whose training overlaps in dates and has the same title or
 * provider: what was claimed once may have been claimed here again (Art. 40).
 */
export const twinsOf = async (
  table: Table,
  staffId: StaffId,
  claimed: Claimed,
  requestId: RequestId,
): Promise<Twin[]> => {
  // A training is claimed when it is over: what overlaps with this one was filed after this one began.
  const [earliest = ''] = claimed.lines.map(({ from }) => from).toSorted()
  const found = await readIndexKeys(table, 'found', lookups.claimsOf(staffId), {
    ...beginningWith(''),
    from: earliest,
  })
  const ids = found.map(({ key }) => requestIdOf(key))
  const items = (await readRequests(eventually(table), ids)).map(({ request }) => request)
  return items.flatMap((request) => {
    if (request.id === requestId) return []
    if (request.type !== 'recognition' && request.type !== 'class_roster') return []
    const alive = request.lines.filter(({ status }) => status === 'in_review' || status === 'approved')
    const meets = claimed.lines.some((line) => alive.some((other) => overlaps(line, other)))
    if (!meets || !isAlike(claimed, request)) return []
    const isClass =
      request.type === 'class_roster' &&
      claimed.lines.some((line) =>
        alive.some((other) =>
          request.ofClass === undefined
            ? isSame(line, other)
            : line.subject === other.subject && overlaps(line, other),
        ),
      )
    return [{ request, isClass }]
  })
}

/** What the desks are told of a twin: which claim it is, and how it stands. */
export const twinNotice = ({ request: { id, title, status } }: Twin): Flag => ({
  code: 'TWIN',
  article: '40',
  link: `/request/${id}`,
  zh: `可能重复申报：同一人员同一时间的“${title}”（${requestStatuses[status].zh}，申请编号 ${id}），请核对。`,
  en: `It may be claimed already: “${title}” of the same person and time (${requestStatuses[status].en}, request ${id}).`,
})
