import { readOrganisation, readOrganisations } from '../organisations/organisation.ts'
import { institutionOf } from '../organisations/organisation-at.ts'
import { keys } from '../platform/keys.ts'
import type { Language } from '../platform/language.ts'
import { readAll, type Table } from '../platform/table.ts'
import type { Stage } from '../platform/terms.ts'
import { stageOf as stageName } from '../platform/words.ts'
import { Person, readPerson } from '../staff/person.ts'
import { organisationFor } from './desk-organisation.ts'
import { effectsOf } from './effects.ts'
import { readEvidenceList } from './evidence.ts'
import {
  type Act,
  changeOf,
  isOfHours,
  type Request,
  type RequestRecord,
  type TrainingLine,
} from './request.ts'
import type { RequestSummary, RequestView } from './request-shapes.ts'
import { stagesAhead } from './stages-ahead.ts'
import { type Task, taskId } from './task.ts'
import { actingText, passedText, whyActing } from './words.ts'

const hours = (tenths: number | undefined): number | null => (tenths === undefined ? null : tenths / 10)

/** The desk that holds the request; of several lines the earliest desk of the route. */
const stageOf = (request: Request): Stage | null => {
  const held = request.lines.flatMap((line) =>
    line.status === 'in_review' && line.stage ? [line.stage] : [],
  )
  return (['institution', 'department', 'authority'] as const).find((stage) => held.includes(stage)) ?? null
}

/** Whether an approved request was refused in part: a line of it was. */
const isPartly = ({ status, lines }: Request): boolean =>
  status === 'approved' && lines.some((line) => line.status === 'rejected')

export const summarise = (request: Request): RequestSummary => ({
  id: request.id,
  type: request.type,
  status: request.status,
  ...(isPartly(request) ? { partly: true as const } : {}),
  stage: stageOf(request),
  round: request.round,
  staffId: request.staffId ?? null,
  title: request.title,
  submittedAt: request.submittedAt,
})

const viewLine = (line: TrainingLine): RequestView['lines'][number] => ({
  subject: line.subject,
  category: line.category,
  mode: line.mode,
  activity:
    typeof line.activity === 'boolean'
      ? line.activity
      : { kind: line.activity.kind, quantity: line.activity.quantity },
  ...(line.passed === undefined ? {} : { passed: line.passed }),
  from: line.from,
  to: line.to,
  ...(line.halfDays === undefined ? {} : { halfDays: line.halfDays }),
  ...(line.fullTime === undefined ? {} : { fullTime: line.fullTime }),
  ...(line.forChange === undefined ? {} : { forChange: line.forChange }),
  ...(line.makeUpFor === undefined ? {} : { makeUpFor: line.makeUpFor }),
  status: line.status,
  stage: line.stage ?? null,
  hours: line.claimedTenths / 10,
  grantedHours: hours(line.grantedTenths),
})

const viewAct = (act: Act, language: Language): RequestView['timeline'][number] => ({
  at: act.at,
  actor: act.actor,
  actorName: act.actorName,
  for: act.for?.id ?? null,
  forName: act.for?.name ?? null,
  act: act.act,
  stage: act.stage ?? null,
  line: act.line ?? null,
  reason: act.reason ?? null,
  ...(act.marked === undefined ? {} : { marked: act.marked }),
  article: act.article ?? null,
  why: act.why === undefined ? null : whyActing[act.why][language],
  covers: act.covers ?? [],
  to: act.to?.id ?? null,
  toName: act.to?.name ?? null,
  grantedHours: hours(act.grantedTenths),
  scope: act.grantedScope ?? null,
})

type Particulars = Pick<
  RequestView,
  | 'provider'
  | 'certificateNo'
  | 'organisedBy'
  | 'year'
  | 'kind'
  | 'toPostType'
  | 'effectiveOn'
  | 'reason'
  | 'scope'
  | 'changeId'
  | 'holdUntil'
  | 'change'
  | 'about'
>

const NONE: Particulars = {
  provider: null,
  certificateNo: null,
  organisedBy: null,
  year: null,
  kind: null,
  toPostType: null,
  effectiveOn: null,
  reason: null,
  scope: null,
  changeId: null,
  holdUntil: null,
  change: null,
  about: null,
}

/** What each type says beyond what all requests have. */
const particularsOf = (request: Request): Particulars => {
  switch (request.type) {
    case 'recognition':
      return {
        ...NONE,
        provider: request.provider ?? null,
        certificateNo: request.certificateNo ?? null,
        organisedBy: request.organisedBy ?? null,
      }
    case 'feed_batch':
      return { ...NONE, provider: request.provider }
    case 'class_roster':
      return { ...NONE, provider: request.provider ?? null, certificateNo: request.certificateNo ?? null }
    case 'make_up_delay':
      return { ...NONE, year: request.year, reason: request.reason }
    case 'post_change':
      return {
        ...NONE,
        kind: request.kind,
        toPostType: request.toPostType ?? null,
        effectiveOn: request.effectiveOn,
        reason: request.reason,
        changeId: changeOf(request),
        holdUntil: request.hold?.over === false ? request.hold.until : null,
      }
    case 'record_change':
      return {
        ...NONE,
        kind: request.fact,
        effectiveOn: request.from,
        reason: request.reason,
        change: {
          fact: request.fact,
          from: request.from,
          to: request.to ?? null,
          value: request.value ?? null,
        },
      }
    case 'justified_reason':
      return { ...NONE, year: request.year, kind: request.ground, reason: request.reason }
    case 'programme_filing':
      return { ...NONE, provider: request.organiser, year: Number(request.firstDay.slice(0, 4)) }
    case 'objection':
      return { ...NONE, reason: request.reason, about: request.about }
    case 'deemed':
      return {
        ...NONE,
        kind: request.kind,
        year: request.year,
        reason: request.reason,
        scope: request.lines[0]?.grantedScope ?? request.scope ?? null,
      }
  }
}

const viewParticipants = async (table: Table, request: Request): Promise<RequestView['participants']> => {
  if (request.type !== 'class_roster') return []
  const ids = request.participants.map(({ staffId }) => keys.person(staffId))
  const names = new Map(
    (await readAll(table, ids)).map((item) => Person.parse(item)).map(({ id, name }) => [id, name]),
  )
  return request.participants.map(
    ({ staffId, halfDays, hours, passed, makeUpFor, forChange, certificateNo }) => ({
      staffId,
      name: names.get(staffId) ?? '',
      halfDays: halfDays ?? null,
      hours: hours ?? null,
      passed: passed ?? true,
      ...(makeUpFor === undefined ? {} : { makeUpFor }),
      ...(forChange === undefined ? {} : { forChange }),
      ...(certificateNo === undefined ? {} : { certificateNo }),
    }),
  )
}

/** The desks of a request's round that were passed over, and why. */
const passedIn = (
  { round }: Request,
  tasks: readonly Task[],
  language: Language,
): RequestView['passedOver'] =>
  tasks.flatMap(({ round: of, type, stage, line, passed }) =>
    passed === undefined || of !== round
      ? []
      : [
          {
            stage,
            line: line ?? null,
            why: passed.why,
            text: passedText(stageName(type, stage), whyActing[passed.why])[language],
          },
        ],
  )

/** The authorities that act in the place of a desk, and why. */
const actingIn = async (
  table: Table,
  tasks: readonly Task[],
  language: Language,
): Promise<RequestView['acting']> => {
  const replaced = tasks.flatMap((task) =>
    task.status === 'open' && task.insteadOf !== undefined ? [{ task, why: task.insteadOf.why }] : [],
  )
  if (replaced.length === 0) return []
  const places = await readOrganisations(
    table,
    replaced.map(({ task }) => task.organisationId),
  )
  return replaced.map(({ task: { type, stage, line, organisationId }, why }) => {
    const name = places.find(({ id }) => id === organisationId)?.name ?? ''
    const text = actingText(stageName(type, stage), name, whyActing[why])[language]
    return { stage, line: line ?? null, organisation: organisationId, name, why, text }
  })
}

/**
 * A request as its readers see it: facts, lines, who holds it, and every act so far. Tokens never leave. With a `day`,
 * also what a change of the record that is not decided yet would do to each year.
 */
export const viewRequest = async (
  table: Table,
  { request, tasks }: RequestRecord,
  language: Language,
  day?: string,
): Promise<RequestView> => {
  const { supporting = [] } = request
  const [person, institution, evidence, participants] = await Promise.all([
    request.staffId === undefined ? undefined : readPerson(table, request.staffId),
    institutionOf(table, request.institutionId),
    readEvidenceList(table, [...request.evidence, ...supporting]),
    viewParticipants(table, request),
  ])
  const stage = stageOf(request)
  // Who acts is the open task's to say: another desk may act in the place of the route's.
  const held = tasks.find((task) => task.status === 'open' && task.stage === stage)
  const organisation =
    stage === null ? undefined : (held?.organisationId ?? organisationFor(request, institution, stage))
  const holder = organisation === undefined ? undefined : await readOrganisation(table, organisation)
  const passedOver = passedIn(request, tasks, language)
  const acting = await actingIn(table, tasks, language)
  return {
    ...summarise(request),
    ...particularsOf(request),
    staffName: person?.name ?? '',
    institution: institution.name,
    submittedBy: request.submittedBy,
    classId: (request.type === 'class_roster' ? request.ofClass?.programmeId : undefined) ?? null,
    participants,
    effects: day === undefined ? [] : await effectsOf(table, request, day),
    notices: [
      ...(request.notices ?? []).map((notice) => notice[language]),
      ...passedOver.map(({ text }) => text),
      ...acting.map(({ text }) => text),
    ],
    passedOver,
    acting,
    evidence: evidence.map(({ id, type, size, name = null }) => ({
      ...{ id, type, size, name },
      kind: supporting.includes(id) ? ('supporting' as const) : ('proof' as const),
    })),
    lines: isOfHours(request) ? request.lines.map(viewLine) : [],
    holder:
      stage === null || holder === undefined
        ? null
        : { organisation: holder.id, role: stage, name: holder.name },
    tasks: tasks.flatMap((task) =>
      task.status === 'open'
        ? [{ id: taskId(task), stage: task.stage, line: task.line ?? null, dueOn: task.dueOn }]
        : [],
    ),
    ahead: stagesAhead(request, tasks, institution),
    timeline: request.acts.map((act) => viewAct(act, language)),
  }
}
