import type { Actor } from '../organisations/account.ts'
import { institutionsOf, type Organisation } from '../organisations/organisation.ts'
import { findOrganisation } from '../organisations/view-organisation.ts'
import { monthsBefore, today } from '../platform/clock.ts'
import { CursorInvalidError } from '../platform/cursor-invalid.ts'
import { fullPage } from '../platform/full-page.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { eventually, type PageRequest, type Table } from '../platform/table.ts'
import { isPublic, type Programme, readProgramme } from '../programmes/programme.ts'
import { programmesIn } from '../programmes/view-plan.ts'
import { asOfDay } from '../staff/dated.ts'
import { factsInForce } from '../staff/facts-in-force.ts'
import { readEntries } from '../staff/ledger.ts'
import { type Person, personsOf } from '../staff/person.ts'
import { attendanceIn, attended } from './attendance.ts'
import { readClosing } from './closing.ts'
import { isMeantFor } from './enrol.ts'
import { type Enrolment, enrolmentsIn, isActive, seatsOf } from './enrolment.ts'
import type { UntrainedPerson, UntrainedQuery, UntrainedState } from './untrained-api.ts'

/** People who are looked at at once. */
const WIDTH = 8
/** As many classes as are looked at for one row of a plan. */
const MOST_CLASSES = 20

/** A class, with what is read of it once for everybody on a page. */
interface Class {
  readonly programme: Programme
  readonly enrolments: ReadonlyMap<string, Enrolment>
  readonly waiting: ReadonlySet<string>
  readonly passed: ReadonlySet<string>
}

const classFrom = async (table: Table, programme: Programme): Promise<Class> => {
  const [enrolments, closing] = await Promise.all([
    enrolmentsIn(table, programme.id),
    readClosing(table, programme.id),
  ])
  return {
    programme,
    enrolments: new Map(enrolments.map((one) => [one.staffId, one])),
    waiting: new Set(seatsOf(enrolments, programme.capacity).waiting.map(({ staffId }) => staffId)),
    passed: new Set((closing?.results ?? []).flatMap(({ staffId, passed }) => (passed ? [staffId] : []))),
  }
}

/** The nearer to having been trained, the later in this list. */
const nearness = [
  ...(['not_enrolled', 'declined', 'left', 'waiting', 'absent', 'failed'] as const),
] as const satisfies readonly UntrainedState[]

/** What came of a class for somebody for whom it was meant; undefined: they passed it, or it is not over for them. */
const stateIn = async (
  table: Table,
  { programme, enrolments, waiting, passed }: Class,
  staffId: string,
): Promise<UntrainedState | undefined> => {
  const own = enrolments.get(staffId)
  if (own === undefined) return 'not_enrolled'
  if (!isActive(own)) return own.state === 'declined' ? 'declined' : 'left'
  const isOver = programme.state === 'closed'
  const there = isOver
    ? attended(programme.sessions, await attendanceIn(table, programme.id, staffId), staffId)
    : []
  if (there.length > 0) return passed.has(staffId) ? undefined : 'failed'
  if (waiting.has(staffId)) return 'waiting'
  return isOver ? 'absent' : undefined
}

/** What came of several classes: nothing to say where one was passed, or none was meant for them; else the best. */
const stateOf = async (
  table: Table,
  classes: readonly Class[],
  person: Person,
  institution: Organisation,
): Promise<UntrainedState | undefined> => {
  const overseers = new Map([[institution.id, institution.overseers]])
  const meant = classes.filter(
    ({ programme }) =>
      isMeantFor(programme, person, overseers) && asOfDay(person, programme.firstDay).onRegister,
  )
  const states = await mapConcurrently(meant, WIDTH, (one) => stateIn(table, one, person.id))
  return states.includes(undefined) ? undefined : nearness.findLast((one) => states.includes(one))
}

/** The last days of somebody's trainings that were recognised, the earliest first. */
const trainedOn = async (table: Table, staffId: string): Promise<string[]> => {
  const { entries } = await readEntries(table, staffId)
  return factsInForce(entries)
    .flatMap((fact) => (fact.kind === 'credit' && fact.credit.passed !== false ? [fact.credit.to] : []))
    .toSorted()
}

/** Says of somebody whether they were not trained, as it is asked. */
type Judge = (
  person: Person,
  institution: Organisation,
) => Promise<Pick<UntrainedPerson, 'state' | 'lastTrainedOn'> | undefined>

const byClasses =
  (table: Table, classes: readonly Class[]): Judge =>
  async (person, institution) => {
    const state = await stateOf(table, classes, person, institution)
    return state && { state, lastTrainedOn: (await trainedOn(table, person.id)).at(-1) ?? null }
  }

/** Who is on the register on a day and had no training between two days, both included. */
const byLedger =
  (table: Table, day: string, [from, to]: readonly [string, string]): Judge =>
  async (person) => {
    if (!asOfDay(person, day).onRegister) return undefined
    const days = await trainedOn(table, person.id)
    return days.some((one) => from <= one && one <= to)
      ? undefined
      : { state: null, lastTrainedOn: days.at(-1) ?? null }
  }

/** The classes that are asked about; undefined: it is asked by the ledgers. A class that is not public is not there. */
const classesAsked = async (
  table: Table,
  { programme, row, organiser, year }: UntrainedQuery,
): Promise<Outcome<Programme[] | undefined, 'NOT_FOUND'>> => {
  if (programme !== undefined) {
    const found = await readProgramme(table, programme)
    return found !== undefined && isPublic(found) ? succeed([found]) : refuse('NOT_FOUND')
  }
  if (row === undefined || organiser === undefined || year === undefined) return succeed(undefined)
  const all = await programmesIn(table, { id: organiser }, year)
  return succeed(
    all.filter((one) => isPublic(one) && 'row' in one.plan && one.plan.row === row).slice(0, MOST_CLASSES),
  )
}

const judgeFor = async (
  table: Table,
  query: UntrainedQuery,
  day: string,
): Promise<Outcome<Judge, 'NOT_FOUND'>> => {
  const asked = await classesAsked(table, query)
  if (!asked.ok) return asked
  if (asked.value !== undefined) {
    const held = asked.value.filter(({ state }) => state === 'accepted' || state === 'closed')
    return succeed(byClasses(table, await mapConcurrently(held, WIDTH, (one) => classFrom(table, one))))
  }
  const { months, year = Number(day.slice(0, 4)) } = query
  return succeed(
    months === undefined
      ? byLedger(table, day, [`${year}-01-01`, `${year}-12-31`])
      : byLedger(table, day, [monthsBefore(day, months), day]),
  )
}

/** One institution after another: which one a page is at, and how far it has come there. */
const placeIn = (cursor: string | undefined): { readonly at?: string; readonly inside?: string } => {
  if (cursor === undefined) return {}
  const [, at = '', inside = ''] = /^([^~]*)~([^~]*)$/.exec(cursor) ?? []
  if (at === '' && inside === '') throw new CursorInvalidError('The cursor belongs to no page of this list.')
  return { ...(at === '' ? {} : { at }), ...(inside === '' ? {} : { inside }) }
}

/** A part of the people of an institution, or of those right below an organisation. */
const peopleOf = async (table: Table, organisation: Organisation, { limit, cursor }: PageRequest) => {
  const { at, inside } = placeIn(cursor)
  const places =
    organisation.kind === 'institution'
      ? { items: [organisation], cursor: null }
      : await institutionsOf(table, organisation, { limit: 1, cursor: at })
  const [institution] = places.items
  if (institution === undefined) return { institution, items: [], cursor: null }
  const persons = await personsOf(table, institution.id, { limit, cursor: inside })
  const next =
    persons.cursor === null ? places.cursor && `${places.cursor}~` : `${at ?? ''}~${persons.cursor}`
  return { institution, items: persons.items, cursor: next }
}

/**
 * Who was not trained (Art. 7, 29), in the order of the register: of a class or of a row of a plan those for whom it was
 * meant and who did not pass, with what came of it; else those without recognised training in a year or for so many
 * months. Only people whom the caller may see.
 */
export const listUntrained =
  ({ table, clock }: RecordsHost) =>
  async (
    id: string,
    query: UntrainedQuery,
    actor: Actor,
  ): Promise<
    Outcome<
      { organisation: Organisation; page: { items: UntrainedPerson[]; cursor: string | null } },
      'NOT_FOUND'
    >
  > => {
    const from = eventually(table)
    const found = await findOrganisation(from, id, actor)
    if (!found.ok) return found
    const judge = await judgeFor(from, query, today(clock))
    if (!judge.ok) return judge
    const page = await fullPage(query, async (part) => {
      const { institution, items, cursor } = await peopleOf(from, found.value, part)
      if (institution === undefined) return { items: [], cursor }
      const judged = await mapConcurrently(items, WIDTH, async (person) => {
        const said = await judge.value(person, institution)
        const { name, staffNo = null, postType } = person
        return said === undefined
          ? []
          : [
              {
                ...{ staffId: person.id, name, staffNo, postType, ...said },
                institution: { id: institution.id, name: institution.name },
              },
            ]
      })
      return { items: judged.flat(), cursor }
    })
    return succeed({ organisation: found.value, page })
  }
