import { isDeepStrictEqual } from 'node:util'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type PageRequest, type Table, write } from '../platform/table.ts'
import {
  childrenOf,
  institutionsOf,
  type Organisation,
  organisationsRederiving,
  readOrganisation,
  replaceOrganisation,
  stillAs,
} from './organisation.ts'
import { derivePlace } from './place-organisation.ts'

/** How long one call works before it leaves the rest to the next, in milliseconds. */
export const PATIENCE = 20_000

type List = (page: PageRequest) => Promise<{ items: Organisation[]; cursor: string | null }>

async function* all(list: List): AsyncGenerator<Organisation> {
  let cursor: string | undefined
  do {
    const page = await list({ limit: 100, cursor })
    yield* page.items
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
}

/** Writes an organisation's overseers as its place now gives them, where they differ. */
const rederive = (table: Table, id: string): Promise<void> =>
  retryOnConflict(async () => {
    const before = await readOrganisation(table, id)
    if (before === undefined) return
    const { above, overseers } = await derivePlace(table, before)
    if (isDeepStrictEqual(before.overseers, overseers)) return
    await write(table, [replaceOrganisation(before, { ...before, overseers }), ...above.map(stillAs)])
  })

/** Goes through everything below, level by level; false where the time ran out. */
const walk = async (table: Table, organisation: Organisation, deadline: number): Promise<boolean> => {
  if (organisation.kind === 'institution') return true
  for await (const child of all((page) => childrenOf(table, organisation.id, page))) {
    if (performance.now() > deadline) return false
    await rederive(table, child.id)
    if (!(await walk(table, child, deadline))) return false
  }
  for await (const { id } of all((page) => institutionsOf(table, organisation, page))) {
    if (performance.now() > deadline) return false
    await rederive(table, id)
  }
  return true
}

/**
 * Carries a change of an organisation's place to all organisations below it. Safe to repeat and to interrupt:
 * what is right already is passed over. True when all is done, which it records.
 */
export const rederiveBelow = async (
  table: Table,
  organisation: Organisation,
  patience: number = PATIENCE,
): Promise<boolean> => {
  if (!(await walk(table, organisation, performance.now() + patience))) return false
  await retryOnConflict(async () => {
    const now = await readOrganisation(table, organisation.id)
    // A later change of its place has a walk of its own.
    if (now?.rederiving !== true || !isDeepStrictEqual(now.overseers, organisation.overseers)) return
    await write(table, [replaceOrganisation(now, { ...now, rederiving: undefined })])
  })
  return true
}

/** For the reconciler: continues interrupted walks. Answers how many ended. */
export const rederiveAwaiting = async (table: Table, patience: number = PATIENCE): Promise<number> => {
  const { items } = await organisationsRederiving(table, { limit: 20 })
  const deadline = performance.now() + patience
  let done = 0
  for (const organisation of items)
    if (await rederiveBelow(table, organisation, deadline - performance.now())) done += 1
  return done
}
