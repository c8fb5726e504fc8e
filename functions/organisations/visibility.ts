import { isDesk, reachOf } from '../platform/callers.ts'
import type { OrganisationId, StaffId } from '../platform/ids.ts'
import type { Role } from '../platform/terms.ts'
import type { Account, Actor, Human } from './account.ts'
import type { Organisation } from './organisation.ts'

/** A seat that someone may use now: their own, or that of a colleague who has lent them their tasks. */
export interface UsableSeat {
  readonly role: Role
  readonly organisationId: OrganisationId
  readonly head: boolean
  /** The colleague whose seat it is; undefined: one's own. */
  readonly lender?: Account & Human
}

/**
 * The seats by which someone decides tasks: their own, then those whose tasks were lent to them, of these the desks
 * alone. Whatever is no task goes by `actor.roles`: loans lend nothing else.
 */
export const seatsOf = (actor: Actor): UsableSeat[] => [
  ...actor.roles,
  ...(actor.standsInFor ?? []).flatMap((lender) =>
    lender.roles.filter(({ role }) => isDesk(role)).map((seat) => ({ ...seat, lender })),
  ),
]

/** The organisations at which somebody has a seat of their own in one of these roles, each once. */
export const placesOf = ({ roles }: Pick<Actor, 'roles'>, ...wanted: readonly Role[]): OrganisationId[] => [
  ...new Set(roles.filter(({ role }) => wanted.includes(role)).map(({ organisationId }) => organisationId)),
]

type Seat = Actor['roles'][number]

/** Whether a seat of someone's reaches an organisation in this call: its own, or one below it (Art. 35). */
const covers = (
  { within }: Pick<Actor, 'within'>,
  seat: Seat,
  { id, overseers }: Pick<Organisation, 'id' | 'overseers'>,
): boolean => {
  const reach = within === undefined ? (['own', 'lower'] as const) : reachOf(within, seat)
  if (seat.organisationId === id)
    return reach.some((whose) => whose === 'own' || whose === 'region' || whose === 'any')
  return overseers.includes(seat.organisationId) && reach.some((whose) => whose !== 'own')
}

/**
 * Whether someone may see what concerns an institution's person: organisations see what is theirs and what is
 * below them, nothing else (Art. 35), as far as the operation lets their seats reach.
 */
export const oversees = (actor: Actor, institution: Pick<Organisation, 'id' | 'overseers'>): boolean =>
  actor.roles.some((seat) => covers(actor, seat, institution))

/** Whether someone may see a person's matters: their own, or those of a person they oversee. */
export const sees = (
  actor: Actor,
  staffId: StaffId | undefined,
  institution: Pick<Organisation, 'id' | 'overseers'> | undefined,
): boolean =>
  (staffId !== undefined && actor.staffId === staffId) ||
  (institution !== undefined && oversees(actor, institution))

/** Whether a desk's tasks are someone's to decide: they sit there, or hold the tasks of someone who does. */
export const sitsAt = (actor: Actor, organisationId: OrganisationId, role: Role): boolean =>
  seatsOf(actor).some((seat) => seat.organisationId === organisationId && seat.role === role)

/** Whether someone has a seat of their own at a desk. */
export const hasSeatAt = ({ roles }: Actor, organisationId: OrganisationId, role: Role): boolean =>
  roles.some((seat) => seat.organisationId === organisationId && seat.role === role)

/**
 * Whether an actor may act on a person's record: those who see it, and the registrar of the institution that
 * the person was released to.
 */
export const reaches = (
  actor: Actor,
  person: { readonly id: string; readonly releasedTo?: string | undefined },
  institution: Pick<Organisation, 'id' | 'overseers'>,
): boolean =>
  sees(actor, person.id, institution) ||
  (person.releasedTo !== undefined && hasSeatAt(actor, person.releasedTo, 'institution'))
