import type { OrganisationId } from '../platform/ids.ts'
import type { Text } from '../platform/language.ts'
import type { FieldFault } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import type { Actor } from './account.ts'
import { type Organisation, readOrganisations } from './organisation.ts'
import { isRegion } from './region.ts'
import { placeFaults } from './words.ts'

/** An organisation without what follows from its place. */
export type Placing = Omit<Organisation, 'overseers' | 'version'>

/** Where an organisation stands: those right above it, and all that see what happens there. */
export interface Place {
  readonly above: readonly Organisation[]
  readonly overseers: string[]
  readonly faults: readonly FieldFault[]
}

type Link = 'parentId' | 'departmentId' | 'authorityId'

/** How high each level stands. */
export const ranks = { county: 0, city: 1, region: 2 } as const
const fault = (field: Link, detail: Text): FieldFault => ({ pointer: `/${field}`, detail })

/** For each kind, the links that an organisation may name and the kind that each must lead to. */
const linksOf = ({ kind, level }: Placing): { link: Link; to: Organisation['kind']; needed: boolean }[] => {
  switch (kind) {
    case 'institution':
      return [
        { link: 'departmentId', to: 'department', needed: false },
        { link: 'authorityId', to: 'authority', needed: true },
      ]
    case 'authority':
      return level === 'region' ? [] : [{ link: 'parentId', to: 'authority', needed: true }]
    case 'department':
      return [{ link: 'parentId', to: 'department', needed: false }]
  }
}

/** Only a body that keeps a register has a population (Art. 47). */
const populationFaults = ({ kind, population }: Placing): FieldFault[] =>
  kind !== 'institution' && population !== undefined
    ? [{ pointer: '/population', detail: placeFaults.noPopulation }]
    : []

const linkFault = (
  placing: Placing,
  { link, to, needed }: ReturnType<typeof linksOf>[number],
  found: readonly Organisation[],
): FieldFault | undefined => {
  const id = placing[link]
  if (id === undefined) return needed ? fault(link, placeFaults.noneAbove) : undefined
  const above = found.find((one) => one.id === id)
  if (above?.kind !== to) return fault(link, placeFaults.wrongKind)
  if (above.id === placing.id || above.overseers.includes(placing.id))
    return fault(link, placeFaults.aboveItself)
  const gap = ranks[above.level] - ranks[placing.level]
  return gap < 0 || (gap === 0 && link === 'parentId') ? fault(link, placeFaults.notHigher) : undefined
}

/** The organisations that one names as those above it. */
export const linkedIds = ({ departmentId, authorityId, parentId }: Placing): OrganisationId[] =>
  [departmentId, authorityId, parentId].flatMap((id) => id ?? [])

/** The place of an organisation among those that it names, as far as they were found. */
export const placeAmong = (placing: Placing, found: readonly Organisation[]): Place => {
  const links = linksOf(placing)
  const allowed = links.map(({ link }) => link)
  const stray = (['parentId', 'departmentId', 'authorityId'] as const).filter(
    (link) => placing[link] !== undefined && !allowed.includes(link),
  )
  const above = links.flatMap(({ link }) => found.find(({ id }) => id === placing[link]) ?? [])
  return {
    above,
    overseers: [...new Set(above.flatMap(({ id, overseers }) => [id, ...overseers]))],
    faults: [
      ...links.flatMap((link) => linkFault(placing, link, found) ?? []),
      ...stray.map((link) => fault(link, placeFaults.noSuchLink)),
      ...populationFaults(placing),
    ],
  }
}

/**
 * Works out an organisation's place from the links that it names (Art. 5, 38). The record decides and not the
 * administrative code: a city may stand beside the leagues.
 */
export const derivePlace = async (table: Table, placing: Placing): Promise<Place> =>
  placeAmong(placing, await readOrganisations(table, linkedIds(placing)))

/** Whether someone may place an organisation under these: an authority among them, or the region. */
export const mayPlaceUnder = async (
  table: Table,
  actor: Actor,
  overseers: readonly string[],
): Promise<boolean> => isAuthorityOver(actor, overseers) || (await isRegion(table, actor))

/** Whether someone sits at an authority among these. */
export const isAuthorityOver = ({ roles }: Actor, overseers: readonly string[]): boolean =>
  roles.some(({ role, organisationId }) => role === 'authority' && overseers.includes(organisationId))
