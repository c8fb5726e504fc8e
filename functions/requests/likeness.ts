import type { RequestId, StaffId } from '../platform/ids.ts'
import { lookups } from '../platform/keys.ts'
import { beginningWith, readIndexKeys } from '../platform/ranges.ts'
import { eventually, type Table } from '../platform/table.ts'
import { type Provider, readProviders } from '../registers/provider.ts'
import type { Flag } from './flag.ts'
import { participantsAmong } from './participants.ts'
import type { Request, RosterRequest, TrainingLine } from './request.ts'
import { readRequests, requestIdOf } from './stored-request.ts'
import { requestStatuses } from './words.ts'

/** What of a claim makes it look like another one of its person (Art. 40). */
export interface Claimed {
  readonly title: string
  readonly provider?: string | undefined
  readonly lines: readonly (Pick<TrainingLine, 'from' | 'to' | 'subject'> & {
    readonly mode?: TrainingLine['mode']
  })[]
  /** A class that was held and closed here has a title besides its courses', and an organiser besides who held it. */
  readonly ofClass?: { readonly title: string; readonly organiserName?: string | undefined } | undefined
}

/** A training that is claimed twice, as far as anyone can tell from outside. */
export interface Twin {
  readonly request: Request
  /**
   * Word for word the same days and subject, of a class that was filed for its participants; of one that was closed
   * here, days of it.
   */
  readonly isClass: boolean
  /** Nothing but days: the person was at a class on them that was held and closed here. */
  readonly byDaysAlone: boolean
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

const holdersOf = ({ provider, ofClass }: Claimed): string[] =>
  [provider, ofClass?.organiserName].flatMap((name) => (name === undefined ? [] : [plain(name)]))

/** All names of a holder: a provider on the region's list and its aliases are one (Art. 40). */
type NamesOf = (holder: string) => readonly string[]

const itself: NamesOf = (holder) => [holder]

const namesIn = (providers: readonly Provider[]): NamesOf => {
  const listed = providers.map(({ name, aliases }) => [name, ...aliases].map(plain))
  return (holder) => [holder, ...listed.filter((names) => names.includes(holder)).flat()]
}

const isAlike = (one: Claimed, other: Claimed, namesOf: NamesOf = itself): boolean => {
  const names = holdersOf(one).flatMap(namesOf)
  return (
    titlesOf(other).some((title) => titlesOf(one).includes(title)) ||
    holdersOf(other).some((holder) => names.includes(holder))
  )
}

/** Whether what is claimed is a course of a class that was closed here: on days of it, with its subject, and alike. */
export const isOfClosedClass = (claimed: Claimed, course: Claimed, namesOf: NamesOf = itself): boolean =>
  isAlike(claimed, course, namesOf) &&
  claimed.lines.some((line) =>
    course.lines.some((other) => line.subject === other.subject && overlaps(line, other)),
  )

/** Of classes that were held and closed here: those at which the person was, and which brought them hours. */
const attendedBy = async (
  table: Table,
  staffId: StaffId,
  classes: readonly RosterRequest[],
): Promise<ReadonlySet<RequestId>> => {
  const found = await participantsAmong(eventually(table), classes, [staffId])
  return new Set(
    [...found].flatMap(([id, participants]) =>
      participants.some(({ halfDays = 0, passed }) => halfDays > 0 && passed !== false) ? [id] : [],
    ),
  )
}

/**
 * The other claims of a person, on their way or credited, whose training overlaps in dates and has the same title or
 * provider: what was claimed once may have been claimed here again (Art. 40). Offline training on days of a class that
 * was closed here, under whatever title, is one, too: half-days count once (Art. 39(1)). A class closed here that its
 * desk refused is in nobody's way, and the desks of a single claim hear of it: who failed there stands on its list.
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
  const met = items.flatMap((request) => {
    if (request.id === requestId) return []
    if (request.type !== 'recognition' && request.type !== 'class_roster') return []
    const alive = request.lines.filter(({ status }) => status === 'in_review' || status === 'approved')
    const isOfClass = request.type === 'class_roster' && request.ofClass !== undefined
    const known = isOfClass ? request.lines.filter(({ status }) => status !== 'withdrawn') : alive
    const meeting = claimed.lines.filter((line) => known.some((other) => overlaps(line, other)))
    return meeting.length === 0 ? [] : [{ request, alive, meeting }]
  })
  // The list is read only where its names could make two holders one.
  const namesOf =
    holdersOf(claimed).length > 0 &&
    met.some(({ request }) => !isAlike(claimed, request) && holdersOf(request).length > 0)
      ? namesIn(await readProviders(eventually(table)))
      : itself
  const unlike = met.flatMap(({ request, meeting }) =>
    request.type === 'class_roster' &&
    request.ofClass !== undefined &&
    meeting.some(({ mode }) => mode === 'offline') &&
    !isAlike(claimed, request, namesOf)
      ? [request]
      : [],
  )
  const attended = await attendedBy(table, staffId, unlike)
  return met.flatMap(({ request, alive }): Twin[] => {
    const byDaysAlone = !isAlike(claimed, request, namesOf)
    if (byDaysAlone) return attended.has(request.id) ? [{ request, isClass: false, byDaysAlone }] : []
    const isClass =
      request.type === 'class_roster' &&
      (request.ofClass === undefined
        ? claimed.lines.some((line) => alive.some((other) => isSame(line, other)))
        : isOfClosedClass(claimed, { ...request, lines: alive }, namesOf))
    return [{ request, isClass, byDaysAlone }]
  })
}

/** What the desks are told of a twin: which claim it is, and how it stands. */
export const twinNotice = ({ request: { id, title, status }, byDaysAlone }: Twin): Flag => ({
  code: 'TWIN',
  article: '40',
  link: `/request/${id}`,
  zh: `可能重复申报：同一人员同一时间${byDaysAlone ? '参加了' : '的'}“${title}”（${requestStatuses[status].zh}，申请编号 ${id}），请核对。`,
  en: `It may be claimed already: “${title}” of the same person and time (${requestStatuses[status].en}, request ${id}).`,
})
