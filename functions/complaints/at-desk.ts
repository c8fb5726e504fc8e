import { type Account, type Actor, readAccount } from '../organisations/account.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { timestamp } from '../platform/clock.ts'
import type { OrganisationId } from '../platform/ids.ts'
import type { Mail } from '../platform/mail.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import type { Write } from '../platform/table.ts'
import { type Complaint, readComplaint } from './complaint.ts'
import { type Seated, seesFrom } from './desk-above.ts'
import { isKeptFrom, type Ties, tiesOf } from './kept-from.ts'

/** A complaint as somebody at a desk has it before them. */
export interface AtDesk {
  readonly complaint: Complaint
  readonly desk: Organisation
  /** They sit at its desk; else at the one above, which sees what is overdue. */
  readonly atDesk: boolean
  readonly inquires: boolean
  /** Those of the desk who may see it. */
  readonly seated: readonly Account[]
  /** The same, with who they are. */
  readonly seats: readonly Seated[]
}

/** What an act makes of a complaint: how it stands after it, what is written down, what else is written. */
export interface Changed {
  readonly after: Complaint
  readonly text: string
  /** Whether the complainant sees the entry. */
  readonly shown: boolean
  readonly besides?: readonly Write[]
  /** What it tells by letter: kept with it, sent once it is on record. */
  readonly mails?: readonly Mail[]
}

/** Whether somebody has a seat of their own at an organisation's own desk. */
export const sitsAtDesk = (actor: Pick<Actor, 'roles'>, id: OrganisationId): boolean =>
  actor.roles.some(({ organisationId, role }) => organisationId === id && role !== 'institution')

/** Whether somebody sees a complaint: at its desk or, once it is overdue, at the one above, and not kept from it. */
export const seesComplaint = (actor: Pick<Actor, 'roles'>, ties: Ties, complaint: Complaint): boolean =>
  !isKeptFrom(complaint, ties, complaint.filedAt) &&
  (sitsAtDesk(actor, complaint.desk.id) ||
    (complaint.above !== undefined && sitsAtDesk(actor, complaint.above.id)))

/** The complaint, for whoever sees it; undefined for everyone else: there is none. */
export const complaintAtDesk = async (
  { table, clock }: RecordsHost,
  id: string,
  actor: Actor,
): Promise<AtDesk | undefined> => {
  const at = timestamp(clock)
  const complaint = await readComplaint(table, id)
  if (complaint === undefined || !seesComplaint(actor, await tiesOf(table, actor), complaint))
    return undefined
  const desk = await readOrganisation(table, complaint.desk.id)
  if (desk === undefined) return undefined
  const seats = await seesFrom(table, complaint, desk, at)
  return {
    complaint,
    desk,
    atDesk: sitsAtDesk(actor, complaint.desk.id),
    inquires: complaint.inquirers.some((one) => one.id === actor.id),
    seats,
    seated: seats.map(({ account }) => account),
  }
}

/**
 * Whether nobody at its desk could do anything with a complaint: accept it or, once it was accepted, go on with it as one
 * who inquires, or name others as the head.
 */
export const isStuck = (
  { status, inquirers }: Complaint,
  seated: readonly Account[],
  { id, kind }: Pick<Organisation, 'id' | 'kind'>,
): boolean =>
  !seated.some(
    (account) =>
      status === 'received' ||
      inquirers.some((one) => one.id === account.id) ||
      account.roles.some((seat) => seat.organisationId === id && seat.role === kind && seat.head),
  )

/** Whether somebody is the head of a desk. */
export const isHeadOf = async (
  { table }: Pick<RecordsHost, 'table'>,
  actor: Actor,
  desk: Organisation,
): Promise<boolean> =>
  (await readAccount(table, actor.id))?.roles.some(
    (seat) => seat.organisationId === desk.id && seat.role === desk.kind && seat.head,
  ) ?? false
