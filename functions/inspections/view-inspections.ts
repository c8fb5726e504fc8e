import type { Actor } from '../organisations/account.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import { hasSeatAt, placesOf, sees } from '../organisations/visibility.ts'
import { today } from '../platform/clock.ts'
import { keys } from '../platform/keys.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { pagesOf } from '../platform/pages-of.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { readAll, type Table } from '../platform/table.ts'
import { isOneself, oneselfOf, recordsOf } from '../staff/one-person.ts'
import { Person, readPerson } from '../staff/person.ts'
import { isConcerned, mayAnswer } from './answer-matter.ts'
import type { DrawRow, DrawView, MatterRow, MatterView } from './api.ts'
import { withBodyNow } from './body-now.ts'
import { correctionsSince } from './corrections-since.ts'
import { withOutliers } from './draw-hours.ts'
import { type FrameRow, readFrame } from './gather-frame.ts'
import { asInLedger, asItStands } from './hours-now.ts'
import {
  type Draw,
  drawsOf,
  entriesOf,
  isClosed,
  type Matter,
  mattersAbout,
  mattersAskedOf,
  mattersOf,
  readDraw,
  readMatter,
  seenMatters,
} from './inspection.ts'
import { recipe } from './recipe.ts'
import type { MatterKind } from './terms.ts'
import { viewSameHours } from './view-same-hours.ts'
import { speaksForBody } from './who-answers.ts'
import { isApartFrom } from './who-checks.ts'

interface Page {
  readonly limit: number
  readonly cursor?: string | undefined
}

export const drawRow = ({
  id,
  authority,
  desk,
  from,
  to,
  bySign,
  byLot,
  status,
  createdAt,
  drawnAt,
}: Draw): DrawRow => ({
  ...{ id, authority, desk, from, to, bySign, byLot, status, createdAt },
  drawnAt: drawnAt ?? null,
})

/** The draws of somebody's authorities, or from what their desks recognised. */
export const listDraws =
  ({ table }: RecordsHost) =>
  async ({ box, ...page }: Page & { readonly box: 'by' | 'from' }, actor: Actor) => {
    const at = box === 'by' ? placesOf(actor, 'authority') : placesOf(actor, 'authority', 'department')
    const found = await pagesOf(at, page, (id, asked) => drawsOf(table, id, box, asked))
    return { items: found.items.map(drawRow), cursor: found.cursor }
  }

/** Whether somebody sits at the authority of a draw; whether they know of it at all. */
const seesDraw = (draw: Draw, actor: Actor): { readonly checks: boolean; readonly knows: boolean } => {
  const checks = hasSeatAt(actor, draw.authority.id, 'authority')
  const isLookedAt =
    draw.status === 'drawn' && placesOf(actor, 'authority', 'department').includes(draw.desk.id)
  return { checks, knows: checks || isLookedAt }
}

/** The matters that came of a draw, as they stand; hours that were made void before any was asked for have none. */
const mattersOfDraw = async (table: Table, { drawn }: Draw): Promise<ReadonlyMap<string, Matter>> => {
  const matters = await mapConcurrently(drawn, 8, ({ matterId }) => readMatter(table, matterId))
  return new Map(matters.flatMap((matter) => (matter === undefined ? [] : [[matter.id, matter] as const])))
}

/**
 * Whether the desk that was looked at may know whom proof is asked of: once nothing of it is open. Until then whoever
 * decided the hours could prepare those who are asked. On the day of the draw its matters may still be to begin.
 */
const isThrough = (
  { drawn, drawnAt = '' }: Draw,
  matters: ReadonlyMap<string, Matter>,
  day: string,
): boolean =>
  drawn.every(({ matterId }) => {
    const matter = matters.get(matterId)
    return matter === undefined ? drawnAt.slice(0, 10) < day : isClosed(matter)
  })

/** A draw that was drawn, for whoever may redraw it: the authority at once, the desk that was looked at afterwards. */
export const drawToRedraw = async (
  { table, clock }: RecordsHost,
  id: string,
  actor: Actor,
): Promise<Draw | undefined> => {
  const draw = await readDraw(table, id)
  if (draw?.status !== 'drawn') return undefined
  const { checks, knows } = seesDraw(draw, actor)
  if (checks) return draw
  return knows && isThrough(draw, await mattersOfDraw(table, draw), today(clock)) ? draw : undefined
}

/**
 * A draw for the authority, and for the desk that it looked at. Before the sample is drawn, neither knows the seed; the desk
 * learns it, with the names of what was drawn, once the matters are closed.
 */
export const viewDraw =
  ({ table, clock }: RecordsHost) =>
  async (id: string, actor: Actor): Promise<Outcome<DrawView, 'NOT_FOUND'>> => {
    const draw = await readDraw(table, id)
    const sight = draw && seesDraw(draw, actor)
    if (draw === undefined || sight?.knows !== true) return refuse('NOT_FOUND')
    const { reason, createdBy, commitment, seed, gathered, drawn } = draw
    const isDrawn = draw.status === 'drawn'
    const matters = await mattersOfDraw(table, draw)
    const open = sight.checks || (isDrawn && isThrough(draw, matters, today(clock)))
    const [names, oneself] = await Promise.all([
      namesOf(table, [...matters.values()]),
      oneselfOf(table, actor),
    ])
    return succeed({
      ...drawRow(draw),
      ...{ reason, createdBy: createdBy.name, commitment, frameSize: gathered.hours },
      ...{ seed: isDrawn && open ? seed : null, open },
      recipe,
      counts: isDrawn
        ? {
            withSigns: draw.signed ?? null,
            bySign: drawn.filter(({ signs }) => signs.length > 0).length,
            byLot: drawn.filter(({ signs }) => signs.length === 0).length,
          }
        : null,
      frameHash: draw.frameHash ?? null,
      drawn: drawn.map(({ name, signs, matterId }, nth) => {
        const matter = matters.get(matterId)
        // A person who sits at the authority does not learn here of what is kept from them.
        const isTheirs = matter !== undefined && hasSeatAt(actor, matter.authority.id, 'authority')
        const staffId = matter?.staffId
        return {
          ...(open ? { name, signs } : { name: String(nth + 1), signs: [] }),
          ...{ status: matter?.status ?? null, outcome: matter?.outcome ?? null },
          suspended: matter?.suspendedBy !== undefined,
          matterId: isTheirs ? matterId : null,
          person:
            isTheirs && staffId !== undefined && !isOneself(oneself, staffId)
              ? { id: staffId, name: names.get(staffId) ?? staffId }
              : null,
        }
      }),
    })
  }

/** The frame of a draw that was drawn, page by page in the order of its names. */
export const viewFrame =
  (host: RecordsHost) =>
  async (
    id: string,
    { limit, cursor }: Page,
    actor: Actor,
  ): Promise<
    Outcome<
      { items: (Pick<FrameRow, 'name' | 'signs'> & { hours: number })[]; cursor: string | null },
      'NOT_FOUND'
    >
  > => {
    const draw = await drawToRedraw(host, id, actor)
    if (draw === undefined) return refuse('NOT_FOUND')
    const rows = withOutliers(await readFrame(host.table, id)).filter(
      ({ name }) => cursor === undefined || name > cursor,
    )
    const items = rows.slice(0, limit)
    return succeed({
      items: items.map(({ name, tenths, signs }) => ({ name, hours: tenths / 10, signs })),
      cursor: rows.length > limit ? (items.at(-1)?.name ?? null) : null,
    })
  }

const namesOf = async (table: Table, matters: readonly Matter[]): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(matters.flatMap(({ staffId }) => staffId ?? []))]
  return new Map(
    (await readAll(table, ids.map(keys.person))).map((item) => {
      const { id, name } = Person.parse(item)
      return [id, name]
    }),
  )
}

const rowOf = (matter: Matter, names: ReadonlyMap<string, string>, day: string): MatterRow => {
  const {
    id,
    kind,
    status,
    outcome,
    authority,
    body,
    staffId,
    text,
    article,
    dueOn,
    suspendedBy,
    expiresOn,
  } = matter
  return {
    ...{ id, kind, status, authority, body, text, dueOn },
    outcome: outcome ?? null,
    person: staffId === undefined ? null : { id: staffId, name: names.get(staffId) ?? staffId },
    article: article ?? null,
    overdue: !isClosed(matter) && dueOn < day,
    suspended: suspendedBy !== undefined,
    expiresOn: expiresOn ?? null,
  }
}

interface Asked extends Page {
  readonly box: 'check' | 'asked' | 'own'
  readonly kind?: MatterKind | undefined
}

/** Whether a matter of a body's list is to be known there. */
const isTold = ({ kind, status }: Matter): boolean => kind !== 'violation' || status !== 'asked'

/** What somebody has to check, what their body was asked, or what is about themselves. */
export const listMatters =
  ({ table, clock }: RecordsHost) =>
  async ({ box, kind = 'sample', ...page }: Asked, actor: Actor) => {
    const oneself = await oneselfOf(table, actor)
    // What is about somebody is theirs to know as its person, not by their seat.
    const sees = (matter: Matter) =>
      (box === 'check' || (isTold(matter) && speaksForBody(matter, oneself))) &&
      !isOneself(oneself, matter.staffId)
    const at =
      box === 'own'
        ? [...oneself.records]
        : box === 'check'
          ? placesOf(actor, 'authority')
          : placesOf(actor, 'institution', 'department', 'authority')
    const { items, cursor } = await pagesOf(at, page, (id, asked) => {
      if (box === 'own') return mattersAbout(table, id, asked)
      const read = (part: Page) =>
        box === 'check' ? mattersOf(table, kind, id, part) : mattersAskedOf(table, id, part)
      return seenMatters(asked, read, box, sees)
    })
    const names = await namesOf(table, items)
    const day = today(clock)
    return { items: items.map((matter) => rowOf(matter, names, day)), cursor }
  }

/** A matter for its authority, and for those who were asked. */
const matterFor = async (table: Table, id: string, actor: Actor) => {
  const known = await readMatter(table, id)
  if (known === undefined) return undefined
  const matter = await withBodyNow(table, known)
  const checks = hasSeatAt(actor, matter.authority.id, 'authority')
  const oneself = await oneselfOf(table, actor)
  const isTheirs = checks || (await isConcerned(table, matter, actor, oneself))
  return isTheirs ? { matter, checks, oneself } : undefined
}

export const viewMatter =
  ({ table, clock }: RecordsHost) =>
  async (id: string, actor: Actor): Promise<Outcome<MatterView, 'NOT_FOUND'>> => {
    const found = await matterFor(table, id, actor)
    if (found === undefined) return refuse('NOT_FOUND')
    const { checks, oneself } = found
    const matter = await asItStands(table, await asInLedger(table, found.matter))
    const [names, entries, answers, corrections, sameHours, isApart] = await Promise.all([
      namesOf(table, [matter]),
      entriesOf(table, id),
      mayAnswer(table, matter, actor, oneself),
      checks && !isClosed(matter) ? correctionsSince(table, found.matter) : [],
      viewSameHours(table, found.matter, actor, oneself),
      checks && !isClosed(matter) && isApartFrom(table, matter, actor),
    ])
    const { sample, createdAt, noticeUntil, institutionAgrees, evidence } = matter
    return succeed({
      ...rowOf(matter, names, today(clock)),
      ...{ createdAt, evidence },
      noticeUntil: noticeUntil ?? null,
      institutionAgrees: institutionAgrees ?? null,
      sample:
        sample === undefined
          ? null
          : {
              ...{ drawId: sample.drawId ?? null, entry: sample.sequence, hours: sample.tenths / 10 },
              ...{ subject: sample.subject, mode: sample.mode, from: sample.from, to: sample.to },
              ...{ desk: sample.desk, requestId: sample.requestId ?? null },
              signs: checks ? sample.signs : null,
              sameHours,
              notSuspended: matter.notSuspended ?? null,
              corrections: corrections.map(({ sequence: entry, recordedAt: at, fact }) => ({
                ...{ entry, at, reason: fact.kind === 'correction' ? fact.reason : '' },
              })),
            },
      entries: entries.map(({ at, byName, act, text }) => ({
        ...{ at, act, text },
        byName: byName === '' ? null : byName,
      })),
      may: { answer: answers, check: isApart },
    })
  }

/** Which file of a matter somebody may see: its id; undefined where they see none. */
export const seesEvidence = async (
  { table }: RecordsHost,
  id: string,
  evidence: string,
  actor: Actor,
): Promise<boolean> => (await matterFor(table, id, actor))?.matter.evidence.includes(evidence) ?? false

/** The violations of a person that hold on this day, for those above their institution, and for themselves. */
export const listViolations =
  ({ table, clock }: RecordsHost) =>
  async (staffId: string, actor: Actor): Promise<Outcome<{ items: MatterRow[] }, 'NOT_FOUND'>> => {
    const person = await readPerson(table, staffId)
    const institution = person && (await readOrganisation(table, person.institutionId))
    if (person === undefined || !sees(actor, staffId, institution)) return refuse('NOT_FOUND')
    const day = today(clock)
    const records = await recordsOf(table, staffId)
    const found = await Promise.all(records.map((id) => mattersAbout(table, id, { limit: 100 })))
    const held = found
      .flatMap(({ items }) => items)
      .filter(
        ({ kind, outcome, expiresOn }) =>
          kind === 'violation' && outcome === 'confirmed' && (expiresOn ?? '') >= day,
      )
    const names = new Map(records.map((id) => [id, person.name]))
    return succeed({ items: held.map((matter) => rowOf(matter, names, day)) })
  }
