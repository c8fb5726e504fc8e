import {
  gatherFrame,
  inspectionLate,
  inspectionStands,
  openInspection,
} from '../../functions/inspections/inspection-steps.ts'
import { type Actor, newAccount } from '../../functions/organisations/account.ts'
import { keys } from '../../functions/platform/keys.ts'
import { isNew, type Table, write } from '../../functions/platform/table.ts'
import type { Stage } from '../../functions/platform/terms.ts'
import type { RecognitionRequest } from '../../functions/requests/request.ts'
import { newRequest } from '../../functions/requests/stored-request.ts'
import { type LedgerCredit, nextEntry } from '../../functions/staff/ledger.ts'
import { registerPerson } from '../../functions/staff/person-change.ts'
import { readStaff, recordEntry } from '../../functions/staff/staff.ts'
import type { recordingHost } from '../recording-host.ts'
import { people, personOf } from './registers-ground.ts'

export type Host = ReturnType<typeof recordingHost>

/** A second one at the city's desk, and one at the county's. */
export const more = {
  citySecond: {
    ...{ id: 'hr.city2', name: '名hr.city2', email: 'city2@demo.example' },
    roles: [{ role: 'authority', organisationId: 'a', head: false }],
  },
  person: { id: 'p.l1', name: '名', email: 'pl1@demo.example', staffId: 'staff.l1', roles: [] },
} satisfies Record<string, Actor>

const act = { at: '2026-01-01T09:00:00.000+08:00', by: 'seed', reason: '登记' }

interface Recognised {
  readonly staffId: string
  readonly institutionId: string
  /** Who decided, where. */
  readonly at: { readonly desk: string; readonly stage: Stage; readonly by: string }
  readonly credit?: Partial<LedgerCredit>
  readonly title?: string
  readonly recordedAt?: string
}

let nth = 0

/** Hours that a desk recognised: with request, task and entry, as the platform writes them. */
export const recognise = async (
  table: Table,
  {
    staffId,
    institutionId,
    at,
    credit,
    title = '师德培训',
    recordedAt = '2026-05-20T10:00:00.000+08:00',
  }: Recognised,
): Promise<number> => {
  nth += 1
  const id = `rq${nth}`
  const line: Omit<LedgerCredit, 'id'> = {
    ...{ subject: 'professional', category: 'in_service', mode: 'online' },
    ...{ from: '2026-05-04', to: '2026-05-08' },
    ...credit,
  }
  const hours = credit?.hours ?? 20
  const request = {
    ...{ id, type: 'recognition', staffId, institutionId, submittedBy: `p.${staffId}`, title },
    submittedAt: '2026-05-10T09:00:00.000+08:00',
    ...{ status: 'approved', round: 1, evidence: [], fingerprints: [], bodyHash: 'h', version: 1 },
    lines: [
      {
        ...{ status: 'approved', round: 1, awaiting: false, activity: false, claimedTenths: hours * 10 },
        ...{
          subject: line.subject,
          category: line.category,
          mode: line.mode,
          from: line.from,
          to: line.to,
          hours,
        },
      },
    ],
    acts: [{ at: '2026-05-10T09:00:00.000+08:00', actor: `p.${staffId}`, actorName: '名', act: 'submit' }],
  } satisfies Partial<RecognitionRequest>
  const place = `1.0.${at.stage}`
  await write(table, [
    newRequest(request),
    {
      put: {
        ...keys.task(id, place),
        ...{ schema: 2, requestId: id, place, type: 'recognition', stage: at.stage, line: 0, round: 1 },
        ...{ organisationId: at.desk, role: at.stage, openedAt: request.submittedAt, dueOn: '2026-05-19' },
        ...{ status: 'decided', tokens: {}, lateNotices: 0, version: 1 },
        decided: { at: '2026-05-18T09:00:00.000+08:00', by: at.by, byName: '名', decision: 'approve' },
      },
      sealed: true,
      when: isNew,
    },
  ])
  const staff = await readStaff(table, staffId)
  if (staff === undefined) throw new Error(`Nobody is ${staffId}.`)
  const source = `${id}.0`
  const fact = { kind: 'credit', credit: { id: source, ...line, hours } } as const
  const entry = nextEntry(staff.entries, { staffId, recordedAt, recordedBy: at.by, source, fact })
  await write(table, recordEntry(staff, entry))
  return entry.sequence
}

/**
 * Hours of a trusted provider's feed, recognised at once: by a day's request, or, as it is by night, by a row whose day
 * has not been formed into a request yet.
 */
export const fromFeed = async (
  table: Table,
  { staffId, by, atOnce = true }: { staffId: string; by: 'day' | 'row'; atOnce?: boolean },
): Promise<void> => {
  nth += 1
  const id = `rq${nth}`
  const at = '2026-05-20T10:00:00.000+08:00'
  const training = {
    subject: 'professional',
    category: 'in_service',
    mode: 'online',
    from: '2026-05-04',
    to: '2026-05-08',
  } as const
  if (by === 'day')
    await write(table, [
      newRequest({
        ...{ id, type: 'feed_batch', institutionId: 'k', submittedBy: 'system', submittedAt: at },
        ...{ day: '2026-05-20', authorityId: 'k', provider: '在线学院', atOnce, title: '线上学时' },
        ...{
          status: 'approved',
          round: 1,
          evidence: [],
          fingerprints: [],
          bodyHash: 'h',
          version: 1,
          acts: [],
        },
        ...{ rowCount: 1, participantCount: 1, participants: [], parts: 0 },
        lines: [
          {
            ...{ status: 'approved', round: 1, awaiting: false, activity: false },
            ...training,
            hours: 20,
            claimedTenths: 200,
          },
        ],
      }),
    ])
  const source = by === 'day' ? `${id}.0` : `b0123456789abcdef.f${nth}`
  const staff = await readStaff(table, staffId)
  if (staff === undefined) throw new Error(`Nobody is ${staffId}.`)
  const fact = { kind: 'credit', credit: { id: source, ...training, hours: 20 } } as const
  const entry = nextEntry(staff.entries, { staffId, recordedAt: at, recordedBy: 'system', source, fact })
  await write(table, recordEntry(staff, entry))
}

export const COUNTY = { desk: 'k', stage: 'authority', by: people.county.id } as const

/** So many persons at the county's institution `l`, each with one training that the county recognised. */
export const seedCounty = async (table: Table, count: number): Promise<void> => {
  for (const account of Object.values(more)) await write(table, newAccount(account))
  for (let n = 1; n <= count; n += 1) {
    const id = `staff.l${n}`
    const accountId = n === 1 ? { accountId: 'p.l1' } : {}
    await write(table, registerPerson(personOf(id, { institutionId: 'l', ...accountId }), act))
    await recognise(table, { staffId: id, institutionId: 'l', at: COUNTY })
  }
}

/** Lets a draw's machine run to its end, as its definition has it. */
export const runDraw = async (host: Host, inspectionId: string): Promise<void> => {
  for (let turns = 0; turns < 100; turns += 1) {
    if ((await inspectionStands(host)({ inspectionId })).stage === 'over') return
    await gatherFrame(host)({ inspectionId })
  }
  throw new Error('The frame was never whole.')
}

/** A matter's machine reaches a stage; its day passes. */
export const opened = async (host: Host, inspectionId: string): Promise<void> => {
  const { stage } = await inspectionStands(host)({ inspectionId })
  await openInspection(host)({ inspectionId, stage, token: `t-${inspectionId}`, execution: inspectionId })
}
export const passed = async (host: Host, inspectionId: string): Promise<void> => {
  const { stage } = await inspectionStands(host)({ inspectionId })
  await inspectionLate(host)({ inspectionId, stage })
}
