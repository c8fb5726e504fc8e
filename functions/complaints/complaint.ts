import * as z from 'zod'
import { complaintTerms } from '../../rules/complaints.ts'
import { addDays } from '../platform/clock.ts'
import { AccountId, OrganisationId } from '../platform/ids.ts'
import { COMPLAINANTS_KEPT, COMPLAINTS_AWAITING, keys, lists, lookups } from '../platform/keys.ts'
import { Came } from '../platform/matter-to-do.ts'
import { seenPage } from '../platform/seen-page.ts'
import {
  atVersion,
  cursorAt,
  isNew,
  type PageRequest,
  read,
  readIndex,
  readPartition,
  type Table,
  type Write,
} from '../platform/table.ts'
import { SealedIdentity } from './secrecy.ts'
import { ComplaintAct, ComplaintChannel, ComplaintStatus, Finding } from './terms.ts'

const Named = z.object({ id: z.string(), name: z.string() })

/** A complaint, and where it stands (Art. 36). Who complained stands apart, sealed. */
export const Complaint = z.object({
  id: z.string(),
  /** By which the complainant follows it; the hash of the key that belongs to it. */
  code: z.string(),
  keyHash: z.string(),
  channel: ComplaintChannel,
  filedAt: z.string(),
  /** The bodies that it is about, or that were found to be concerned: nobody of theirs sees it. */
  bodies: z.array(z.object({ id: OrganisationId, name: z.string() })),
  /** The names of the persons that it is about: nobody of that name sees it. */
  persons: z.array(z.string()),
  /** Whom it is about in the complainant's words, where the platform doesn't know them. */
  described: z.string(),
  /** Of those whom the inquiry named later: since when, by the body's id or the person's name. */
  namedAt: z.record(z.string(), z.string()).optional(),
  text: z.string(),
  bodyHash: z.string(),
  /** For the figures: the city of the body, or the region. */
  city: Named,
  status: ComplaintStatus,
  /** Whose desk has it. */
  desk: z.object({ id: OrganisationId, name: z.string() }),
  /** The desks that passed it on: none of them has it again by being passed on to. */
  had: z.array(OrganisationId).optional(),
  /** The desk above, once this one was late. */
  above: z.object({ id: OrganisationId, name: z.string() }).optional(),
  dueOn: z.string(),
  /** The day on which its desk was last reminded that it is overdue. */
  remindedOn: z.string().optional(),
  /** The inquiry's time was extended: once. */
  extended: z.boolean(),
  inquirers: z.array(z.object({ id: AccountId, name: z.string() })),
  finding: Finding.optional(),
  closedOn: z.string().optional(),
  /** Since when, and by whose act, it lies where it does, or its complainant wrote; none: as it was filed. */
  came: Came.optional(),
  /** Whether an identity was given. */
  named: z.boolean(),
  /** How many entries there are. */
  entries: z.number().int(),
  /** The workflow has work to do: to begin, or to hear of an act. */
  awaiting: z.string().optional(),
  /** What its execution waits on; never leaves the server. */
  token: z.string().optional(),
  /** How often an execution was started. */
  attempt: z.number().int(),
  version: z.number().int(),
})
export type Complaint = z.infer<typeof Complaint>

/** What somebody did or wrote. */
export const ComplaintEntry = z.object({
  at: z.string(),
  /** `complainant`, `system`, or an account. */
  by: z.string(),
  byName: z.string(),
  act: ComplaintAct,
  text: z.string(),
  /** Whether the complainant sees it. */
  shown: z.boolean(),
})
export type ComplaintEntry = z.infer<typeof ComplaintEntry>

export const isOver = ({ status }: Pick<Complaint, 'status'>): boolean =>
  status === 'closed' || status === 'passed_on'

const toItem = (complaint: Complaint) => ({
  ...keys.complaint(complaint.id),
  ...complaint,
  listed: lists.complaintsAt(complaint.desk.id),
  listedOrder: `${isOver(complaint) ? 1 : 0}#${complaint.closedOn ?? complaint.dueOn}#${complaint.id}`,
  ...(complaint.above === undefined || isOver(complaint)
    ? {}
    : { found: lookups.complaintsAbove(complaint.above.id), foundOrder: complaint.dueOn }),
  ...(complaint.awaiting === undefined ? {} : { swept: COMPLAINTS_AWAITING, sweptOrder: complaint.awaiting }),
})

/** Whose act brought a complaint to whoever has it now. */
export const cameTo = ({ came, filedAt }: Complaint): Came => came ?? { at: filedAt, by: 'complainant' }

/** Whether an act is news to whoever has the complaint after it: it came to them, went on, or its complainant wrote. */
const isNews = (before: Complaint, after: Complaint, { by }: ComplaintEntry): boolean =>
  by === 'complainant' ||
  before.desk.id !== after.desk.id ||
  before.above?.id !== after.above?.id ||
  before.status !== after.status ||
  after.inquirers.some(({ id }) => before.inquirers.every((one) => one.id !== id))

/** A new complaint, with its code and, where one was given, its complainant. */
export const newComplaint = (
  complaint: Complaint,
  codeHash: string,
  identity: SealedIdentity | undefined,
): Write[] => [
  { put: toItem(complaint), when: isNew },
  {
    put: { ...keys.complaintCode(codeHash), complaintId: complaint.id, keyHash: complaint.keyHash },
    when: isNew,
  },
  ...(identity === undefined
    ? []
    : [{ put: { ...keys.complainant(complaint.id), ...identity }, when: isNew }]),
]

/** A complaint as it is from now on, with the entries that say why. */
export const changeComplaint = (
  before: Complaint,
  after: Complaint,
  entries: readonly ComplaintEntry[],
): Write[] => {
  const news = entries.findLast((entry) => isNews(before, after, entry))
  return [
    {
      put: toItem({
        ...after,
        ...(news === undefined ? {} : { came: { at: news.at, by: news.by } }),
        ...{ entries: before.entries + entries.length, version: before.version + 1 },
      }),
      when: atVersion(before.version),
    },
    ...entries.map((entry, nth) => ({
      put: { ...keys.complaintEntry(before.id, before.entries + nth + 1), ...entry },
      when: isNew,
    })),
  ]
}

export const readComplaint = async (table: Table, id: string): Promise<Complaint | undefined> => {
  const item = await read(table, keys.complaint(id))
  return item && Complaint.parse(item)
}

export const entriesOfComplaint = async (table: Table, id: string): Promise<ComplaintEntry[]> =>
  (await readPartition(table, keys.complaint(id).pk, 'ENTRY#')).map((item) => ComplaintEntry.parse(item))

const CodeItem = z.object({ complaintId: z.string(), keyHash: z.string() })

/** Which complaint a code stands for, by the code's hash. */
export const complaintOfCode = async (table: Table, codeHash: string) => {
  const item = await read(table, keys.complaintCode(codeHash))
  return item && CodeItem.parse(item)
}

type Box = 'at' | 'above'

const listOf = (organisationId: OrganisationId, box: Box) =>
  box === 'at'
    ? ({ index: 'listed', value: lists.complaintsAt(organisationId) } as const)
    : ({ index: 'found', value: lookups.complaintsAbove(organisationId) } as const)

/** The complaints at a desk (`at`), or the overdue ones below one (`above`). */
export const complaintsOf = async (
  table: Table,
  organisationId: OrganisationId,
  box: Box,
  page: PageRequest,
): Promise<{ items: Complaint[]; cursor: string | null }> => {
  const { index, value } = listOf(organisationId, box)
  const { items, cursor } = await readIndex(table, index, value, page)
  return { items: items.map((item) => Complaint.parse(item)), cursor }
}

/** Of the same list those that somebody may see, as if there were no others. */
export const seenComplaintsOf = (
  table: Table,
  organisationId: OrganisationId,
  box: Box,
  page: PageRequest,
  sees: (complaint: Complaint) => boolean,
): Promise<{ items: Complaint[]; cursor: string | null }> => {
  const { index, value } = listOf(organisationId, box)
  return seenPage(page, {
    read: (part) => complaintsOf(table, organisationId, box, part),
    sees,
    cursorAt: (complaint) => cursorAt(toItem(complaint), index, value),
  })
}

/** Those whose workflow has work to do, the longest waiting first. */
export const complaintsAwaiting = async (table: Table, page: PageRequest) => {
  const { items, cursor } = await readIndex(table, 'swept', COMPLAINTS_AWAITING, page)
  return { items: items.map((item) => Complaint.parse(item)), cursor }
}

/** The sealed identity of a complainant; undefined where none was given, or it was deleted. */
export const readSealed = async (table: Table, id: string): Promise<SealedIdentity | undefined> => {
  const item = await read(table, keys.complainant(id))
  return item && SealedIdentity.parse(item)
}

/** From the end of a matter on its identity is kept for the time of the rules, then deleted. */
export const keepIdentityUntilTerm = (id: string, identity: SealedIdentity, closedOn: string): Write => ({
  put: {
    ...keys.complainant(id),
    ...identity,
    swept: COMPLAINANTS_KEPT,
    sweptOrder: addDays(closedOn, complaintTerms.identityDays),
  },
  when: { expression: 'attribute_exists(pk)' },
})
