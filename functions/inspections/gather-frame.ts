import * as z from 'zod'
import { daysFrom, parseDate } from '../../rules/calendar.ts'
import { isUnlikelyADay } from '../../rules/inspections.ts'
import { institutionsOf, type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { OrganisationId, RequestId, StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { always, eventually, readPartition, type Table, type Write } from '../platform/table.ts'
import { decidingDesk } from '../requests/deciding-desk.ts'
import { twinsOf } from '../requests/likeness.ts'
import { tenthsOf } from '../staff/credit-hours.ts'
import { currentFacts, type FactInForce } from '../staff/facts-in-force.ts'
import { type LedgerCredit, type LedgerEntry, readEntries } from '../staff/ledger.ts'
import { personsOf } from '../staff/person.ts'
import type { Draw } from './inspection.ts'
import { Sign } from './terms.ts'

/** Hours that a draw may draw. Its name tells nothing of anybody. */
export const FrameRow = z.object({
  /** The person's id and the entry's sequence. */
  name: z.string(),
  staffId: StaffId,
  institutionId: OrganisationId,
  sequence: z.number().int(),
  tenths: z.number().int(),
  mode: z.enum(['online', 'offline']),
  /** The days that it took; none: gathered before it was kept. */
  days: z.number().int().optional(),
  signs: z.array(Sign),
  requestId: RequestId.optional(),
})
export type FrameRow = z.infer<typeof FrameRow>

/** Persons of one turn of the workflow. */
const A_TURN = 100
/** Persons who are looked at at once. */
const WIDTH = 8

/** The source of a feed's row whose day has not been formed into a request yet, as it is by night: recognised at once. */
const ROW_OF_A_DAY = /^b[0-9a-z]{16}\.f/

const daysOf = ({ from, to }: LedgerCredit): number => {
  const [start, end] = [parseDate(from), parseDate(to)]
  return start === undefined || end === undefined ? 1 : daysFrom(start, end)
}

const creditOf = ({ fact }: FactInForce): LedgerCredit | undefined =>
  fact?.kind === 'credit' ? fact.credit : undefined

/** Whether another training in force of the same person overlaps with this one in days. */
const hasOverlap = (facts: readonly FactInForce[], own: FactInForce): boolean => {
  const credit = creditOf(own)
  return facts.some((one) => {
    const other = creditOf(one)
    return (
      one.sequence !== own.sequence &&
      credit !== undefined &&
      other !== undefined &&
      credit.from <= other.to &&
      other.from <= credit.to
    )
  })
}

/** The signs of one training, as far as its person's record tells them. */
const signsOf = async (
  table: Table,
  staffId: string,
  facts: readonly FactInForce[],
  own: FactInForce,
  { request }: Awaited<ReturnType<typeof decidingDesk>>,
  stated: LedgerEntry,
): Promise<Sign[]> => {
  const credit = creditOf(own)
  if (credit === undefined) return []
  const isTwin =
    request?.type === 'recognition' &&
    hasOverlap(facts, own) &&
    (await twinsOf(table, staffId, request, request.id)).length > 0
  const isAtOnce =
    request === undefined ? ROW_OF_A_DAY.test(stated.source) : request.type === 'feed_batch' && request.atOnce
  return [
    ...(credit.mode === 'online' && isUnlikelyADay(tenthsOf(credit), daysOf(credit))
      ? (['unlikely'] as const)
      : []),
    ...(isTwin ? (['twin'] as const) : []),
    ...(isAtOnce ? (['at_once'] as const) : []),
  ]
}

/** What a desk recognised of one person in a draw's time. */
const rowsOfPerson = async (
  table: Table,
  draw: Pick<Draw, 'desk' | 'from' | 'to'>,
  institution: Organisation,
  staffId: string,
): Promise<FrameRow[]> => {
  const { entries } = await readEntries(table, staffId)
  const facts = currentFacts(entries)
  const rows: FrameRow[] = []
  for (const fact of facts) {
    const credit = creditOf(fact)
    const stated = entries[fact.sequence - 1]
    const day = stated?.recordedAt.slice(0, 10) ?? ''
    if (credit === undefined || stated === undefined || day < draw.from || day > draw.to) continue
    const decided = await decidingDesk(table, stated, institution)
    if (decided.organisation?.id !== draw.desk.id) continue
    rows.push({
      ...{ name: `${staffId}.${fact.sequence}`, staffId, sequence: fact.sequence },
      ...{ institutionId: institution.id, tenths: tenthsOf(credit), mode: credit.mode },
      days: daysOf(credit),
      signs: await signsOf(table, staffId, facts, fact, decided, stated),
      ...(decided.request === undefined ? {} : { requestId: decided.request.id }),
    })
  }
  return rows
}

type Gathered = Draw['gathered']

/** The institution whose persons are next, and how far the list of institutions has come. */
const nextInstitution = async (
  table: Table,
  desk: Organisation,
  authorityId: OrganisationId,
  gathered: Gathered,
): Promise<{ institution: Organisation | undefined; gathered: Gathered }> => {
  if (gathered.institution !== undefined)
    return { institution: await readOrganisation(table, gathered.institution), gathered }
  const { items, cursor } = await institutionsOf(table, desk, {
    limit: 1,
    ...(gathered.institutions === undefined ? {} : { cursor: gathered.institutions }),
  })
  const { institutions: _, ...rest } = gathered
  const [next] = items
  const isMeant = next?.overseers.includes(authorityId) ?? false
  return {
    institution: isMeant ? next : undefined,
    gathered: {
      ...rest,
      ...(cursor === null ? {} : { institutions: cursor }),
      ...(isMeant && next !== undefined ? { institution: next.id } : {}),
      isWhole: cursor === null,
    },
  }
}

/**
 * Gathers a further part of a draw's frame (Art. 35): of some hundred persons of the desk's institutions the hours that
 * it recognised in the draw's time. Answers how far it has come, and the part to be written with it.
 */
export const gatherPart = async (
  consistent: Table,
  draw: Draw,
  desk: Organisation,
): Promise<{ gathered: Gathered; writes: Write[] }> => {
  const table = eventually(consistent)
  const rows: FrameRow[] = []
  let { gathered } = draw
  for (let persons = 0; persons < A_TURN; ) {
    // `isWhole` is said when the last institution begins; it is over once no institution is left.
    if (gathered.isWhole && gathered.institution === undefined) break
    const next = await nextInstitution(table, desk, draw.authority.id, gathered)
    gathered = next.gathered
    const { institution } = next
    if (institution === undefined) {
      const { institution: _, ...rest } = gathered
      gathered = rest
      persons += 1
      continue
    }
    const page = await personsOf(table, institution.id, {
      limit: A_TURN,
      ...(gathered.persons === undefined ? {} : { cursor: gathered.persons }),
    })
    const found = await mapConcurrently(page.items, WIDTH, ({ id }) =>
      rowsOfPerson(table, draw, institution, id),
    )
    rows.push(...found.flat())
    persons += page.items.length + 1
    const { persons: _, institution: own, ...rest } = gathered
    gathered =
      page.cursor === null
        ? rest
        : { ...rest, persons: page.cursor, ...(own === undefined ? {} : { institution: own }) }
  }
  const part = gathered.parts + 1
  return {
    gathered: { ...gathered, parts: part, hours: gathered.hours + rows.length },
    writes: [{ put: { ...keys.samplingFrame(draw.id, part), rows }, when: always }],
  }
}

/** Whether a draw's frame is whole. */
export const isGathered = ({ isWhole, institution }: Gathered): boolean =>
  isWhole && institution === undefined

const Part = z.object({ rows: z.array(FrameRow) })

/** The frame of a draw, in the order of its names. */
export const readFrame = async (table: Table, id: string): Promise<FrameRow[]> =>
  (await readPartition(table, keys.inspection(id).pk, 'FRAME#'))
    .flatMap((item) => Part.parse(item).rows)
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
