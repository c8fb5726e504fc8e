import { type Account, readAccount } from '../organisations/account.ts'
import { type Organisation, readOrganisation, readOrganisations } from '../organisations/organisation.ts'
import type { OrganisationId } from '../platform/ids.ts'
import type { Table } from '../platform/table.ts'
import type { Stage } from '../platform/terms.ts'
import { type Certificate, certificateByNumber } from '../staff/certificate.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { type Act, type ObjectedTo, type Request, type RequestRecord, yearsOf } from './request.ts'
import { readRequest } from './stored-request.ts'
import type { ObjectionBody } from './submissions.ts'
import type { Task } from './task.ts'

/** A desk that looks at an objection. */
export interface LookingDesk {
  readonly organisationId: OrganisationId
  readonly role: Stage
}

/** A decision that may be objected to: what it is about, when it was made, and whose it was. */
export interface Decided {
  readonly about: ObjectedTo
  readonly what: string
  readonly at: string
  readonly by: LookingDesk
  readonly years: readonly number[]
  /** Proofs of what was refused, which an upheld objection needs again (Art. 40). */
  readonly proofs: readonly string[]
  /** The request that still holds those proofs, because another of its lines was credited. */
  readonly heldBy?: string
}

/** Whether a line was refused, or granted fewer hours than claimed. */
const isAgainst = (request: Request, index: number): boolean => {
  const line = request.lines[index]
  if (line?.status === 'rejected') return true
  const claimed = request.type === 'recognition' ? request.lines[index]?.claimedTenths : undefined
  return line?.status === 'approved' && claimed !== undefined && (line.grantedTenths ?? claimed) < claimed
}

const concerns = (act: Act, line: number): boolean => act.line === undefined || act.line === line

/** The desk whose decision ended a line; for a refusal by a rule, the institution's personnel authority. */
const deskOf = (
  tasks: readonly Task[],
  act: Act,
  line: number,
  { authorityId = '' }: Organisation,
): LookingDesk => {
  const decided = tasks.find(
    (task) =>
      task.decided !== undefined &&
      task.decided.at === act.at &&
      task.decided.by === act.actor &&
      (task.line === undefined || task.line === line),
  )
  return decided === undefined
    ? { organisationId: authorityId, role: 'authority' }
    : { organisationId: decided.organisationId, role: decided.stage }
}

const ofRequest = (
  { request, tasks }: RequestRecord,
  asked: number | undefined,
  institution: Organisation,
): Decided | undefined => {
  const line = asked ?? request.lines.findIndex((_, index) => isAgainst(request, index))
  if (!isAgainst(request, line) || request.type === 'objection') return undefined
  const rejected = request.lines[line]?.status === 'rejected'
  const act = request.acts.findLast((one) =>
    rejected
      ? (one.act === 'reject' || one.act === 'refuse') && concerns(one, line)
      : one.act === 'approve' && one.line === line,
  )
  if (act === undefined) return undefined
  return {
    about: { requestId: request.id, line },
    what: request.title,
    at: act.at,
    by: deskOf(tasks, act, line, institution),
    years: yearsOf(request),
    proofs: rejected ? request.fingerprints : [],
    heldBy: request.id,
  }
}

/** The authority at which the one who corrected or revoked sits; else the institution's own. */
const authorityOf = async (
  table: Table,
  account: Account | undefined,
  { overseers, authorityId = '' }: Organisation,
): Promise<LookingDesk> => {
  const seat = account?.roles.find(
    ({ role, organisationId }) => role === 'authority' && overseers.includes(organisationId),
  )
  const organisation = seat && (await readOrganisation(table, seat.organisationId))
  return { organisationId: organisation?.id ?? authorityId, role: 'authority' }
}

const yearOfCertificate = ({ content }: Certificate): number[] => {
  const year = /^annual:(\d+)$/.exec(content.obligation)?.[1]
  return year === undefined ? [] : [Number(year)]
}

const ofCertificate = async (
  table: Table,
  number: string,
  { person }: StaffRecord,
  institution: Organisation,
): Promise<Decided | undefined> => {
  const certificate = await certificateByNumber(table, number)
  const last = certificate?.history.at(-1)
  if (certificate === undefined || certificate.content.staffId !== person.id || last?.kind !== 'revoked')
    return undefined
  const account = last.reason === 'fraud' ? await readAccount(table, last.by) : undefined
  return {
    about: { certificate: number },
    what: `证书 ${number} 的撤销`,
    at: last.at,
    by: await authorityOf(table, account, institution),
    years: yearOfCertificate(certificate),
    proofs: [],
  }
}

const ofEntry = async (
  table: Table,
  sequence: number,
  { entries }: StaffRecord,
  institution: Organisation,
): Promise<Decided | undefined> => {
  const entry = entries.find((one) => one.sequence === sequence)
  // An objection to a correction names the correction's entry, or the entry that it corrected last.
  const correction =
    entry?.fact.kind === 'correction'
      ? entry
      : entries.findLast(({ fact }) => fact.kind === 'correction' && fact.of === sequence)
  if (correction === undefined) return undefined
  const stated = entries.find(
    ({ sequence: place }) => correction.fact.kind === 'correction' && place === correction.fact.of,
  )
  const fact = stated?.fact
  const year =
    fact?.kind === 'credit'
      ? (fact.credit.makeUpFor ?? Number(fact.credit.from.slice(0, 4)))
      : fact?.kind === 'deemed'
        ? fact.deemed.year
        : undefined
  return {
    about: { entry: correction.sequence },
    what: `台账第 ${sequence} 条的更正`,
    at: correction.recordedAt,
    by: await authorityOf(table, await readAccount(table, correction.recordedBy), institution),
    years: year === undefined ? [] : [year],
    proofs: [],
  }
}

/** What an objection is about, as it was decided; undefined where nothing was decided against the person. */
export const decidedAbout = async (
  table: Table,
  { about }: Pick<ObjectionBody, 'about'>,
  staff: StaffRecord,
  institution: Organisation,
): Promise<Decided | undefined> => {
  if ('certificate' in about) return ofCertificate(table, about.certificate, staff, institution)
  if ('entry' in about) return ofEntry(table, about.entry, staff, institution)
  const record = await readRequest(table, about.requestId, [staff.person.id])
  return record?.request.staffId === staff.person.id ? ofRequest(record, about.line, institution) : undefined
}

const LEVELS = ['county', 'city', 'region'] as const

/** The desk above one (Art. 35, 38): the department above the institution, the authority above the department, and so on. */
export const deskAbove = async (
  table: Table,
  { organisationId, role }: LookingDesk,
  { departmentId, authorityId }: Organisation,
): Promise<LookingDesk | undefined> => {
  if (role === 'institution' && departmentId !== undefined)
    return { organisationId: departmentId, role: 'department' }
  if (role !== 'authority')
    return authorityId === undefined ? undefined : { organisationId: authorityId, role: 'authority' }
  const authority = await readOrganisation(table, organisationId)
  if (authority === undefined) return undefined
  const above = (await readOrganisations(table, authority.overseers))
    .filter(
      ({ kind, level }) => kind === 'authority' && LEVELS.indexOf(level) > LEVELS.indexOf(authority.level),
    )
    .toSorted((one, other) => LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level))
  return above[0] === undefined ? undefined : { organisationId: above[0].id, role: 'authority' }
}
