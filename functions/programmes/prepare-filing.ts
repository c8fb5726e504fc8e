import { type ProgrammeFacts, programmeDays, programmeFaults } from '../../rules/programme.ts'
import { readLecturers, standingWith } from '../libraries/lecturer.ts'
import { type Organisation, readOrganisation, readOrganisations } from '../organisations/organisation.ts'
import { hasSeatAt } from '../organisations/visibility.ts'
import { timestamp, today } from '../platform/clock.ts'
import { type FieldFault, type Refusal, refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import type { Filing, JudgedOn, Prepared } from '../requests/prepared.ts'
import type { Request } from '../requests/request.ts'
import type { FilingBody } from './api.ts'
import { faultDetails } from './fault-details.ts'
import { filingDesk } from './filing-desk.ts'
import { areListed, isOffTheList } from './listed.ts'
import { newProgramme, type Programme, readProgramme, replaceProgramme } from './programme.ts'
import { readPlan } from './training-plan.ts'
import { noSuchOrganisation, otherOrganiser, planFaults } from './words.ts'

const isOwnStaff = (organiser: Organisation, { id, overseers }: Organisation): boolean =>
  id === organiser.id || overseers.includes(organiser.id)

/** Whether a programme is for people who are not the organiser's own; nobody named means the whole region. */
const isForOthers = (organiser: Organisation, named: readonly Organisation[]): boolean =>
  named.length === 0
    ? !(organiser.kind === 'authority' && organiser.level === 'region')
    : named.some((one) => !isOwnStaff(organiser, one))

const judgedOf = ({ category, mode, kind, feeFen, minutes, from, to }: FilingBody['courses'][number]) => ({
  ...{ category, mode, kind, feeFen, minutes, from, to },
})

const factsOf = async (
  table: Table,
  body: FilingBody,
  organiser: Organisation,
  audience: readonly Organisation[],
  day: string,
): Promise<ProgrammeFacts> => {
  const ids = body.courses.flatMap(({ lecturers }) => lecturers)
  const listed = await areListed(table, body)
  const known = new Map((await readLecturers(table, ids)).map((lecturer) => [lecturer.id, lecturer]))
  return {
    courses: body.courses.map((course, index) => ({
      ...judgedOf(course),
      lecturers: course.lecturers.map((id) => standingWith(known.get(id), organiser.id)),
      listed: listed[index],
    })),
    sessions: body.sessions,
    task: body.task,
    entrusted: body.entrusted && {
      handedOnTo: body.entrusted.handedOnTo,
      offTheList: await isOffTheList(table, body.entrusted.name, day),
    },
    calledUp: body.audience.calledUp === true,
    othersStaff: isForOthers(organiser, audience),
    today: day,
  }
}

/** The programme as it is filed now; what became of an earlier filing of it stays on record. */
const toProgramme = (
  body: FilingBody,
  organiser: Organisation,
  days: readonly string[],
  before: Programme | undefined,
  { actor, requestId, round }: Filing,
  at: string,
): Programme => {
  const [firstDay = '', lastDay = firstDay] = [days.at(0), days.at(-1)]
  return {
    ...body,
    id: requestId,
    year: Number(firstDay.slice(0, 4)),
    organiserName: organiser.name,
    courses: body.courses.map(({ hours, ...course }) => ({
      ...course,
      ...(hours === undefined ? {} : { tenths: Math.round(hours * 10) }),
    })),
    firstDay,
    lastDay,
    filedBy: before?.filedBy ?? actor.id,
    filedAt: before?.filedAt ?? at,
    state: 'in_review',
    acts: [
      ...(before?.acts ?? []),
      { at, actor: actor.id, actorName: actor.name, act: round === 1 ? 'file' : 'refile' },
    ],
    version: before?.version ?? 1,
  }
}

/** Why a filing can't answer the return of a request: it is another organiser's, or no programme's. */
export const otherMatter = (request: Request, body: FilingBody): Refusal<'INPUT_INVALID'> | undefined =>
  request.type === 'programme_filing' && request.institutionId === body.organiserId
    ? undefined
    : refuse('INPUT_INVALID', { errors: [{ pointer: '/organiserId', detail: otherOrganiser }] })

/** What a filing says of the annual plan: a row that it names is one of the organiser's filed plan, and says what it is. */
const plannedAs = async (
  table: Table,
  organiser: Organisation,
  plan: FilingBody['plan'],
): Promise<FilingBody['plan'] | undefined> => {
  if ('why' in plan || plan.row === undefined) return plan
  const filed = await readPlan(table, organiser.id, plan.year)
  const row = filed?.state === 'filed' ? filed.rows.find(({ id }) => id === plan.row) : undefined
  return row && { ...plan, item: row.title }
}

/** Judges a filing (Art. 8): who files it, which desk looks, and everything that the rules refuse in it at once. */
export const prepareFiling = async ({ table, clock }: JudgedOn, body: FilingBody, filing: Filing) => {
  const organiser = await readOrganisation(table, body.organiserId)
  if (organiser === undefined || !hasSeatAt(filing.actor, organiser.id, organiser.kind))
    return refuse('NOT_ALLOWED', { article: '8' })
  const audience = await readOrganisations(table, body.audience.organisations)
  const missing: FieldFault[] = body.audience.organisations.flatMap((id, index) =>
    audience.some((one) => one.id === id)
      ? []
      : [{ pointer: `/audience/organisations/${index}`, detail: noSuchOrganisation }],
  )
  const plan = await plannedAs(table, organiser, body.plan)
  if (plan === undefined) missing.push({ pointer: '/plan/row', detail: planFaults.noSuchRow })
  if (missing.length > 0 || plan === undefined) return refuse('INPUT_INVALID', { errors: missing })
  const facts = await factsOf(table, body, organiser, audience, today(clock))
  const faults = programmeFaults(facts)
  const [first] = faults
  if (first !== undefined)
    return refuse('PROGRAMME_REFUSED', {
      article: first.article,
      errors: await faultDetails(table, body, faults),
    })
  const subjects = body.courses.map(({ subject }) => subject)
  const looked = await filingDesk(table, organiser, subjects)
  if (looked === undefined) return refuse('PROGRAMME_DESK_MISSING', { article: '5' })
  const before = filing.round === 1 ? undefined : await readProgramme(table, filing.requestId)
  const at = timestamp(clock)
  const programme = toProgramme({ ...body, plan }, organiser, programmeDays(facts), before, filing, at)
  const { title, firstDay, lastDay, place } = programme
  return succeed<Prepared>({
    institution: organiser,
    matter: {
      type: 'programme_filing',
      title,
      organiser: organiser.name,
      firstDay,
      lastDay,
      place,
      desk: looked.desk,
      ...(looked.authorityId === undefined ? {} : { authorityId: looked.authorityId }),
      lines: [{ status: 'in_review', round: filing.round, awaiting: true }],
      evidence: [],
    },
    fingerprints: [],
    writes: [before === undefined ? newProgramme(programme) : replaceProgramme(before, programme)],
  })
}
