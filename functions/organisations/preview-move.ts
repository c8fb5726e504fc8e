import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { PageRequest, Table } from '../platform/table.ts'
import type { Actor } from './account.ts'
import { childrenOf, institutionsOf, type Organisation, readOrganisations } from './organisation.ts'
import type { MoveQuery, MoveView } from './organisations-api.ts'
import { derivePlace, mayPlaceUnder } from './place-organisation.ts'
import { placedAs } from './register-organisation.ts'
import { findOrganisation } from './view-organisation.ts'

/** As many organisations below as a preview counts. */
const MOST_COUNTED = 2_000
const A_PAGE = 100

type List = (page: PageRequest) => Promise<{ items: Organisation[]; cursor: string | null }>

async function* all(list: List): AsyncGenerator<Organisation> {
  let cursor: string | undefined
  do {
    const page = await list({ limit: A_PAGE, cursor })
    yield* page.items
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
}

/** Everything below an organisation, whoever stands above first. */
async function* below(table: Table, organisation: Organisation): AsyncGenerator<Organisation> {
  if (organisation.kind === 'institution') return
  for await (const child of all((page) => childrenOf(table, organisation.id, page))) {
    yield child
    yield* below(table, child)
  }
  yield* all((page) => institutionsOf(table, organisation, page))
}

const countBelow = async (table: Table, organisation: Organisation) => {
  let [offices, institutions] = [0, 0]
  for await (const { kind } of below(table, organisation)) {
    if (offices + institutions === MOST_COUNTED) return { offices, institutions, whole: false }
    if (kind === 'institution') institutions += 1
    else offices += 1
  }
  return { offices, institutions, whole: true }
}

/** What is not named stays; an empty name takes a link away. */
const asLink = (id: string | undefined): string | null | undefined => (id === '' ? null : id)

/**
 * What a change of an organisation's place would do, for whoever may make it: how much stands below and comes along, who
 * would see it no more, and who would see it from then on. Nothing is written.
 */
export const previewMove = async (
  table: Table,
  id: string,
  { parentId, departmentId, authorityId }: MoveQuery,
  actor: Actor,
): Promise<Outcome<MoveView, 'NOT_ALLOWED' | 'NOT_FOUND' | 'ORGANISATION_MISPLACED'>> => {
  const found = await findOrganisation(table, id, actor)
  if (!found.ok) return found
  const before = found.value
  const placing = placedAs(before, {
    parentId: asLink(parentId),
    departmentId: asLink(departmentId),
    ...(authorityId === undefined ? {} : { authorityId }),
  })
  const { overseers, faults } = await derivePlace(table, placing)
  const allowed =
    (await mayPlaceUnder(table, actor, before.overseers)) && (await mayPlaceUnder(table, actor, overseers))
  if (!allowed) return refuse('NOT_ALLOWED')
  if (faults.length > 0) return refuse('ORGANISATION_MISPLACED', { errors: faults })
  const named = async (ids: readonly string[]) =>
    (await readOrganisations(table, ids)).map(({ id: one, name }) => ({ id: one, name }))
  const [counted, loses, gains] = await Promise.all([
    countBelow(table, before),
    named(before.overseers.filter((one) => !overseers.includes(one))),
    named(overseers.filter((one) => !before.overseers.includes(one))),
  ])
  return succeed({ ...counted, loses, gains })
}
