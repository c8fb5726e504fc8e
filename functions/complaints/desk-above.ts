import type { Account } from '../organisations/account.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { seatedAt } from '../organisations/seated-at.ts'
import { upFrom } from '../organisations/up-from.ts'
import type { OrganisationId } from '../platform/ids.ts'
import type { Table } from '../platform/table.ts'
import { type About, isKeptFrom, type Ties, tiesOf } from './kept-from.ts'
import type { ComplaintSettings } from './settings.ts'

/** The organisation next above one: an institution's authority, the next higher office, the region, what it named. */
const nextAbove = (
  { id, kind, authorityId, parentId }: Organisation,
  { regionId, aboveRegionId }: ComplaintSettings,
): OrganisationId | undefined => {
  if (id === aboveRegionId) return undefined
  if (id === regionId) return aboveRegionId
  return (kind === 'institution' ? authorityId : parentId) ?? regionId
}

/** Somebody who may see a complaint, with who they are as far as that could keep it from them. */
export interface Seated {
  readonly account: Account
  readonly ties: Ties
}

/** Those who sit at an organisation's own desk and from whom the complaint is not kept at a moment; loans lend no sight of it. */
export const seesFrom = async (
  table: Table,
  about: About,
  desk: Pick<Organisation, 'id' | 'kind'>,
  at: string,
): Promise<Seated[]> => {
  const accounts = await seatedAt(table, desk)
  const found = await Promise.all(
    accounts.map(async (account) => ({ account, ties: await tiesOf(table, account) })),
  )
  return found.filter(({ ties }) => !isKeptFrom(about, ties, at))
}

/** The accounts of these. */
export const whoMaySee = async (...asked: Parameters<typeof seesFrom>): Promise<Account[]> =>
  (await seesFrom(...asked)).map(({ account }) => account)

/** The heads among those, or all of them where there is none. */
export const headsAmong = (accounts: readonly Account[], { id, kind }: Pick<Organisation, 'id' | 'kind'>) => {
  const heads = accounts.filter(({ roles }) =>
    roles.some((seat) => seat.organisationId === id && seat.role === kind && seat.head),
  )
  return heads.length > 0 ? heads : accounts
}

/** The organisations above one, the nearest first, up to the body that the region has named for itself. */
export const officesAbove = async (
  table: Table,
  from: Organisation,
  settings: ComplaintSettings,
): Promise<Organisation[]> => {
  const found: Organisation[] = []
  for await (const next of upFrom(table, from, (one) => nextAbove(one, settings))) found.push(next)
  return found
}

/**
 * The region, for a complaint that the body which it named is concerned by: the two judge each other's. Undefined where
 * the region is complained of as well, for neither judges then, or has it already.
 */
const regionInstead = async (
  table: Table,
  named: ReadonlySet<OrganisationId>,
  from: Organisation,
  { regionId, aboveRegionId }: ComplaintSettings,
): Promise<Organisation | undefined> =>
  aboveRegionId !== undefined && named.has(aboveRegionId) && !named.has(regionId) && from.id !== regionId
    ? readOrganisation(table, regionId)
    : undefined

/**
 * The first desk above an organisation that stands above every body complained of on its way, and at which somebody may
 * see the complaint; where nobody may anywhere, the highest of these, whose seats are to be filled. Above the body that the
 * region named stands the region. Undefined where no body stands above: about the region, whose body for complaints nobody
 * has named, or with which it is complained of.
 */
export const deskAbove = async (
  table: Table,
  about: About,
  from: Organisation,
  settings: ComplaintSettings,
  at: string,
): Promise<Organisation | undefined> => {
  const named = new Set(about.bodies.map(({ id }) => id))
  const offices = await officesAbove(table, from, settings)
  // Below one of them nobody inquires into what stands over themselves.
  const free = offices.slice(offices.findLastIndex(({ id }) => named.has(id)) + 1)
  for (const office of free) if ((await whoMaySee(table, about, office, at)).length > 0) return office
  return free.at(-1) ?? regionInstead(table, named, from, settings)
}

/** The desk that a new complaint goes to: above its body, or the region's own where the body is not known here. */
export const deskFor = async (
  table: Table,
  about: About,
  body: Organisation | undefined,
  settings: ComplaintSettings,
  at: string,
): Promise<Organisation | undefined> => {
  if (body !== undefined) return deskAbove(table, about, body, settings, at)
  const region = await readOrganisation(table, settings.regionId)
  if (region === undefined) return undefined
  // The region itself is complained of, in words alone.
  if (about.bodies.some(({ id }) => id === region.id)) return deskAbove(table, about, region, settings, at)
  const isOpen = (await whoMaySee(table, about, region, at)).length > 0
  return isOpen ? region : ((await deskAbove(table, about, region, settings, at)) ?? region)
}
