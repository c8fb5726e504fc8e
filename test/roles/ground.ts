import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keyFileSigner } from '../../functions/certificates/key-file-signer.ts'
import { type Enrolment, putEnrolment } from '../../functions/classes/enrolment.ts'
import { type Complaint, newComplaint } from '../../functions/complaints/complaint.ts'
import { newFile } from '../../functions/complaints/complaint-file.ts'
import { sealIdentity, sealText } from '../../functions/complaints/secrecy.ts'
import { rowItem } from '../../functions/feeds/feed-row.ts'
import { type Draw, type Matter, newInspection } from '../../functions/inspections/inspection.ts'
import { type LibraryEntry, newEntry } from '../../functions/libraries/entry.ts'
import { newLecturer } from '../../functions/libraries/lecturer.ts'
import { type Account, newAccount } from '../../functions/organisations/account.ts'
import { newDelegation } from '../../functions/organisations/delegation.ts'
import { writeClient } from '../../functions/organisations/machine-client.ts'
import { newOrganisation, type Organisation } from '../../functions/organisations/organisation.ts'
import { sha256 } from '../../functions/platform/identifiers.ts'
import { keys } from '../../functions/platform/keys.ts'
import { isNew, type Table, write } from '../../functions/platform/table.ts'
import type { Role, Stage } from '../../functions/platform/terms.ts'
import { keepMail } from '../../functions/platform/unsent-mail.ts'
import { newProgramme, type Programme } from '../../functions/programmes/programme.ts'
import { newQuestion, type Question } from '../../functions/questions/question.ts'
import { registerProvider } from '../../functions/registers/keep-providers.ts'
import { putEvidence } from '../../functions/requests/evidence.ts'
import type { Request } from '../../functions/requests/request.ts'
import { newRequest } from '../../functions/requests/stored-request.ts'
import { newTask, taskPlace } from '../../functions/requests/task.ts'
import { certificateNumber } from '../../functions/staff/certificate/number.ts'
import type { PublicKeys } from '../../functions/staff/certificate/public-keys.ts'
import { signCertificate } from '../../functions/staff/certificate/signing.ts'
import { issued, newCertificate } from '../../functions/staff/certificate.ts'
import { nextEntry } from '../../functions/staff/ledger.ts'
import { registerPerson } from '../../functions/staff/person-change.ts'
import { readStaff, recordEntry } from '../../functions/staff/staff.ts'
import { putStanding } from '../../functions/staff/standing.ts'
import { certificate, completeYear } from '../ledger/people.ts'
import { person } from '../person.ts'

/**
 * A region with two cities. Of whoever sits at `i`, `d`, `c` or `r`: `i`, `d` and `c` are their own, `l` is below `c`
 * by a county, and `j`, `d2`, `c2` are their siblings, with another city.
 */
export const places = {
  r: { id: 'r', name: '自治区人社厅', kind: 'authority', level: 'region', overseers: [] },
  rd: { id: 'rd', name: '教育厅', kind: 'department', level: 'region', overseers: [] },
  c: { id: 'c', name: '市人社局', kind: 'authority', level: 'city', parentId: 'r', overseers: ['r'] },
  c2: { id: 'c2', name: '邻市人社局', kind: 'authority', level: 'city', parentId: 'r', overseers: ['r'] },
  k: { id: 'k', name: '区人社局', kind: 'authority', level: 'county', parentId: 'c', overseers: ['c', 'r'] },
  d: { id: 'd', name: '市教育局', kind: 'department', level: 'city', parentId: 'rd', overseers: ['rd'] },
  d2: { id: 'd2', name: '邻市教育局', kind: 'department', level: 'city', parentId: 'rd', overseers: ['rd'] },
  i: {
    ...{ id: 'i', name: '中学', kind: 'institution', level: 'city', departmentId: 'd', authorityId: 'c' },
    overseers: ['d', 'rd', 'c', 'r'],
  },
  j: {
    ...{ id: 'j', name: '邻市中学', kind: 'institution', level: 'city', departmentId: 'd2' },
    ...{ authorityId: 'c2', overseers: ['d2', 'rd', 'c2', 'r'] },
  },
  l: {
    ...{ id: 'l', name: '区小学', kind: 'institution', level: 'county', authorityId: 'k' },
    overseers: ['k', 'c', 'r'],
  },
} as const satisfies Record<string, Organisation>
export type PlaceId = keyof typeof places

/** Places with people on their register. */
export const institutions = ['i', 'j', 'l'] as const satisfies readonly PlaceId[]
/** Places with a desk that has a task before it. */
export const withTasks = ['i', 'j', 'l', 'd', 'd2', 'c', 'c2', 'k'] as const satisfies readonly PlaceId[]
export const allPlaces = [
  'i',
  'j',
  'l',
  'd',
  'd2',
  'rd',
  'c',
  'c2',
  'k',
  'r',
] as const satisfies readonly PlaceId[]
export const authorities = ['c', 'c2', 'k', 'r'] as const satisfies readonly PlaceId[]

const seated = (id: string, role: Role, organisationId: PlaceId, head = false): Account => ({
  id,
  name: `名${id}`,
  email: `${id}@people.example`,
  roles: [{ role, organisationId, head }],
})

/** Who calls: someone of institution `i` without a seat, and every kind of seat. */
export const callers = {
  person: { id: 'p.i', name: '李静怡', email: 'p.i@people.example', staffId: 's.i', roles: [] },
  institution: seated('unit', 'institution', 'i'),
  'institution head': seated('unit.head', 'institution', 'i', true),
  department: seated('dept', 'department', 'd'),
  'department head': seated('dept.head', 'department', 'd', true),
  authority: seated('hr', 'authority', 'c'),
  'authority head': seated('hr.head', 'authority', 'c', true),
  auditor: seated('auditor.city', 'auditor', 'c'),
  operator: seated('operator.city', 'operator', 'c'),
  'region’s authority': seated('hr.region', 'authority', 'r', true),
  'region’s auditor': seated('auditor', 'auditor', 'r'),
  'region’s operator': seated('operator', 'operator', 'r'),
} satisfies Record<string, Account>
export type CallerName = keyof typeof callers

/** The person, their account, and another of each, at an institution. */
export const staffAt = (place: PlaceId): string => `s.${place}`
export const accountAt = (place: PlaceId): string => `p.${place}`
export const otherStaffAt = (place: PlaceId): string => `x.${place}`
export const otherAccountAt = (place: PlaceId): string => `y.${place}`
const signer = keyFileSigner(join(mkdtempSync(join(tmpdir(), 'roles-')), 'key.pem'))
/** The published key: certificates of this ground are signed with it. */
export const publicKeys: PublicKeys = {
  all: async () => [{ keyId: signer.keyId, pem: await signer.publicKeyPem() }],
}

export const certificateOf = (place: PlaceId): string =>
  certificateNumber({ year: 2026, kind: 'annual', staffId: staffAt(place), obligation: 'annual:2026' })
export const addressToken = (place: PlaceId): string => `token-${place}`
export const delegationId = 'd1'
export const EVIDENCE = 'e1'
export const MAIL = 'm1'
export const CLIENT = 'hr-known'

/** A request about the person of an institution. */
export const requestAt = (place: PlaceId, what = 'r'): string => `${what}.${place}`.replaceAll('.', '')

const stages = ['institution', 'department', 'authority'] as const satisfies readonly Stage[]

/** The institution whose request lies at a place's desk, and the desk's stage. */
const deskOf = (place: PlaceId): { institution: PlaceId; stage: Stage } => {
  const stage = places[place].kind
  const institution = institutions.find((one) => {
    const at: Organisation = places[one]
    return one === place || at.departmentId === place || at.authorityId === place
  })
  if (institution === undefined) throw new RangeError(`No institution has its desk at ${place}.`)
  return { institution, stage }
}

/** The task that lies at a place's desk. */
export const taskAt = (place: PlaceId): string => {
  const { institution, stage } = deskOf(place)
  return `${requestAt(institution, stage)}.${taskPlace(1, stage, 0)}`
}

const request = (place: PlaceId, id: string): Request => ({
  id,
  type: 'make_up_delay',
  staffId: staffAt(place),
  institutionId: place,
  submittedBy: accountAt(place),
  submittedAt: '2026-06-01T09:00:00.000+08:00',
  status: 'in_review',
  round: 1,
  title: '延期补训',
  year: 2026,
  reason: '病假',
  lines: [{ status: 'in_review', round: 1, awaiting: false }],
  evidence: [EVIDENCE],
  fingerprints: [],
  bodyHash: 'h',
  acts: [{ at: '2026-06-01T09:00:00.000+08:00', actor: accountAt(place), actorName: '名', act: 'submit' }],
  version: 1,
})

const taskOf = (place: PlaceId, id: string, stage: Stage, organisationId: string) =>
  newTask({
    requestId: id,
    place: taskPlace(1, stage, 0),
    type: 'make_up_delay',
    stage,
    ...(stage === 'institution' ? {} : { line: 0 }),
    round: 1,
    organisationId,
    role: stage,
    openedAt: '2026-06-01T09:00:00.000+08:00',
    dueOn: '2026-06-20',
    status: 'open',
    tokens: { 0: `token-${place}` },
    lateNotices: 0,
    version: 1,
  })

/** Of a person's entries the first was decided by the department, where there is one, the second by the authority. */
export const decidedAt = { department: 1, authority: 2 } as const

const decidedTask = (id: string, stage: Stage, organisationId: string) => ({
  ...keys.task(id, taskPlace(1, stage, 0)),
  ...{
    schema: 2,
    requestId: id,
    place: taskPlace(1, stage, 0),
    type: 'make_up_delay',
    stage,
    line: 0,
    round: 1,
  },
  ...{ organisationId, role: stage, openedAt: '2026-06-01T09:00:00.000+08:00', dueOn: '2026-06-20' },
  ...{ status: 'decided', tokens: {}, lateNotices: 0, version: 1 },
  decided: {
    ...{ at: '2026-06-02T09:00:00.000+08:00', by: 'someone', byName: '名', decision: 'approve' },
  },
})

/** Two trainings on record, each decided at one desk, with the request that it came from. */
const seedEntries = async (
  table: Table,
  place: PlaceId,
  desks: Record<'department' | 'authority', string>,
) => {
  for (const [nth, stage] of (['department', 'authority'] as const).entries()) {
    const id = requestAt(place, `entry${stage}`)
    const at = desks[stage]
    const kind = stage === 'department' && at === desks.authority ? 'authority' : stage
    await write(table, [
      newRequest(request(place, id)),
      { put: decidedTask(id, kind, at), sealed: true, when: isNew },
    ])
    const staff = await readStaff(table, staffAt(place))
    const fact = completeYear[nth]
    if (staff === undefined || fact === undefined) throw new RangeError(`Nobody at ${place}.`)
    const made = {
      staffId: staffAt(place),
      recordedAt: '2026-06-02T10:00:00.000+08:00',
      recordedBy: 'someone',
    }
    await write(table, recordEntry(staff, nextEntry(staff.entries, { ...made, source: `${id}.0`, fact })))
  }
}

const seedInstitution = async (table: Table, place: (typeof institutions)[number]): Promise<void> => {
  const act = { at: '2026-01-01T09:00:00.000+08:00', by: 'seed', reason: '登记' }
  const { authorityId, departmentId }: Organisation = places[place]
  const records = [
    person({ id: staffAt(place), institutionId: place, accountId: accountAt(place) }),
    person({ id: otherStaffAt(place), institutionId: place, accountId: otherAccountAt(place) }),
  ]
  for (const one of records) await write(table, registerPerson(one, act))
  const authority = authorityId ?? ''
  await seedEntries(table, place, { department: departmentId ?? authority, authority })
  const content = { ...certificate(2).content, staffId: staffAt(place), number: certificateOf(place) }
  const given = issued(await signCertificate(content, signer), 2)
  const staff = await readStaff(table, staffAt(place))
  if (staff === undefined) throw new Error(`${staffAt(place)} was expected.`)
  await write(table, [newCertificate(given), putStanding({ ...staff, certificates: [given] })])
  const accounts: Account[] = [
    {
      id: accountAt(place),
      name: '名',
      email: `p.${place}@people.example`,
      staffId: staffAt(place),
      roles: [],
    },
    {
      id: otherAccountAt(place),
      name: '名',
      email: `y.${place}@people.example`,
      staffId: otherStaffAt(place),
      roles: [],
    },
  ]
  await write(table, accounts.flatMap(newAccount))
  const desks = { institution: place, department: departmentId, authority: authorityId }
  for (const what of ['r', 'q', ...stages]) {
    const id = requestAt(place, what)
    const stage = stages.find((one) => one === what) ?? 'institution'
    const at = desks[stage]
    if (at !== undefined) await write(table, [newRequest(request(place, id)), taskOf(place, id, stage, at)])
  }
  const hash = sha256(addressToken(place))
  await write(table, [
    {
      put: {
        ...keys.newAddress(hash),
        ...{
          hash,
          accountId: accountAt(place),
          email: 'new@people.example',
          expiresAt: '2027-01-01T00:00:00Z',
        },
      },
      when: isNew,
    },
  ])
}

/** A provider's row about the person of an institution, which somebody must look at. */
export const HELD_BY = 'feeding'
const heldRow = (place: PlaceId) => {
  const { authorityId }: Organisation = places[place]
  return rowItem({
    ...{ providerId: HELD_BY, recordNo: place, staffNo: 'n', name: '名', course: '课程' },
    ...{ subject: 'professional', from: '2026-06-01', to: '2026-06-01', tenths: 90, passed: true },
    ...{ hash: 'h', state: 'held', code: 'UNLIKELY_HOURS', receivedAt: '2026-06-01T09:00:00.000+08:00' },
    ...{ staffId: staffAt(place), institutionId: place, version: 1 },
    ...(authorityId === undefined ? {} : { heldAt: authorityId }),
  })
}

/** A day's online hours of an authority's institutions that have no department. */
export const batchAt = (place: PlaceId): string => `batch${place}`
const batch = (place: PlaceId): Request => ({
  ...request(place, batchAt(place)),
  ...{ type: 'feed_batch', staffId: undefined, institutionId: place, authorityId: place, day: '2026-06-01' },
  ...{ provider: '网络学院', atOnce: false, rowCount: 0, participantCount: 0, participants: [], parts: 0 },
  ...{ submittedBy: 'system', evidence: [], lines: [] },
})

export const LECTURER = 'lecturer'

/** A course that a place submitted to the library: nobody has reviewed it yet. */
export const entryAt = (place: PlaceId): string => `entry${place}`
export const libraryCourse = {
  kind: 'course',
  name: '课程',
  edition: '一',
  subject: 'professional',
  minutes: 45,
  outline: '一讲',
} as const
const entryOf = (place: PlaceId): LibraryEntry => ({
  ...{ id: entryAt(place), submittedBy: place, submittedByName: places[place].name, acts: [], version: 1 },
  round: {
    ...{ content: libraryCourse, submitter: accountAt(place), submitterName: '名', reviews: [] },
    ...{ at: '2026-06-01T09:00:00.000+08:00', result: 'open' },
  },
})

/** The filing of a programme by an institution; whoever filed it corrects it. */
export const programmeAt = (place: PlaceId): string => `programme${place}`
const filing = (place: PlaceId): Request => ({
  ...request(place, programmeAt(place)),
  ...{ type: 'programme_filing', staffId: undefined, institutionId: place, organiser: places[place].name },
  ...{
    firstDay: '2026-11-01',
    lastDay: '2026-11-02',
    place: '线上',
    submittedBy: accountAt(place),
    evidence: [],
  },
  ...{ desk: { organisationId: 'r', role: 'authority' }, lines: [] },
})
/** A complaint at a place's desk, into which everyone there inquires. */
export const complaintDesks = ['d', 'd2', 'rd', 'c', 'c2', 'k', 'r'] as const satisfies readonly PlaceId[]
export const complaintAt = (place: PlaceId): string => `complaint${place}`
/** What the bytes of its file are under. */
export const complaintFileKey = Buffer.alloc(32, 6)
export const complaintKey = async () => Buffer.alloc(32, 5)
const complaintOf = async (place: PlaceId) => {
  const id = complaintAt(place)
  const at = '2026-06-01T09:00:00.000+08:00'
  const complaint: Complaint = {
    ...{ id, code: id, keyHash: sha256(id), channel: 'web', filedAt: at, bodies: [], persons: [] },
    ...{ described: '某机构', text: '内容', bodyHash: 'h', city: { id: 'r', name: '自治区' } },
    ...{ status: 'inquiry', desk: { id: place, name: places[place].name }, dueOn: '2026-07-01' },
    ...{ extended: false, named: true, entries: 0, attempt: 1, version: 1 },
    inquirers: Object.values(callers).map(({ id: by, name }) => ({ id: by, name })),
  }
  const identity = { name: '举报人', contact: '电话' }
  const sealedKey = await sealText({ complaintKey }, `${id}/1`, complaintFileKey.toString('base64url'))
  const file = {
    number: 1,
    type: 'application/pdf',
    size: 0,
    at,
    mark: 'm',
    objectKey: `complaints/${id}`,
  } as const
  return [
    ...newComplaint(complaint, sha256(id), await sealIdentity({ complaintKey }, id, identity)),
    newFile(id, { ...file, sealedKey }),
  ]
}

/** A question at a place's desk. */
export const questionAt = (place: PlaceId): string => `question${place}`
const questionOf = (place: PlaceId) => {
  const id = questionAt(place)
  const at = '2026-06-01T09:00:00.000+08:00'
  const question: Question = {
    ...{ id, code: id, keyHash: sha256(id), askedAt: at, text: '问题', bodyHash: 'h', status: 'received' },
    ...{ desk: { id: place, name: places[place].name }, dueOn: '2026-07-01', published: false },
    ...{ entries: 1, attempt: 1, version: 1 },
  }
  return newQuestion(question, sha256(id), undefined, { at, by: 'asker', byName: '', act: 'ask', text: '' })
}

/** A draw from what a place's desk recognised, and an order to that place. */
export const inspectedDesks = ['d', 'c', 'c2', 'k'] as const satisfies readonly PlaceId[]
/** An authority at which nobody of this ground sits: what is seen here is seen by the place's own desk. */
const ELSEWHERE = { id: 'elsewhere', name: '别处' }
export const drawAt = (place: PlaceId): string => `draw${place}`
export const orderAt = (place: PlaceId): string => `order${place}`
const begun = { at: '2026-06-01T09:00:00.000+08:00', by: 'seed' }
const drawOf = (place: (typeof inspectedDesks)[number]): Draw => ({
  ...{ id: drawAt(place), kind: 'draw', createdAt: begun.at, createdBy: { id: begun.by, name: '名' } },
  authority: ELSEWHERE,
  desk: { id: place, name: places[place].name },
  ...{
    from: '2026-01-01',
    to: '2026-05-31',
    bySign: 1,
    byLot: 1,
    reason: '抽查',
    seed: 's',
    commitment: 'c',
  },
  ...{ status: 'drawn', drawn: [], frameHash: 'h', drawnAt: begun.at, attempt: 1, entries: 0, version: 1 },
  gathered: { parts: 0, hours: 0, isWhole: true },
})
const matterShared = (id: string) => ({
  ...{ id, createdAt: begun.at, createdBy: { id: begun.by, name: '名' }, text: '内容', article: '35' },
  ...{ status: 'asked' as const, dueOn: '2026-07-01', actedBefore: [], evidence: [EVIDENCE] },
  ...{ attempt: 1, entries: 0, version: 1 },
})
/** What a place was asked: an institution for proof of its person's hours, by its authority; a desk by an order. */
const askedOf = (place: PlaceId): Matter => {
  const at: Organisation = places[place]
  const body = { id: place, name: at.name }
  const authority = ELSEWHERE
  const own = { ...matterShared(orderAt(place)), authority, body }
  if (at.kind !== 'institution') return { ...own, kind: 'order' }
  const sample: Matter['sample'] = {
    ...{ drawId: drawAt('k'), sequence: 1, signs: [], tenths: 10, desk: authority },
    ...{ subject: 'public', mode: 'online', from: '2026-03-01', to: '2026-03-20' },
  }
  return { ...own, kind: 'sample', staffId: staffAt(place), sample }
}
export const askedPlaces = ['i', 'j', 'l', 'd', 'd2', 'c', 'c2', 'k'] as const satisfies readonly PlaceId[]
/** What lies at an authority to be checked. */
export const checkAt = (place: PlaceId): string => `check${place}`
const checkOf = (place: PlaceId): Matter => ({
  ...matterShared(checkAt(place)),
  ...{ kind: 'order', status: 'answered' },
  authority: { id: place, name: places[place].name },
  body: { id: 'x', name: '下级' },
})

/** A class that was held, by the place that held it. */
export const classAt = (place: PlaceId): string => `class.${place}`

const classOf = (place: PlaceId): Programme => ({
  ...{
    id: classAt(place),
    year: 2026,
    title: '培训班',
    organiserId: place,
    organiserName: places[place].name,
  },
  courses: [],
  sessions: [],
  ...{ firstDay: '2026-06-10', lastDay: '2026-06-11', place: '会议室', capacity: 9, budget: '本级财政' },
  audience: { organisations: [], postTypes: [] },
  plan: { why: '临时任务' },
  ...{
    filedBy: 'seed',
    filedAt: '2026-05-01T09:00:00.000+08:00',
    acceptedAt: '2026-05-01T09:00:00.000+08:00',
  },
  state: 'accepted',
  acts: [],
  version: 1,
})

const enrolledIn = (place: PlaceId, nth: number): Enrolment => ({
  ...{ programmeId: classAt('rd'), staffId: staffAt(place), institutionId: place, by: 'person', nth },
  ...{ state: 'asked', firstDay: '2026-06-10', acts: [], version: 1 },
})

/** Fills a table; answers the id of a provider. */
export const seedGround = async (table: Table, clock: { now(): number }): Promise<string> => {
  await write(table, Object.values(places).map(newOrganisation))
  const { person: _, ...seats } = callers
  await write(table, Object.values(seats).flatMap(newAccount))
  await write(table, newAccount({ id: 'spare', name: '名', email: 'spare@people.example', roles: [] }))
  for (const place of institutions) await seedInstitution(table, place)
  for (const place of institutions) await write(table, [{ put: heldRow(place), when: isNew }])
  for (const place of authorities) await write(table, [newRequest(batch(place))])
  for (const place of institutions) await write(table, [newRequest(filing(place))])
  await write(table, [
    newLecturer({ id: LECTURER, name: '名', field: '师德', proposedBy: 'r', vetted: [], version: 1 }),
  ])
  await write(
    table,
    allPlaces.map((place) => newEntry(entryOf(place))),
  )
  for (const place of complaintDesks) await write(table, await complaintOf(place))
  for (const place of complaintDesks) await write(table, questionOf(place))
  for (const place of inspectedDesks) await write(table, newInspection(drawOf(place), []))
  for (const place of askedPlaces) await write(table, newInspection(askedOf(place), []))
  for (const place of authorities) await write(table, newInspection(checkOf(place), []))
  await write(table, [
    ...allPlaces.map((place) => newProgramme(classOf(place))),
    ...institutions.map((place, nth) => putEnrolment(undefined, enrolledIn(place, nth + 1))),
  ])
  await write(table, [
    putEvidence({
      ...{ id: EVIDENCE, sha256: 'f', size: 1, type: 'application/pdf', uploadedBy: 'p.i' },
      ...{ uploadedAt: '2026-06-01T09:00:00.000+08:00', objectKey: 'o', state: 'kept' },
    }),
    newDelegation({
      id: delegationId,
      from: { id: 'p.i', name: '名' },
      to: { id: 'unit', name: '名' },
      ...{ startsOn: '2026-06-01', endsOn: '2026-06-30', createdAt: '2026-06-01T09:00:00.000+08:00' },
    }),
    keepMail({ id: MAIL, to: [], subject: '', text: '', html: '' }, '2026-06-01T09:00:00.000+08:00', 'x'),
  ])
  const client = { name: '人事系统', organisationId: 'c', scope: 'eligibility' as const, endedAt: null }
  const entered = { at: '2026-06-01T09:00:00.000+08:00', by: 'seed', what: 'registered', reason: '登记' }
  await write(table, writeClient(undefined, { id: CLIENT, ...client }, entered))
  const provider = await registerProvider({ table, clock })(
    { name: '网络学院', aliases: [], listedFrom: '2026-01-01', listedUntil: null, reason: '登记' },
    callers['region’s authority'],
  )
  if (!provider.ok) throw new Error(provider.code)
  return provider.value.id
}
