import type { Organisation } from '../../functions/organisations/organisation.ts'
import { sha256 } from '../../functions/platform/identifiers.ts'
import { RequestId } from '../../functions/platform/ids.ts'
import type { Write } from '../../functions/platform/table.ts'
import { addWorkingDays } from '../../functions/platform/working-days.ts'
import type { Act } from '../../functions/requests/act.ts'
import type { RecognitionRequest } from '../../functions/requests/request.ts'
import { newRequest } from '../../functions/requests/stored-request.ts'
import { newTask, type Task, taskPlace } from '../../functions/requests/task.ts'
import { tenthsOf } from '../../functions/staff/credit-hours.ts'
import type { LedgerCredit, LedgerEntry } from '../../functions/staff/ledger.ts'
import type { StaffRecord } from '../../functions/staff/staff-record.ts'
import { accounts } from './accounts.ts'
import { chanceOf } from './chance.ts'
import { nameBy } from './names.ts'

/** What a desk of the demo has decided: how many, and what was late or returned, is drawn, and the same every time. */
export interface Decided {
  readonly id: RequestId
  readonly tasks: readonly Task[]
  readonly writes: readonly Write[]
}

/** Working days that a desk has [R]. */
const DESK_DAYS = 10

interface Someone {
  readonly id: string
  readonly name: string
}

/** Who sits at a body of the demo, the `nth` of them; a name of nobody where nobody has an account there. */
const someoneAt = (organisationId: string, nth = 0): Someone =>
  accounts.filter(({ roles }) => roles.some((seat) => seat.organisationId === organisationId))[nth] ?? {
    id: `demo.${organisationId}.${nth}`,
    name: nameBy(chanceOf(`${organisationId} ${nth}`)),
  }

interface Desk {
  readonly stage: Task['stage']
  readonly organisationId: Organisation['id']
  readonly who: Someone
}

/** The desks of a training in their order (Art. 38). */
const desksOf = (institution: Organisation, { subject }: LedgerCredit): Desk[] => [
  { stage: 'institution', organisationId: institution.id, who: someoneAt(institution.id, 1) },
  ...(subject === 'professional' && institution.departmentId !== undefined
    ? [
        {
          stage: 'department' as const,
          organisationId: institution.departmentId,
          who: someoneAt(institution.departmentId),
        },
      ]
    : []),
  ...(institution.authorityId === undefined
    ? []
    : [
        {
          stage: 'authority' as const,
          organisationId: institution.authorityId,
          who: someoneAt(institution.authorityId),
        },
      ]),
]

/** A day's moment; later desks later in the day. */
const momentOn = (day: string, hour: number): string =>
  `${day}T${String(hour).padStart(2, '0')}:20:00.000+08:00`

/** Working days that institution, department and authority take in each round; the last round approves. */
const roundsOf = (id: string): readonly (readonly number[])[] => {
  const chance = chanceOf(`decided ${id}`)
  const turn = (most: number) => chance.between(1, most)
  if (chance.percent(15))
    return [
      [turn(3), turn(3), turn(4)],
      [turn(2), turn(3), turn(3)],
    ]
  const isLate = chance.percent(12)
  return [[turn(3), turn(5), isLate ? chance.between(11, 14) : turn(6)]]
}

/** The day after a training's last, on which it is filed. */
const filedAfter = (to: string): string => addWorkingDays(to, 1)

/** The day on which a matter of the demo about a training that ended on a day was decided for good. */
export const decidedOn = (id: string, to: string): string =>
  roundsOf(id).reduce(
    (day, turns, nth) =>
      turns.reduce((at, turn) => addWorkingDays(at, turn), nth === 0 ? day : addWorkingDays(day, 1)),
    filedAfter(to),
  )

interface Round {
  readonly id: RequestId
  readonly round: number
  readonly desks: readonly Desk[]
  readonly turns: readonly number[]
  readonly decision: 'approve' | 'return'
  /** How many acts there were before. */
  readonly acts: number
}

const stages = ['institution', 'department', 'authority'] as const

/** The tasks of one round that begins on a day, one desk after the other; the last one ends it by `decision`. */
const roundFrom = (from: string, { id, round, desks, turns, decision, acts }: Round) => {
  // Where no department stands between, the institution takes its time too: the round ends on the same day.
  const takes = stages.map((stage, nth) => ({
    turn: turns[nth] ?? 1,
    desk: desks.find((one) => one.stage === stage),
  }))
  let day = from
  let opened = from
  const tasks: Task[] = []
  for (const { turn, desk } of takes) {
    day = addWorkingDays(day, turn)
    if (desk === undefined) continue
    const { stage, organisationId, who } = desk
    const isLast = stage === 'authority'
    tasks.push({
      ...{
        requestId: id,
        place: taskPlace(round, stage, 0),
        type: 'recognition',
        stage,
        round,
        organisationId,
      },
      ...{
        role: stage,
        openedAt: momentOn(opened, 8 + tasks.length),
        dueOn: addWorkingDays(opened, DESK_DAYS),
      },
      ...{ status: 'decided', tokens: {}, lateNotices: 0, version: 1 },
      ...(stage === 'institution' ? {} : { line: 0 }),
      decided: {
        ...{ at: momentOn(day, 9 + tasks.length), by: who.id, byName: who.name, nth: acts + tasks.length },
        decision: isLast ? decision : 'approve',
        ...(isLast && decision === 'return' ? { reason: '请补充课程安排。' } : {}),
      },
    })
    opened = day
  }
  return { tasks, endedOn: day }
}

/** The request from which an entry of the demo comes; undefined: taken over with the register. */
const requestOf = ({ source }: LedgerEntry): RequestId | undefined => {
  const [, id] = /^(demo\d+)\.0$/.exec(source) ?? []
  return id === undefined ? undefined : RequestId.parse(id)
}

const decidedOf = (
  id: RequestId,
  entry: LedgerEntry,
  credit: LedgerCredit,
  institution: Organisation,
): Decided => {
  const desks = desksOf(institution, credit)
  const filer = someoneAt(institution.id)
  const rounds = roundsOf(id)
  const tasks: Task[] = []
  const acts: Act[] = []
  let day = filedAfter(credit.to)
  for (const [nth, turns] of rounds.entries()) {
    if (nth > 0) day = addWorkingDays(day, 1)
    acts.push({
      ...{ at: momentOn(day, 8), actor: filer.id, actorName: filer.name },
      ...(nth === 0 ? { act: 'submit' } : { act: 'resubmit', nth: acts.length + tasks.length }),
    })
    const decision = nth === rounds.length - 1 ? 'approve' : 'return'
    const done = roundFrom(day, {
      ...{ id, round: nth + 1, desks, turns, decision, acts: acts.length + tasks.length },
    })
    tasks.push(...done.tasks)
    day = done.endedOn
  }
  const round = rounds.length
  const { id: _, ...training } = credit
  const tenths = tenthsOf(credit)
  const request: RecognitionRequest = {
    ...{ id, type: 'recognition', staffId: entry.staffId, institutionId: institution.id },
    ...{ submittedBy: filer.id, submittedAt: acts[0]?.at ?? '', status: 'approved', round },
    ...{ title: '集中培训（演示）', provider: '内蒙古自治区党校', certificateNo: `YS-${id}` },
    ...{ evidence: [], fingerprints: [], bodyHash: sha256(id), version: 1, acts },
    lines: [
      {
        ...training,
        ...{ status: 'approved', round, awaiting: false, activity: false },
        ...{ claimedTenths: tenths, grantedTenths: tenths },
      },
    ],
  }
  return { id, tasks, writes: [newRequest(request), ...tasks.map(newTask)] }
}

/** The matters of a person of the demo that desks have decided. */
export const demoDecided = ({ entries }: StaffRecord, institution: Organisation): Decided[] =>
  entries.flatMap((entry) => {
    const id = requestOf(entry)
    return id === undefined || entry.fact.kind !== 'credit'
      ? []
      : [decidedOf(id, entry, entry.fact.credit, institution)]
  })
