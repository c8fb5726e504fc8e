import type { OrganisationId } from './ids.ts'
import type { Role } from './terms.ts'

/**
 * Who may call an operation, on whose objects: the role matrix, as each operation declares it beside its shapes. Both
 * hosts enforce it in one place (`organisations/session.ts`), before a handler is asked; a test walks it whole.
 */

/**
 * Whose objects:
 * - `own`: of the organisation that a seat is at; for a person, what is theirs
 * - `lower`: of every organisation below that one
 * - `deeper`: of those for which another authority below it answers first (Art. 35: it corrects what was decided there)
 * - `region`: whatever there is, with a seat at the region's personnel authority
 * - `any`: whosever it is; what is shown of it is public
 */
export type Whose = 'own' | 'lower' | 'deeper' | 'region' | 'any'

/** Who calls: someone for themselves, a seat at a desk or without one, the head of a desk besides. */
export type Caller = 'person' | 'head' | Role

export type Matrix = Readonly<Partial<Record<Caller, readonly Whose[]>>>

/**
 * Who gets as far as a route's function: `open` anyone; `session` whoever has signed in; `client` a program with a
 * token of its own (client credentials) that has the scope of feeds.
 */
export type Access = 'open' | 'session' | 'client'

/**
 * Of `anyone` no session is asked, of a `login` no account, of an `account` no seat; a `client` is a provider's
 * program, on what is that provider's alone.
 */
export type Callers = 'anyone' | 'login' | 'account' | 'client' | Matrix

export interface Declared {
  readonly callers: Callers
  /** Who else may know that the object is there: refused with 403, where everyone else is told 404. */
  readonly known?: Matrix
  /** Powers that were lent count too: tasks, and what they are about. */
  readonly lent?: true
}

interface Seat {
  readonly role: Role
  readonly organisationId: OrganisationId
  readonly head: boolean
}

const desks: readonly Role[] = ['institution', 'department', 'authority']

/** Whether a role has a desk; one without decides nothing. */
export const isDesk = (role: Role): boolean => desks.includes(role)

/** How far a seat reaches by a matrix. */
export const reachOf = (matrix: Matrix, { role, head }: Pick<Seat, 'role' | 'head'>): readonly Whose[] => [
  ...(matrix[role] ?? []),
  ...(head && isDesk(role) ? (matrix.head ?? []) : []),
]

/** Two matrices as one: who may call, and who may know. */
const together = (one: Matrix, other: Matrix): Matrix => {
  const callers = new Set([...entriesOf(one), ...entriesOf(other)].map(([caller]) => caller))
  return Object.fromEntries(
    [...callers].map((caller) => [caller, [...new Set([...(one[caller] ?? []), ...(other[caller] ?? [])])]]),
  )
}

const callers = ['person', 'head', ...desks, 'auditor', 'operator'] as const satisfies readonly Caller[]

/** A matrix, caller by caller. */
export const entriesOf = (matrix: Matrix): (readonly [Caller, readonly Whose[]])[] =>
  callers.flatMap((caller) => {
    const whose = matrix[caller]
    return whose === undefined ? [] : [[caller, whose] as const]
  })

/** What the declaration leaves of someone's powers for one call. */
export interface Admission<S extends Seat> {
  /** One of the seats, or being someone, lets them call. */
  readonly mayCall: boolean
  /** The seats that count. */
  readonly seats: readonly S[]
  /** How far they reach; undefined where the operation asks for no seat. */
  readonly within: Matrix | undefined
}

/**
 * What an operation leaves of the seats of someone who calls it; `isRegional` says which organisations are the
 * region's personnel authority, and need only know those where nothing else lets the seat call.
 */
export const admit = <S extends Seat>(
  { callers: by, known = {} }: Declared,
  seats: readonly S[],
  isRegional: (organisationId: OrganisationId) => boolean,
): Admission<S> => {
  if (typeof by === 'string') return { mayCall: true, seats, within: undefined }
  const counts = (matrix: Matrix, seat: S): boolean =>
    reachOf(matrix, seat).some((whose) => whose !== 'region' || isRegional(seat.organisationId))
  const within = together(by, known)
  return {
    mayCall: by.person !== undefined || seats.some((seat) => counts(by, seat)),
    seats: seats.filter((seat) => counts(within, seat)),
    within,
  }
}

/** Whether it must be known of a seat that it is at the region, before it counts. */
export const asksForRegion = ({ callers: by, known = {} }: Declared, seat: Seat): boolean =>
  typeof by !== 'string' &&
  [by, known].some((matrix) => {
    const reach = reachOf(matrix, seat)
    return reach.length > 0 && reach.every((whose) => whose === 'region')
  })

/** Those who look after an organisation's people: itself, and whoever is above it (Art. 35). */
const desksAndAbove = {
  institution: ['own'],
  department: ['own', 'lower'],
  authority: ['own', 'lower'],
} as const satisfies Matrix

/** Those who read what concerns an organisation: its desks, those above it, its auditors. */
export const readers = { ...desksAndAbove, auditor: ['own', 'lower'] } as const satisfies Matrix

/** The same, and whose it is. */
export const personAndReaders = { person: ['own'], ...readers } as const satisfies Matrix

/** Each desk on what lies with it. */
export const deskItself = {
  institution: ['own'],
  department: ['own'],
  authority: ['own'],
} as const satisfies Matrix

/** Whoever keeps a register: the institution's registrar, or an authority above it. */
export const registrars = { institution: ['own'], authority: ['lower'] } as const satisfies Matrix

/** Those who read an organisation's record: the region looks after departments that stand under nobody, too. */
export const organisationReaders = {
  ...readers,
  authority: ['own', 'lower', 'region'],
  auditor: ['own', 'lower', 'region'],
} as const satisfies Matrix

/** An authority above an organisation, or the region. */
export const authoritiesAbove = { authority: ['lower', 'region'] } as const satisfies Matrix

/** Who says who sits where: an organisation's head, and the authorities above it. */
export const seatGivers = { head: ['own'], ...authoritiesAbove } as const satisfies Matrix

/** Who invites and ends accounts: whoever gives their seats, or keeps the register of their person. */
export const accountKeepers = { institution: ['own'], ...seatGivers } as const satisfies Matrix

/** An authority above the one that answers for what was decided; nobody stands above the region (Art. 35). */
export const correctors = { authority: ['deeper', 'region'] } as const satisfies Matrix

/** The same, and the desk that decided, for its own error. */
export const deskAndCorrectors = {
  department: ['lower'],
  authority: ['lower', 'region'],
} as const satisfies Matrix

/** The region's personnel authority. */
export const region = { authority: ['region'] } as const satisfies Matrix

/** The region's auditors and operators. */
export const watchers = { auditor: ['region'], operator: ['region'] } as const satisfies Matrix
