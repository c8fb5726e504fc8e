import * as z from 'zod'
import { chainFault, linkTo } from '../platform/chain.ts'
import { OrganisationId } from '../platform/ids.ts'
import { keys, lists, lookups, MOVED, REDERIVING } from '../platform/keys.ts'
import {
  atVersion,
  type Item,
  isNew,
  type Page,
  type PageRequest,
  read,
  readAll,
  readIndex,
  readPartition,
  type Table,
  type Write,
} from '../platform/table.ts'
import { Level, OrganisationKind, Population } from '../platform/terms.ts'
import { type RegisterAct, registerChange } from './register-change.ts'

export const Organisation = z.object({
  id: OrganisationId,
  name: z.string(),
  kind: OrganisationKind,
  level: Level,
  /** Institutions alone: an organ's register holds its workers (Art. 47); without a word, an institution's staff. */
  population: Population.optional(),
  /** The number by which offices know it, such as its unified social credit code: no two have the same. */
  number: z.string().optional(),
  /** Its administrative division (GB/T 2260). Said, and nothing follows from it: the links decide (Art. 5). */
  regionCode: z.string().optional(),
  /** The document by which it was set up, by its name and number. */
  foundedBy: z.string().optional(),
  /** The next higher authority or department. */
  parentId: OrganisationId.optional(),
  /** Institutions alone: the competent department, where there is one, and the personnel authority of its level. */
  departmentId: OrganisationId.optional(),
  authorityId: OrganisationId.optional(),
  /** Every organisation above this one: they see what happens here (Art. 35). */
  overseers: z.array(OrganisationId),
  /** How often the record was changed, the first registration included; 1 where nothing is said. */
  version: z.number().int().optional(),
  /** A change of its place has not reached all organisations below yet. */
  rederiving: z.boolean().optional(),
  /**
   * An institution that was merged into another one, since when: nobody is entered there or given a seat any more. What it
   * did stays under its name.
   */
  closed: z.object({ on: z.string(), into: OrganisationId }).optional(),
  /** Where the chain of its changes ends. */
  chain: z.string().optional(),
})
export type Organisation = z.infer<typeof Organisation>

export const versionOf = ({ version = 1 }: Pick<Organisation, 'version'>): number => version

/** Whose staff a body's register holds (Art. 47). */
export const populationOf = ({ population = 'institution' }: Pick<Organisation, 'population'>): Population =>
  population

/** The index entry by which those above list an organisation. */
const listedUnder = ({ id, kind, parentId, departmentId, authorityId }: Organisation) => {
  if (kind === 'institution')
    return {
      ...(authorityId === undefined ? {} : { listed: lists.institutionsOf(authorityId), listedOrder: id }),
      ...(departmentId === undefined ? {} : { found: lookups.institutionsOf(departmentId), foundOrder: id }),
    }
  if (parentId !== undefined) return { listed: lists.childrenOf(parentId), listedOrder: id }
  return kind === 'department' ? { listed: lists.rootDepartments, listedOrder: id } : {}
}

const toItem = (organisation: Organisation) => ({
  ...keys.organisation(organisation.id),
  ...organisation,
  ...listedUnder(organisation),
  ...(organisation.rederiving ? { swept: REDERIVING, sweptOrder: organisation.id } : {}),
})

export const newOrganisation = (organisation: Organisation): Write => ({
  put: toItem(organisation),
  sealed: true,
  when: isNew,
})

/** No one has written the record since it was read. */
const unchangedSince = (organisation: Organisation): Write['when'] =>
  organisation.version === undefined
    ? {
        expression: 'attribute_exists(pk) AND attribute_not_exists(#version)',
        names: { '#version': 'version' },
      }
    : atVersion(organisation.version)

/** Replaces an organisation as it was read, without an entry on record; the version is counted here. */
export const replaceOrganisation = (before: Organisation, after: Organisation): Write => ({
  put: toItem({ ...after, version: versionOf(before) + 1, chain: after.chain ?? before.chain }),
  sealed: true,
  when: unchangedSince(before),
})

/** Checks in a transaction that an organisation is still as it was read. */
export const stillAs = (organisation: Organisation): Write => ({
  check: keys.organisation(organisation.id),
  when: unchangedSince(organisation),
})

const OrganisationChange = z.object({
  ...registerChange,
  organisationId: OrganisationId,
  before: Organisation.nullable(),
})
export type OrganisationChange = z.infer<typeof OrganisationChange>

/** A change as it is stored: who changed an organisation, and what it was before; `null` for its registration. */
const changeItem = (organisationId: OrganisationId, before: Organisation | null, act: RegisterAct) => {
  const version = before === null ? 1 : versionOf(before) + 1
  return { ...keys.organisationChange(organisationId, version), ...act, version, organisationId, before }
}

/** Enters a new organisation, and who did it. */
export const registerFirst = (organisation: Organisation, act: RegisterAct): Write[] => {
  const { item, chain } = linkTo({}, changeItem(organisation.id, null, act))
  return [newOrganisation({ ...organisation, chain }), { put: item, when: isNew }]
}

/**
 * Lists the change by its moment where it places an institution under another authority or department: its people are
 * found by name where these are (`moved-since.ts`). Offices need none: whoever searches goes by their links.
 */
const listedAsMoved = (before: Organisation, after: Organisation, { at }: RegisterAct) =>
  before.kind === 'institution' &&
  (before.authorityId !== after.authorityId || before.departmentId !== after.departmentId)
    ? { swept: MOVED, sweptOrder: at }
    : {}

/** Replaces an organisation as it was read, and keeps who changed it and what it was before. */
export const recordChange = (before: Organisation, after: Organisation, act: RegisterAct): Write[] => {
  const change = { ...changeItem(before.id, before, act), ...listedAsMoved(before, after, act) }
  const { item, chain } = linkTo(before, change)
  return [replaceOrganisation(before, { ...after, chain }), { put: item, when: isNew }]
}

const changeItems = (table: Table, id: string): Promise<Item[]> =>
  readPartition(table, keys.organisation(id).pk, 'CHANGE#')

export const organisationChanges = async (table: Table, id: string): Promise<OrganisationChange[]> =>
  (await changeItems(table, id)).map((item) => OrganisationChange.parse(item))

/** What is wrong with an organisation's record and its changes; undefined: they are as they were written. */
export const organisationFault = async (table: Table, id: string): Promise<string | undefined> => {
  const [record, changes] = await Promise.all([read(table, keys.organisation(id)), changeItems(table, id)])
  if (record !== undefined) return chainFault(table, record, changes)
  return changes.length === 0 ? undefined : 'gone'
}

export const readOrganisation = async (table: Table, id: string): Promise<Organisation | undefined> => {
  const item = await read(table, keys.organisation(id))
  return item && Organisation.parse(item)
}

/** Those of the given ids that exist, in the ids' order. */
export const readOrganisations = async (table: Table, ids: readonly string[]): Promise<Organisation[]> =>
  (await readAll(table, [...new Set(ids)].map(keys.organisation))).map((item) => Organisation.parse(item))

const organisationsIn = ({ items, cursor }: Page) => ({
  items: items.map((item) => Organisation.parse(item)),
  cursor,
})

/** The authorities, or departments, right below one, by id. */
export const childrenOf = async (table: Table, parentId: OrganisationId, page: PageRequest) =>
  organisationsIn(await readIndex(table, 'listed', lists.childrenOf(parentId), page))

/** The institutions right below an authority or a department, by id. */
export const institutionsOf = async (
  table: Table,
  { id, kind }: Pick<Organisation, 'id' | 'kind'>,
  page: PageRequest,
) =>
  organisationsIn(
    kind === 'department'
      ? await readIndex(table, 'found', lookups.institutionsOf(id), page)
      : await readIndex(table, 'listed', lists.institutionsOf(id), page),
  )

/** Whether anybody stands on an institution's register. */
export const hasStaff = async (table: Table, id: OrganisationId): Promise<boolean> =>
  (await readIndex(table, 'listed', lists.personsOf(id), { limit: 1 })).items.length > 0

/** Organisations whose change of place has not reached all below yet. */
export const organisationsRederiving = async (table: Table, page: PageRequest) =>
  organisationsIn(await readIndex(table, 'swept', REDERIVING, page))
