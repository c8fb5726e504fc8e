import { certificatesOfPerson } from '../certificates/find-certificate.ts'
import { rowsResolvedBy } from '../feeds/resolved-by.ts'
import { correctedFields } from '../ledger/corrected-fields.ts'
import { namesOf, readHistory } from '../ledger/read-entries.ts'
import { type Reading, readingsBy, readingsOf } from '../ledger/reading.ts'
import { resendsBy } from '../operations/mail-resend.ts'
import { type Actor, readAccount } from '../organisations/account.ts'
import { organisationChanges, readOrganisations } from '../organisations/organisation.ts'
import { isAtRegion, isRegion } from '../organisations/region.ts'
import { findOrganisation } from '../organisations/view-organisation.ts'
import { oversees } from '../organisations/visibility.ts'
import { listPersonChangesFor } from '../persons/view-person.ts'
import { changedFields } from '../platform/changed-fields.ts'
import { CursorInvalidError } from '../platform/cursor-invalid.ts'
import { allPages, LATEST, PAGE } from '../platform/every-page.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { findRequest } from '../requests/find-request.ts'
import type { Request } from '../requests/request.ts'
import { claimsOf, requestsSubmittedBy } from '../requests/request-lists.ts'
import { readRequests } from '../requests/stored-request.ts'
import { tasksDecidedBy } from '../requests/task.ts'
import { type Look, looksAt, looksBy } from '../staff/look.ts'
import type { AuditEntry } from './api.ts'
import { inspectionsAbout, inspectionsOf } from './audit-inspections.ts'
import { powersAt, powersGivenBy, powersOf } from './audit-powers.ts'
import { trainingActs } from './audit-training.ts'

/** Exactly one of the first five, narrowed by the others. */
export interface AuditQuery {
  readonly person?: string | undefined
  readonly organisation?: string | undefined
  readonly request?: string | undefined
  /** Whose seats and delegations. */
  readonly account?: string | undefined
  readonly actor?: string | undefined
  readonly act?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

const actsOf = (request: Request): AuditEntry[] =>
  request.acts.map(({ at, actor, actorName, act, reason, for: lender }) => ({
    at,
    actor,
    actorName: lender === undefined ? actorName : `${actorName} → ${lender.name}`,
    act,
    about: { kind: 'request' as const, id: request.id, title: request.title },
    reason: reason ?? null,
    fields: [],
  }))

const readingEntry = ({ staffId, at, by, byName, answers }: Reading): AuditEntry => ({
  ...{ at, actor: by, actorName: byName, act: 'eligibility_read' },
  about: { kind: 'person', id: staffId, title: null },
  reason: null,
  fields: answers.map(({ business, answer }) => ({ field: business, before: null, after: answer })),
})

const lookEntry = ({ staffId, at, by, byName }: Look): AuditEntry => ({
  ...{ at, actor: by, actorName: byName, act: 'looked' },
  about: { kind: 'person', id: staffId, title: null },
  reason: null,
  fields: [],
})

const ofPerson = async (
  table: Table,
  id: string,
  actor: Actor,
): Promise<Outcome<AuditEntry[], 'NOT_FOUND'>> => {
  const changes = await listPersonChangesFor(table, id, actor)
  if (!changes.ok) return changes
  const history = await readHistory(table)(id, actor)
  if (!history.ok) return history
  const certificates = await certificatesOfPerson(table, id, actor)
  if (!certificates.ok) return certificates
  const requests = await allPages((cursor) => claimsOf(table, id, { limit: PAGE, cursor }))
  return succeed([
    ...requests.flatMap(actsOf),
    ...changes.value.items.map(({ at, by, byName, what, reason, fields }) => ({
      at,
      actor: by,
      actorName: byName,
      act: what,
      about: { kind: 'person' as const, id, title: null },
      reason,
      fields,
    })),
    ...history.value.items.map((entry) => ({
      at: entry.recordedAt,
      actor: entry.recordedBy,
      actorName: entry.recordedByName,
      act: entry.correctionOf === null ? (entry.fact?.kind ?? 'void') : 'correction',
      about: { kind: 'ledger' as const, id: `${id}#${entry.sequence}`, title: entry.source },
      reason: entry.reason,
      fields: correctedFields(history.value.items, entry),
    })),
    ...(await readingsOf(table, id, LATEST)).map(readingEntry),
    ...(await looksAt(table, id, LATEST)).map(lookEntry),
    ...(await inspectionsAbout(table, id)),
    ...certificates.value.flatMap(({ content, history: said }) => [
      {
        at: content.issuedOn,
        actor: 'system',
        actorName: null,
        act: 'issued',
        about: { kind: 'certificate' as const, id: content.number, title: null },
        reason: null,
        fields: [],
      },
      ...said.map((change) => ({
        at: change.at,
        actor: ('by' in change ? change.by : undefined) ?? 'system',
        actorName: null,
        act: change.kind,
        about: { kind: 'certificate' as const, id: content.number, title: null },
        reason: ('note' in change ? change.note : undefined) ?? change.reason,
        fields: [],
      })),
    ]),
  ])
}

const ofOrganisation = async (
  table: Table,
  id: string,
  actor: Actor,
): Promise<Outcome<AuditEntry[], 'NOT_FOUND'>> => {
  const found = await findOrganisation(table, id, actor)
  if (!found.ok) return found
  const changes = await organisationChanges(table, id)
  const names = await namesOf(
    table,
    changes.map(({ by }) => by),
  )
  return succeed([
    ...changes.map(({ at, by, what, reason, before }, index) => ({
      at,
      actor: by,
      actorName: names.get(by) ?? null,
      act: what,
      about: { kind: 'organisation' as const, id, title: found.value.name },
      reason,
      fields: changedFields(before ?? {}, changes[index + 1]?.before ?? found.value).filter(
        ({ field }) => field !== 'version',
      ),
    })),
    ...(await powersAt(table, id, actor)),
    ...(await trainingActs(table, id)),
    ...(await inspectionsOf(table, id)),
  ])
}

/** Mails that an actor sent again, for readers at the region, to which all mails belong. */
const resentBy = async (table: Table, id: string, actor: Actor): Promise<AuditEntry[]> => {
  if (!(await isAtRegion(table, actor))) return []
  const resent = await allPages((cursor) => resendsBy(table, id, { limit: PAGE, cursor }), LATEST)
  return resent.map(({ at, by, byName, mailId, subject }) => ({
    ...{ at, actor: by, actorName: byName, act: 'mail_resent' },
    about: { kind: 'mail', id: mailId, title: subject },
    reason: null,
    fields: [],
  }))
}

/** Delivered hours that an actor accepted or refused, of people whom the reader oversees; of nobody known, at the region. */
const resolvedBy = async (table: Table, id: string, actor: Actor): Promise<AuditEntry[]> => {
  const rows = await allPages((cursor) => rowsResolvedBy(table, id, { limit: PAGE, cursor }), LATEST)
  const places = await readOrganisations(
    table,
    rows.flatMap(({ institutionId }) => institutionId ?? []),
  )
  const seen = new Set(places.filter((place) => oversees(actor, place)).map((place) => place.id))
  const atRegion = await isAtRegion(table, actor)
  return rows.flatMap(({ providerId, recordNo, course, state, institutionId, resolved }) =>
    resolved === undefined || !(institutionId === undefined ? atRegion : seen.has(institutionId))
      ? []
      : [
          {
            at: resolved.at,
            actor: resolved.by,
            actorName: null,
            act: state === 'refused' ? 'completion_refused' : 'completion_accepted',
            about: { kind: 'completion' as const, id: `${providerId} ${recordNo}`, title: course },
            reason: resolved.reason,
            fields: [],
          },
        ],
  )
}

const ofActor = async (table: Table, id: string, actor: Actor): Promise<AuditEntry[]> => {
  const decided = await allPages((cursor) => tasksDecidedBy(table, id, { limit: PAGE, cursor }), LATEST)
  const account = (await readAccount(table, id)) ?? { id }
  const submitted = await allPages(
    (cursor) => requestsSubmittedBy(table, account, { limit: PAGE, cursor }),
    LATEST,
  )
  const readings = await allPages((cursor) => readingsBy(table, id, { limit: PAGE, cursor }), LATEST)
  const looks = await allPages((cursor) => looksBy(table, id, { limit: PAGE, cursor }), LATEST)
  const ids = [...new Set([...decided.map(({ requestId }) => requestId), ...submitted.map((one) => one.id)])]
  const requests = (await readRequests(table, ids)).map(({ request }) => request)
  const institutions = new Map(
    (
      await readOrganisations(
        table,
        [...requests, ...readings, ...looks].map(({ institutionId }) => institutionId),
      )
    ).map((institution) => [institution.id, institution]),
  )
  const isSeen = ({ institutionId }: { readonly institutionId: string }): boolean => {
    const institution = institutions.get(institutionId)
    return institution !== undefined && oversees(actor, institution)
  }
  const acts = requests
    .filter(isSeen)
    .flatMap(actsOf)
    .filter((entry) => entry.actor === id)
  return [
    ...acts,
    ...readings.filter(isSeen).map(readingEntry),
    ...looks.filter(isSeen).map(lookEntry),
    ...(await powersGivenBy(table, id, actor)),
    ...(await resentBy(table, id, actor)),
    ...(await resolvedBy(table, id, actor)),
  ]
}

const entriesOf = async (
  table: Table,
  query: AuditQuery,
  actor: Actor,
): Promise<Outcome<AuditEntry[], 'NOT_FOUND'>> => {
  if (query.person !== undefined) return ofPerson(table, query.person, actor)
  if (query.organisation !== undefined) return ofOrganisation(table, query.organisation, actor)
  if (query.account !== undefined) return succeed(await powersOf(table, query.account, actor))
  if (query.actor !== undefined) return succeed(await ofActor(table, query.actor, actor))
  const found = await findRequest(table, query.request ?? '', actor)
  return found.ok ? succeed(actsOf(found.value.request)) : found
}

const startOf = (cursor: string | undefined): number => {
  if (cursor === undefined) return 0
  if (!/^\d{1,6}$/.test(cursor)) throw new CursorInvalidError('The cursor belongs to no page of this list.')
  return Number(cursor)
}

/** Whether someone may look into what others did: auditors, and the region's authority, each in their own area. */
const mayAudit = async (table: Table, actor: Actor): Promise<boolean> =>
  actor.roles.some(({ role }) => role === 'auditor') || (await isRegion(table, actor))

/** Who did what, the latest first. */
export const searchAudit =
  (table: Table) =>
  async (
    query: AuditQuery,
    actor: Actor,
  ): Promise<Outcome<{ items: AuditEntry[]; cursor: string | null }, 'NOT_ALLOWED' | 'NOT_FOUND'>> => {
    if (!(await mayAudit(table, actor))) return refuse('NOT_ALLOWED')
    const found = await entriesOf(table, query, actor)
    if (!found.ok) return found
    const { act, from, to, limit } = query
    const entries = found.value
      .filter(
        (entry) =>
          (act === undefined || entry.act === act) &&
          (from === undefined || entry.at.slice(0, 10) >= from) &&
          (to === undefined || entry.at.slice(0, 10) <= to),
      )
      .sort((one, other) => other.at.localeCompare(one.at))
    const start = startOf(query.cursor)
    const end = start + limit
    return succeed({
      items: entries.slice(start, end),
      cursor: end < entries.length ? String(end) : null,
    })
  }
