import * as z from 'zod'
import { AccountId, OrganisationId, RequestId, StaffId } from '../platform/ids.ts'
import { INSPECTIONS_AWAITING, keys, lists, lookups } from '../platform/keys.ts'
import { Came } from '../platform/matter-to-do.ts'
import { seenPage } from '../platform/seen-page.ts'
import {
  atVersion,
  cursorAt,
  type Item,
  isNew,
  type PageRequest,
  read,
  readAll,
  readIndex,
  readPartition,
  type Table,
  type Write,
} from '../platform/table.ts'
import { Mode, Subject } from '../platform/terms.ts'
import {
  DrawStatus,
  MatterAct,
  MatterKind,
  MatterOutcome,
  MatterStatus,
  Sign,
  WhyNotSuspended,
} from './terms.ts'

const Body = z.object({ id: OrganisationId, name: z.string() })

const shared = {
  id: z.string(),
  /** The authority that checks: above whoever decided or was ordered. */
  authority: Body,
  createdAt: z.string(),
  createdBy: z.object({ id: AccountId, name: z.string() }),
  /** The workflow has work to do: to begin, or to hear of an act. */
  awaiting: z.string().optional(),
  /** What its execution waits on; never leaves the server. */
  token: z.string().optional(),
  /** How often an execution was started. */
  attempt: z.number().int(),
  /** Since when, and by whose act, it stands as it does; none: as it began. */
  came: Came.optional(),
  /** How many entries of what was done there are. */
  entries: z.number().int(),
  version: z.number().int(),
}

/** Draws hours from what one desk recognised in a time. Until the frame is whole nothing is drawn, and nobody is told. */
export const Draw = z.object({
  ...shared,
  kind: z.literal('draw'),
  /** The desk whose decisions are looked at. */
  desk: Body,
  /** First and last day on which the hours were entered. */
  from: z.string(),
  to: z.string(),
  /** How many at most by their signs, and how many by lot. */
  bySign: z.number().int(),
  byLot: z.number().int(),
  reason: z.string(),
  /** Drawn when it was ordered; told by nobody before the sample is. */
  seed: z.string(),
  commitment: z.string(),
  status: DrawStatus,
  /** How far the frame has come. */
  gathered: z.object({
    institutions: z.string().optional(),
    institution: z.string().optional(),
    persons: z.string().optional(),
    parts: z.number().int(),
    hours: z.number().int(),
    isWhole: z.boolean(),
  }),
  frameHash: z.string().optional(),
  drawnAt: z.string().optional(),
  /** How many of the frame have a sign; none: drawn before it was kept. */
  signed: z.number().int().optional(),
  /** The matters that came of it, in the order in which they were drawn. */
  drawn: z.array(z.object({ matterId: z.string(), name: z.string(), signs: z.array(Sign) })),
})
export type Draw = z.infer<typeof Draw>

/** The hours that proof is asked for. */
const Sample = z.object({
  /** The draw; none: somebody at the authority asked for these hours, by name. */
  drawId: z.string().optional(),
  /** The entry of the ledger. */
  sequence: z.number().int(),
  signs: z.array(Sign),
  tenths: z.number().int(),
  subject: Subject,
  mode: Mode,
  from: z.string(),
  to: z.string(),
  requestId: RequestId.optional(),
  /** The desk that decided. */
  desk: Body,
})

/** What is asked of somebody, answered, and looked at by the authority: drawn hours, an order, a violation. */
export const Matter = z.object({
  ...shared,
  kind: MatterKind,
  /** Who has to answer: the institution, or the body that was ordered. */
  body: Body,
  /** Whose hours, or whose violation. */
  staffId: StaffId.optional(),
  sample: Sample.optional(),
  /** What was ordered, or found. */
  text: z.string(),
  article: z.string().optional(),
  status: MatterStatus,
  outcome: MatterOutcome.optional(),
  dueOn: z.string(),
  /** Until when the notice runs that hours are to be suspended. */
  noticeUntil: z.string().optional(),
  /** The hours are suspended: by this entry of the ledger. */
  suspendedBy: z.number().int().optional(),
  /** Where they were suspended: in another record, as those of a record that was merged count there. */
  suspendedIn: z.object({ staffId: StaffId, sequence: z.number().int() }).optional(),
  /** Nobody proved the hours, and they were not suspended all the same: why, as it was found last. */
  notSuspended: WhyNotSuspended.optional(),
  /** Who acted in what is looked at, or for whom somebody did: none of them checks it. */
  actedBefore: z.array(z.string()),
  /** Of these, who filed or decided the hours: none of them answers for the institution. None: as before, whoever sits there. */
  actedInHours: z.array(z.string()).optional(),
  evidence: z.array(z.string()),
  /** Of a violation: whether the institution sees it so too (Art. 32). */
  institutionAgrees: z.boolean().optional(),
  closedOn: z.string().optional(),
  /** Of a violation that was confirmed: its last day. */
  expiresOn: z.string().optional(),
})
export type Matter = z.infer<typeof Matter>

export type Inspection = Draw | Matter

/** What somebody did. */
export const MatterEntry = z.object({
  at: z.string(),
  /** `system`, or an account. */
  by: z.string(),
  byName: z.string(),
  act: MatterAct,
  text: z.string(),
})
export type MatterEntry = z.infer<typeof MatterEntry>

export const isClosed = ({ status }: Pick<Matter, 'status'>): boolean => status === 'closed'

/** Whether somebody has to answer now. */
export const isAsked = ({ status }: Pick<Matter, 'status'>): boolean =>
  status === 'asked' || status === 'rectifying' || status === 'with_institution'

/** Whether its workflow has nothing left to wait for. */
export const isOver = (inspection: Inspection): boolean =>
  inspection.kind === 'draw' ? inspection.status === 'drawn' : isClosed(inspection)

/** Whose act brought a matter to whoever has to act now. */
export const cameTo = ({ came, createdAt, createdBy }: Matter): Came =>
  came ?? { at: createdAt, by: createdBy.id }

const awaits = ({ awaiting }: Pick<Inspection, 'awaiting'>) =>
  awaiting === undefined ? {} : { swept: INSPECTIONS_AWAITING, sweptOrder: awaiting }

const drawItem = (draw: Draw): Item => ({
  ...keys.inspection(draw.id),
  ...draw,
  listed: lists.inspectionsOf('draw', draw.authority.id),
  listedOrder: `${draw.createdAt}#${draw.id}`,
  // The desk that is looked at sees the draw once the sample is known.
  ...(draw.status === 'drawn'
    ? { found: lookups.drawsFrom(draw.desk.id), foundOrder: `${draw.createdAt}#${draw.id}` }
    : {}),
  ...awaits(draw),
})

const orderOf = (matter: Matter): string =>
  `${isClosed(matter) ? 1 : 0}#${matter.closedOn ?? matter.dueOn}#${matter.id}`

const matterItem = (matter: Matter): Item => ({
  ...keys.inspection(matter.id),
  ...matter,
  listed: lists.inspectionsOf(matter.kind, matter.authority.id),
  listedOrder: orderOf(matter),
  ...awaits(matter),
})

/** By this whoever is asked finds it. */
const askedItem = (matter: Matter): Item => ({
  ...keys.inspectionAsked(matter.id),
  // While a person is heard, their institution does not know.
  ...(matter.kind === 'violation' && matter.status === 'asked'
    ? {}
    : { listed: lists.inspectionsAsked(matter.body.id), listedOrder: orderOf(matter) }),
  ...(matter.staffId === undefined
    ? {}
    : { found: lookups.inspectionsAbout(matter.staffId), foundOrder: orderOf(matter) }),
})

const itemsOf = (inspection: Inspection): Item[] =>
  inspection.kind === 'draw' ? [drawItem(inspection)] : [matterItem(inspection), askedItem(inspection)]

const entryItems = (id: string, before: number, entries: readonly MatterEntry[]): Write[] =>
  entries.map((entry, nth) => ({
    put: { ...keys.inspectionEntry(id, before + nth + 1), ...entry },
    when: isNew,
  }))

/** A new inspection, with the entry that says who began it. */
export const newInspection = (inspection: Inspection, entries: readonly MatterEntry[]): Write[] => [
  ...itemsOf({ ...inspection, entries: entries.length }).map((put) => ({ put, when: isNew })),
  ...entryItems(inspection.id, 0, entries),
]

/** An inspection as it is from now on, with the entries that say why. */
export const changeInspection = <I extends Inspection>(
  before: I,
  after: I,
  entries: readonly MatterEntry[] = [],
): Write[] => {
  const news = before.status === after.status ? undefined : entries.at(-1)
  const [own, ...others] = itemsOf({
    ...after,
    ...(news === undefined ? {} : { came: { at: news.at, by: news.by } }),
    entries: before.entries + entries.length,
    version: before.version + 1,
  })
  return [
    ...(own === undefined ? [] : [{ put: own, when: atVersion(before.version) }]),
    ...others.map((put) => ({ put, when: { expression: 'attribute_exists(pk)' } })),
    ...entryItems(before.id, before.entries, entries),
  ]
}

const inspectionFrom = (item: Item): Inspection =>
  item.kind === 'draw' ? Draw.parse(item) : Matter.parse(item)

export const readInspection = async (table: Table, id: string): Promise<Inspection | undefined> => {
  const item = await read(table, keys.inspection(id))
  return item && inspectionFrom(item)
}

export const readDraw = async (table: Table, id: string): Promise<Draw | undefined> => {
  const found = await readInspection(table, id)
  return found?.kind === 'draw' ? found : undefined
}

export const readMatter = async (table: Table, id: string): Promise<Matter | undefined> => {
  const found = await readInspection(table, id)
  return found === undefined || found.kind === 'draw' ? undefined : found
}

export const entriesOf = async (table: Table, id: string): Promise<MatterEntry[]> =>
  (await readPartition(table, keys.inspection(id).pk, 'ENTRY#')).map((item) => MatterEntry.parse(item))

const mattersIn = (items: readonly Item[]): Matter[] =>
  items.flatMap((item) => {
    const found = inspectionFrom(item)
    return found.kind === 'draw' ? [] : [found]
  })

/** An authority's matters of a kind: those under way by their due date, then those that ended. */
export const mattersOf = async (
  table: Table,
  kind: MatterKind,
  authorityId: OrganisationId,
  page: PageRequest,
) => {
  const { items, cursor } = await readIndex(table, 'listed', lists.inspectionsOf(kind, authorityId), page)
  return { items: mattersIn(items), cursor }
}

const behindPointers = async (table: Table, pointers: readonly Item[]): Promise<Matter[]> =>
  mattersIn(
    await readAll(
      table,
      pointers.map(({ pk }) => ({ pk: String(pk), sk: 'INSPECTION' })),
    ),
  )

/** What a body was asked or ordered. */
export const mattersAskedOf = async (table: Table, bodyId: OrganisationId, page: PageRequest) => {
  const { items, cursor } = await readIndex(table, 'listed', lists.inspectionsAsked(bodyId), page)
  return { items: await behindPointers(table, items), cursor }
}

/** Of what lies at an authority, or what a body was asked, what somebody may know of, as if there were nothing else. */
export const seenMatters = (
  page: PageRequest,
  read: (part: PageRequest) => Promise<{ items: Matter[]; cursor: string | null }>,
  box: 'asked' | 'check',
  sees: (matter: Matter) => boolean,
) =>
  seenPage(page, {
    read,
    sees,
    cursorAt: (matter) =>
      box === 'check'
        ? cursorAt(matterItem(matter), 'listed', lists.inspectionsOf(matter.kind, matter.authority.id))
        : cursorAt(
            { ...keys.inspectionAsked(matter.id), listedOrder: orderOf(matter) },
            'listed',
            lists.inspectionsAsked(matter.body.id),
          ),
  })

/** What of a person was drawn or found. */
export const mattersAbout = async (table: Table, staffId: StaffId, page: PageRequest) => {
  const { items, cursor } = await readIndex(table, 'found', lookups.inspectionsAbout(staffId), page)
  return { items: await behindPointers(table, items), cursor }
}

/** An authority's draws (`by`), or those from a desk's decisions that are known (`from`), the latest first. */
export const drawsOf = async (
  table: Table,
  organisationId: OrganisationId,
  box: 'by' | 'from',
  page: PageRequest,
) => {
  const asked = { ...page, descending: true }
  const { items, cursor } =
    box === 'by'
      ? await readIndex(table, 'listed', lists.inspectionsOf('draw', organisationId), asked)
      : await readIndex(table, 'found', lookups.drawsFrom(organisationId), asked)
  return { items: items.map((item) => Draw.parse(item)), cursor }
}

/** Those whose workflow has work to do, the longest waiting first. */
export const inspectionsAwaiting = async (table: Table, page: PageRequest) => {
  const { items, cursor } = await readIndex(table, 'swept', INSPECTIONS_AWAITING, page)
  return { items: items.map(inspectionFrom), cursor }
}
